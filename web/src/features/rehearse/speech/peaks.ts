import { RATE } from "./heard.ts"

export const PEAKS_PER_SECOND = 50

/** The largest swing of each fiftieth of a second, at most 1; the last one may cover less. Empty for no sound. */
export function peaksOf(samples: Float32Array): Float32Array {
  const step = RATE / PEAKS_PER_SECOND
  return Float32Array.from({ length: Math.ceil(samples.length / step) }, (_, at) => {
    let largest = 0
    const end = Math.min(samples.length, (at + 1) * step)
    for (let i = at * step; i < end; i += 1) largest = Math.max(largest, Math.abs(samples[i] as number))
    return Math.min(1, largest)
  })
}
