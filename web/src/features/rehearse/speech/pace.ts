import type { Heard } from "./heard.ts"
import { pausesOf } from "./measures.ts"

/** How fast somebody speaks around a moment: syllables per second of speech; null where hardly anybody speaks. */
export interface PacePoint {
  atMs: number
  syllablesPerSecond: number | null
}

/**
 * Ten seconds: syllables vary in length by about half of it, so that the rate of n syllables wavers by .5/√n. Ten
 * seconds hold about 40, and 8 % is just under the 10 % that a listener notices; a shorter window would show swings that
 * aren’t there.
 */
export const WINDOW_MS = 10_000
/** A point stands every second, … */
const STEP_MS = 1_000
/** … unless less than this of its window is speech. */
const LEAST_MS = 3_000

/** The pace over time, in syllables per second of speech (pauses left out), a point per second, smoothed over ten. */
export function paceOf({
  durationMs,
  stretches,
  onsets,
}: Pick<Heard, "durationMs" | "stretches" | "onsets">): PacePoint[] {
  const first = stretches[0]?.[0] ?? 0
  const last = stretches.at(-1)?.[1] ?? 0
  const pauses = pausesOf(stretches)
  return Array.from({ length: Math.floor(durationMs / STEP_MS) + 1 }, (_, nth) => {
    const atMs = nth * STEP_MS
    const from = Math.max(first, atMs - WINDOW_MS / 2)
    const to = Math.min(last, atMs + WINDOW_MS / 2)
    const still = pauses.reduce(
      (sum, [begin, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(begin, from)),
      0,
    )
    const speech = to - from - still
    const syllables = onsets.filter((at) => at >= from && at < to).length
    return { atMs, syllablesPerSecond: speech >= LEAST_MS ? (syllables * 1000) / speech : null }
  })
}
