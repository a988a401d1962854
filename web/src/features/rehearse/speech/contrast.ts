import { quantile } from "./levels.ts"
import { BANDS } from "./spectrum.ts"

/** Above this one band counts no more, dB, so that a single loud one doesn’t stand for all. */
const MOST_DB = 12
/** Noise this far below the speech of its band, dB, is as good as none: breath and echo aren’t speech. */
const DEPTH_DB = 38

/**
 * How much a moment stands out from the noise, dB, every 10 ms: the mean over the critical bands of how far each is
 * above its own noise. So a hum, hiss or rumble in some bands hides nothing in the others.
 * `quiet` says for each step whether it is known to be noise alone.
 */
export function contrastOf(levels: Float32Array, quiet: (step: number) => boolean): Float32Array {
  const steps = levels.length / BANDS
  const noise = Float32Array.from({ length: BANDS }, (_, band) => {
    const all = Float32Array.from({ length: steps }, (_, at) => levels[at * BANDS + band] as number)
    const still = all.filter((_, at) => quiet(at))
    return Math.max(quantile(still, 0.6), quantile(all, 0.9) - DEPTH_DB)
  })
  return Float32Array.from({ length: steps }, (_, at) => {
    let sum = 0
    for (let band = 0; band < BANDS; band += 1)
      sum += Math.min(MOST_DB, Math.max(0, (levels[at * BANDS + band] as number) - (noise[band] as number)))
    return sum / BANDS
  })
}
