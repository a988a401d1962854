import { RATE } from "./heard.ts"
import { SILENCE_DB, STEP_MS } from "./levels.ts"

const SIZE = 512
const HALF = SIZE / 2
/** Zwicker’s critical bands from 100 Hz on, in Hz; below it rooms hum. */
const EDGES = [
  100, 200, 300, 400, 510, 630, 770, 920, 1080, 1270, 1480, 1720, 2000, 2320, 2700, 3150, 3700, 4400, 5300,
  6400, 7700,
] as const
export const BANDS = EDGES.length - 1

const WINDOW = Float64Array.from(
  { length: SIZE },
  (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / SIZE),
)
const BAND_OF_BIN = Int8Array.from({ length: HALF }, (_, bin) =>
  EDGES.findLastIndex(
    (edge, nth) =>
      nth < BANDS && (bin * RATE) / SIZE >= edge && (bin * RATE) / SIZE < (EDGES[nth + 1] as number),
  ),
)

/** How loud it is in each critical band, dB, every 10 ms: 20 numbers a step, one step after the other. */
export function bandLevelsOf(samples: Float32Array): Float32Array {
  const step = (RATE * STEP_MS) / 1000
  const steps = Math.floor(samples.length / step)
  const levels = new Float32Array(steps * BANDS)
  const real = new Float64Array(SIZE)
  const imaginary = new Float64Array(SIZE)
  const power = new Float64Array(BANDS)
  for (let at = 0; at < steps; at += 1) {
    const from = at * step + step / 2 - HALF
    for (let i = 0; i < SIZE; i += 1) {
      real[i] = (samples[from + i] ?? 0) * (WINDOW[i] as number)
      imaginary[i] = 0
    }
    fourier(real, imaginary)
    power.fill(0)
    for (let bin = 0; bin < HALF; bin += 1) {
      const band = BAND_OF_BIN[bin] as number
      if (band >= 0)
        power[band] = (power[band] as number) + (real[bin] as number) ** 2 + (imaginary[bin] as number) ** 2
    }
    for (let band = 0; band < BANDS; band += 1)
      // A full-scale sine comes out at 0 dB with this window.
      levels[at * BANDS + band] = Math.max(
        SILENCE_DB,
        10 * Math.log10((power[band] as number) / (SIZE * SIZE * 0.094) + 1e-12),
      )
  }
  return levels
}

/** How loud it is from 100 Hz to 7.7 kHz, dB, for each step of band levels. */
export const loudnessOf = (levels: Float32Array): Float32Array =>
  Float32Array.from({ length: levels.length / BANDS }, (_, at) => {
    let power = 1e-12
    for (let band = 0; band < BANDS; band += 1) power += 10 ** ((levels[at * BANDS + band] as number) / 10)
    return 10 * Math.log10(power)
  })

const TURNS = Float64Array.from({ length: SIZE }, (_, at) => Math.cos((2 * Math.PI * at) / SIZE))
const REVERSED = Uint16Array.from({ length: SIZE }, (_, at) =>
  Number.parseInt(at.toString(2).padStart(Math.log2(SIZE), "0").split("").toReversed().join(""), 2),
)

/** The Fourier transform of 512 numbers, in place (Cooley and Tukey’s). */
function fourier(real: Float64Array, imaginary: Float64Array): void {
  for (let at = 0; at < SIZE; at += 1) {
    const other = REVERSED[at] as number
    if (other <= at) continue
    const kept = real[at] as number
    real[at] = real[other] as number
    real[other] = kept
    const also = imaginary[at] as number
    imaginary[at] = imaginary[other] as number
    imaginary[other] = also
  }
  for (let half = 1; half < SIZE; half *= 2) {
    const turn = SIZE / (2 * half)
    for (let start = 0; start < SIZE; start += 2 * half)
      for (let i = 0; i < half; i += 1) {
        const cos = TURNS[i * turn] as number
        const sin = TURNS[(i * turn + SIZE / 4) % SIZE] as number
        const upper = start + i
        const lower = upper + half
        const r = cos * (real[lower] as number) - sin * (imaginary[lower] as number)
        const m = cos * (imaginary[lower] as number) + sin * (real[lower] as number)
        real[lower] = (real[upper] as number) - r
        imaginary[lower] = (imaginary[upper] as number) - m
        real[upper] = (real[upper] as number) + r
        imaginary[upper] = (imaginary[upper] as number) + m
      }
  }
}
