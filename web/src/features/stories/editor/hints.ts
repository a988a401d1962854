import type { Finding, FindingId } from "@backfill/coach"

/** A hint that somebody set aside: which finding, the words it pointed at then, and why. */
export type Dismissed = { finding: string; quote: string; reason: string }

/** How many hints are shown at once. */
export const MOST_HINTS = 3

/**
 * These speak of a place in the story. All others speak of the story as a whole, and point somewhere because a mark has to
 * stand somewhere: set aside, they stay so wherever they would point next.
 */
const OF_A_PLACE: ReadonlySet<string> = new Set<FindingId>([
  "blames-others",
  "vague-we",
  "tool-heavy",
  "one-sided-tradeoff",
])
/** From this share of words in common two quotes are the same sentence, edited. */
const SAME_FROM = 0.6

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** How much two quotes have in common, from 0 to 1: twice the shared words by all words (Dice, words counted as often as they stand). */
export function likeness(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  if (first.length + second.length === 0) return 1
  const left = new Map<string, number>()
  for (const word of first) left.set(word, (left.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of second) {
    const n = left.get(word) ?? 0
    if (n > 0) shared++
    left.set(word, n - 1)
  }
  return (2 * shared) / (first.length + second.length)
}

/** Whether a finding was set aside: the same one, and for those about a place still about the same words. */
export const isDismissed = (finding: string, quote: string, dismissed: readonly Dismissed[]): boolean =>
  dismissed.some(
    (entry) =>
      entry.finding === finding && (!OF_A_PLACE.has(finding) || likeness(entry.quote, quote) >= SAME_FROM),
  )

/**
 * The hints to show: the first few that nobody set aside. `findings` come in order of importance and point into `text`;
 * one whose words are gone is left out. Nobody is asked for the number of an outcome while there is no outcome.
 */
export function chooseHints(
  findings: readonly Finding[],
  text: string,
  dismissed: readonly Dismissed[],
  most = MOST_HINTS,
): Finding[] {
  const open = findings.filter(
    ({ id, start, end }) => end > start && !isDismissed(id, text.slice(start, end), dismissed),
  )
  const hasNoEnd = open.some(({ id }) => id === "no-result")
  return open.filter(({ id }) => !(hasNoEnd && id === "unquantified")).slice(0, most)
}
