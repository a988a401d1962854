/** A sentence as its words, and what it belongs to; sentences of one owner may resemble each other. */
export interface Owned {
  words: readonly string[]
  owner: string
}

/** Shorter sentences are too alike by nature ("Names the grain"). */
const LEAST_WORDS = 6
/** How alike two sentences are at which they count as one with words exchanged: Dice's measure over their common order. */
const ALIKE = 0.8
/** Candidates are looked up by pairs of neighbouring words; of a common pair only the latest sentences are kept. */
const KEPT_PER_PAIR = 24
/** Sentences compared word by word with one sentence at most, so that the work stays proportional to the text. */
const MAX_COMPARED = 24
/** Longer sentences are compared by their beginning. */
const MAX_WORDS = 60

/**
 * Pairs `[at, earlier]` of sentences that are nearly the same though they have different owners, for each sentence at most
 * one. Time grows with the number of words, not with its square.
 */
export function nearDuplicates(sentences: readonly Owned[]): [at: number, earlier: number][] {
  const byPair = new Map<string, number[]>()
  const found: [number, number][] = []
  for (const [at, { words, owner }] of sentences.entries()) {
    if (words.length < LEAST_WORDS) continue
    const own = words.slice(0, MAX_WORDS)
    const pairs = [...new Set(own.slice(1).map((word, index) => `${own[index]} ${word}`))]
    const earlier = candidates(pairs, byPair).find((candidate) => {
      const other = sentences[candidate]
      return (
        other !== undefined &&
        other.owner !== owner &&
        likeness(own, other.words.slice(0, MAX_WORDS)) >= ALIKE
      )
    })
    if (earlier !== undefined) found.push([at, earlier])
    for (const pair of pairs) {
      const kept = byPair.get(pair) ?? []
      kept.push(at)
      if (kept.length > KEPT_PER_PAIR) kept.shift()
      byPair.set(pair, kept)
    }
  }
  return found
}

/** Earlier sentences with the most pairs in common: an alike one shares at least a third of them. */
function candidates(pairs: readonly string[], byPair: ReadonlyMap<string, number[]>): number[] {
  const shared = new Map<number, number>()
  for (const pair of pairs) for (const at of byPair.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  const least = Math.max(2, pairs.length / 3)
  return [...shared]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MAX_COMPARED)
    .map(([at]) => at)
}

/** Dice's measure over the longest common subsequence of words: 1 for the same sentence, 0 for nothing in common. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1
  let previous = Array.from({ length: b.length + 1 }, () => 0)
  for (const word of a) {
    const row = [0]
    for (let j = 1; j <= b.length; j++) {
      row.push(word === b[j - 1] ? (previous[j - 1] ?? 0) + 1 : Math.max(previous[j] ?? 0, row[j - 1] ?? 0))
    }
    previous = row
  }
  return (2 * (previous[b.length] ?? 0)) / (a.length + b.length)
}

/** Where a text has a run of `length` words that stands in an earlier text too; for each text the first one, extended. */
export function sharedRuns(
  texts: readonly (readonly string[])[],
  length: number,
): { at: number; earlier: number; run: readonly string[] }[] {
  const seen = new Map<string, { text: number; start: number }>()
  const found: { at: number; earlier: number; run: readonly string[] }[] = []
  for (const [at, words] of texts.entries()) {
    let reported = false
    for (let start = 0; start + length <= words.length; start++) {
      const key = words.slice(start, start + length).join(" ")
      const first = seen.get(key)
      if (!first) seen.set(key, { text: at, start })
      else if (first.text !== at && !reported) {
        reported = true
        const other = texts[first.text] ?? []
        let end = length
        while (words[start + end] !== undefined && words[start + end] === other[first.start + end]) end++
        found.push({ at, earlier: first.text, run: words.slice(start, start + end) })
      }
    }
  }
  return found
}
