type Stretch = readonly [fromMs: number, toMs: number]
type Span = { start: number; end: number }

/**
 * Estimates when spans of a transcript were said: its words are spread over the stretches of speech, each taking as long
 * as it has letters. Somebody who lingers on one sentence shifts the rest, so this shows the place and not the second.
 * Undefined where nobody speaks or the text has no words.
 * @returns for each span its moments in ms, in the order given
 */
export function spansInTime(
  text: string,
  spans: readonly Span[],
  stretches: readonly Stretch[],
): { fromMs: number; toMs: number }[] | undefined {
  const spoken = stretches.reduce((sum, [from, to]) => sum + Math.max(0, to - from), 0)
  const words = [...text.matchAll(/[\p{L}\p{N}][^\s]*/gu)].map(({ index, 0: word }) => ({
    at: index,
    // A short word takes more than its letters: it has a syllable too.
    weight: word.length + 2,
  }))
  const all = words.reduce((sum, { weight }) => sum + weight, 0)
  if (spoken === 0 || all === 0) return undefined
  const before = (position: number) =>
    words.reduce((sum, { at, weight }) => (at < position ? sum + weight : sum), 0) / all
  return spans.map(({ start, end }) => ({
    fromMs: momentOf(before(start) * spoken, stretches, "from"),
    toMs: momentOf(before(end) * spoken, stretches, "to"),
  }))
}

/** The moment of a recording at which so much speech has passed. At a pause, its far end for what begins, its near end for what ends. */
function momentOf(speechMs: number, stretches: readonly Stretch[], side: "from" | "to"): number {
  let left = speechMs
  for (const [from, to] of stretches) {
    const length = Math.max(0, to - from)
    if (left < length || (side === "to" && left <= length)) return Math.round(from + left)
    left -= length
  }
  return stretches.at(-1)?.[1] ?? 0
}
