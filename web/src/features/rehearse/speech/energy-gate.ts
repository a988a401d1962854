import type { Stretch } from "./heard.ts"
import { levelsOf, quantile, STEP_MS } from "./levels.ts"
import { type Lengths, stretchesOf } from "./stretches.ts"

/** How speech is told from noise by loudness alone; dB but for the lengths. */
export const GATE = {
  belowPeak: 25,
  aboveFloor: 6,
  hysteresis: 3,
  /** With less than this between voice and noise, loudness alone can’t tell pauses any more. */
  clear: 24,
  /** With less than this nothing stands out. */
  least: 9,
  /** A recording without anything louder than this is taken as silent, dB of full scale. */
  silent: -60,
} as const
const LENGTHS: Lengths = { pauseMs: 150, speechMs: 60 }

/** How loud voice and noise are, dB of full scale: near the loudest and near the quietest of the levels. */
export const loudness = (levels: Float32Array): { voice: number; floor: number } => ({
  voice: quantile(levels, 0.98),
  floor: quantile(levels, 0.05),
})

/**
 * Where somebody speaks, by loudness: at least so near to the voice’s own level and so far above the noise. It needs
 * nothing loaded and is exact in a quiet room; noise that swells is taken for speech, and `noisy` says where it is near.
 */
export function energyGate(samples: Float32Array): { stretches: Stretch[]; noisy: boolean } {
  const levels = levelsOf(samples)
  const { voice, floor } = loudness(levels)
  const apart = voice - floor
  if (voice < GATE.silent) return { stretches: [], noisy: false }
  if (apart < GATE.least) return { stretches: [], noisy: true }
  const on = Math.max(voice - GATE.belowPeak, floor + GATE.aboveFloor)
  const off = Math.max(on - GATE.hysteresis, floor + GATE.aboveFloor / 2)
  return { stretches: stretchesOf(levels, STEP_MS, { on, off }, LENGTHS), noisy: apart < GATE.clear }
}
