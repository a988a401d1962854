import { RATE } from "./heard.ts"

/** Samples averaged into one: pitch needs no more than 4 kHz. */
const BY = 4
const LOWEST_HZ = 70
const HIGHEST_HZ = 500
/** Long enough for three periods of the lowest voice. */
const WINDOW = Math.round((0.043 * RATE) / BY)
/** How like itself a voice is one period later, at least; noise stays well below. */
const LIKE = 0.5

/** Whether there is pitch around a moment (ms): the sound is like itself one period later (normalised correlation). */
export function voicedAt(samples: Float32Array, atMs: number): boolean {
  const longest = Math.ceil(RATE / BY / LOWEST_HZ)
  const length = WINDOW + longest
  const start = Math.round((atMs / 1000) * RATE) - (length * BY) / 2
  const coarse = Float64Array.from({ length }, (_, at) => {
    let sum = 0
    for (let i = 0; i < BY; i += 1) sum += samples[Math.round(start) + at * BY + i] ?? 0
    return sum / BY
  })
  const mean = coarse.reduce((sum, one) => sum + one, 0) / length
  for (let lag = Math.floor(RATE / BY / HIGHEST_HZ); lag <= longest; lag += 1) {
    let product = 0
    let one = 1e-12
    let other = 1e-12
    for (let i = 0; i < WINDOW; i += 1) {
      const here = (coarse[i] as number) - mean
      const there = (coarse[i + lag] as number) - mean
      product += here * there
      one += here * here
      other += there * there
    }
    if (product / Math.sqrt(one * other) >= LIKE) return true
  }
  return false
}
