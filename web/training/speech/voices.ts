import type { Voice } from "./espeak.ts"

const voices = (names: readonly string[], rates: readonly number[]): Voice[] =>
  names.map((name, nth) => ({
    name,
    rate: rates[nth % rates.length] as number,
    pitch: 35 + ((nth * 17) % 40),
  }))

/** Thresholds were chosen on these … */
export const CHOSEN_ON = voices(
  ["en-gb", "en-us+f2", "en-gb-scotland+m3", "en-029", "en-us+f4", "en-gb-x-rp+m7", "en-gb+f1", "en-us+m5"],
  [130, 170, 210],
)
/** … and the figures are from these, at other rates and with other seeds. */
export const TRIED_ON = voices(
  [
    "en-us",
    "en-gb+f3",
    "en-gb-x-gbclan+m1",
    "en-gb-x-gbcwmd",
    "en-us-nyc+f5",
    "en-gb-x-rp+m2",
    "en-029+m4",
    "en-gb+m6",
  ],
  [115, 150, 190, 230],
)
