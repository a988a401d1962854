import { byVoice } from "./by-voice.ts"
import { energyGate } from "./energy-gate.ts"
import { type Heard, RATE } from "./heard.ts"
import { nucleiOf } from "./nuclei.ts"
import { peaksOf } from "./peaks.ts"
import { bandLevelsOf } from "./spectrum.ts"
import { settled } from "./stretches.ts"

/** The voice model’s answers for a sound: how likely each frame holds a voice, and how long a frame is. */
export interface Voice {
  shares: Float32Array
  frameMs: number
}

/** What can be heard in a sound at 16 kHz: with the voice model’s answers, or else by loudness alone. */
export function hear(samples: Float32Array, voice?: Voice): Heard {
  const durationMs = Math.round((samples.length * 1000) / RATE)
  const levels = bandLevelsOf(samples)
  const found = voice ? byVoice(levels, voice.shares, voice.frameMs) : energyGate(levels)
  const stretches = settled(found.stretches, durationMs)
  return {
    by: voice ? "silero" : "energy",
    stretches,
    durationMs,
    peaks: peaksOf(samples),
    onsets: nucleiOf(samples, stretches),
    noisy: found.noisy,
  }
}
