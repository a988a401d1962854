import { energyGate } from "./energy-gate.ts"
import { type Heard, RATE } from "./heard.ts"
import { nucleiOf } from "./nuclei.ts"
import { peaksOf } from "./peaks.ts"
import { settled } from "./stretches.ts"

/** What can be heard in a sound by its loudness alone. */
export function hearByEnergy(samples: Float32Array): Heard {
  const durationMs = Math.round((samples.length * 1000) / RATE)
  const { stretches: found, noisy } = energyGate(samples)
  const stretches = settled(found, durationMs)
  return {
    by: "energy",
    stretches,
    durationMs,
    peaks: peaksOf(samples),
    onsets: nucleiOf(samples, stretches),
    noisy,
  }
}
