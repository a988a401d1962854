import { minutesAndSeconds } from "../stories/editor/words.ts"
import { tempoDiffers } from "./speech/index.ts"

export interface MeasuredTake {
  /** 1 for the first of one thing. */
  nth: number
  totalMs: number
  /** Syllables per second of speech; null where there is too little to say. */
  rate: number | null
}

/** Lengths nearer to each other than this share are the same length, told twice. */
const SAME_LENGTH = 0.1

/** The last take against the one before, as a finding; differences that nobody would notice aren’t called any. */
export function takesFinding(takes: readonly MeasuredTake[]): string {
  const [before, last] = takes.slice(-2)
  if (!before || !last) return "One take so far"
  const off = last.totalMs - before.totalMs
  if (Math.abs(off) < before.totalMs * SAME_LENGTH)
    return `Take ${last.nth} is about as long as take ${before.nth}`
  const by = minutesAndSeconds(Math.abs(off) / 1000)
  return `Take ${last.nth} is ${by} ${off < 0 ? "shorter" : "longer"} than take ${before.nth}`
}

/** The tempo of the last two takes against each other. */
export function tempoFinding(takes: readonly MeasuredTake[]): string | undefined {
  const [before, last] = takes.slice(-2)
  if (!before || !last || before.rate === null || last.rate === null) return undefined
  if (!tempoDiffers(before.rate, last.rate))
    return "The tempo is the same: less than 10 % apart, which nobody hears."
  return `Take ${last.nth} is told ${last.rate > before.rate ? "faster" : "slower"}: ${last.rate.toFixed(1)} syllables a second of speech, ${before.rate.toFixed(1)} before.`
}

/** What brings so many more takes into the comparison. */
export const earlierWords = (takes: number): string =>
  takes === 1 ? "Show the earlier take" : `Show ${takes} earlier takes`
