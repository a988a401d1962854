import { clockFigures } from "../../ui/index.ts"
import type { Measures, PacePoint } from "./speech/index.ts"

/**
 * From this share between the slowest and the fastest ten seconds on, a swing is named. One stretch of ten seconds holds
 * about 40 syllables and wavers by 8 % by itself, so of a dozen of them the extremes lie this far apart by chance.
 */
const SWING = 0.35

const tenths = (value: number): string =>
  value.toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** The pace of a recording as a finding, with the interval that counting so few syllables leaves; 95 %, ±2 · .5/√n. */
export function paceFinding(rate: number | null, syllables: number): string {
  if (rate === null || syllables < 10) return "Too little speech to say how fast it is"
  const off = rate / Math.sqrt(syllables)
  return `About ${tenths(rate)} syllables a second, ${tenths(rate - off)} to ${tenths(rate + off)}`
}

/** Where it goes faster and slower, if by more than chance; else that nothing of it would be noticed. */
export function swingFinding(points: readonly PacePoint[]): string {
  const known = points.flatMap(({ atMs, syllablesPerSecond }) =>
    syllablesPerSecond === null ? [] : [{ atMs, rate: syllablesPerSecond }],
  )
  const fast = known.reduce((a, b) => (b.rate > a.rate ? b : a), known[0] ?? { atMs: 0, rate: 0 })
  const slow = known.reduce((a, b) => (b.rate < a.rate ? b : a), known[0] ?? { atMs: 0, rate: 0 })
  if (known.length < 12) return "Too short to say whether it changes."
  if (fast.rate < slow.rate * (1 + SWING)) return "It keeps its pace; smaller swings than these are chance."
  return `Fastest around ${clockFigures(fast.atMs / 1000)}, slowest around ${clockFigures(slow.atMs / 1000)}.`
}

export const percent = (share: number): string => `${Math.round(share * 100)} %`
export const secondsWords = (ms: number): string => `${tenths(ms / 1000)} s`

/** Pauses in a sentence; none is said as none. */
export function pausesFinding({ pauses, longPauses, longestPauseMs }: Measures): string {
  if (pauses === 0) return "No pause of a quarter of a second or more"
  const counted = `${pauses} ${pauses === 1 ? "pause" : "pauses"}`
  if (longPauses === 0) return `${counted}, none of a second or more`
  return `${counted}, ${longPauses} of a second or more, the longest ${secondsWords(longestPauseMs)}`
}
