import type { Stretch } from "./heard.ts"
import { quantile, STEP_MS } from "./levels.ts"
import { loudnessOf } from "./spectrum.ts"
import { stretchesOf } from "./stretches.ts"

/** How speech is told from noise by loudness alone; dB but for the lengths. */
export const GATE = {
  belowPeak: 25,
  aboveFloor: 5,
  hysteresis: 3,
  /** With less than this between voice and noise, loudness alone can’t tell pauses any more; … */
  clear: 27,
  /** … nor with less than this, where the quiet moments differ among themselves by so much: noise that swells. */
  fair: 40,
  swell: 3,
  /** With less than this nothing stands out. */
  least: 9,
  /** A recording without anything louder than this is taken as silent, dB of full scale. */
  silent: -60,
  lengths: { pauseMs: 200, speechMs: 60 },
} as const

const voiceOf = (loud: Float32Array): number => quantile(loud, 0.98)
const floorOf = (loud: Float32Array): number => quantile(loud, 0.05)

/** Whether noise is so near to the voice that loudness alone can’t tell pauses. */
export function isNear(loud: Float32Array): boolean {
  const apart = voiceOf(loud) - floorOf(loud)
  const swells = quantile(loud, 0.15) - quantile(loud, 0.03) > GATE.swell
  return apart < GATE.clear || (apart < GATE.fair && swells)
}

/**
 * Where somebody speaks, by loudness in the bands of a voice: at least so near to the voice’s own level and so far above the
 * noise. It needs nothing loaded and is exact in a quiet room; noise that swells is taken for speech, and `noisy` says
 * where it is near.
 */
export function energyGate(levels: Float32Array): { stretches: Stretch[]; noisy: boolean } {
  const loud = loudnessOf(levels)
  const voice = voiceOf(loud)
  const floor = floorOf(loud)
  if (voice < GATE.silent) return { stretches: [], noisy: false }
  if (voice - floor < GATE.least) return { stretches: [], noisy: true }
  const on = Math.max(voice - GATE.belowPeak, floor + GATE.aboveFloor)
  const off = Math.max(on - GATE.hysteresis, floor + GATE.aboveFloor / 2)
  return { stretches: stretchesOf(loud, STEP_MS, { on, off }, GATE.lengths), noisy: isNear(loud) }
}
