import { RATE } from "./heard.ts"

/** A level is taken every so many ms, … */
export const STEP_MS = 10
/** … below this nothing is told apart from silence, dB of full scale. */
export const SILENCE_DB = -90

/**
 * How loud it is, in dB of full scale, every 10 ms: the mean power of `windowMs` around the middle of the step.
 * Never below −90, so that digital silence stays a number.
 */
export function levelsOf(samples: Float32Array, windowMs = 20): Float32Array {
  const step = (RATE * STEP_MS) / 1000
  const half = (RATE * windowMs) / 2000
  const sums = new Float64Array(samples.length + 1)
  for (let i = 0; i < samples.length; i += 1) sums[i + 1] = (sums[i] as number) + (samples[i] as number) ** 2
  return Float32Array.from({ length: Math.floor(samples.length / step) }, (_, at) => {
    const middle = (at + 0.5) * step
    const from = Math.max(0, Math.round(middle - half))
    const to = Math.min(samples.length, Math.round(middle + half))
    const power = ((sums[to] as number) - (sums[from] as number)) / (to - from)
    return Math.max(SILENCE_DB, 10 * Math.log10(power + 1e-12))
  })
}

/** The value below which that share of them lies (0 to 1). Silence for none. */
export function quantile(values: Float32Array, share: number): number {
  const sorted = values.toSorted()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? SILENCE_DB
}
