/** How many edits still count as a slip of the finger. */
const MAX_EDITS = 2

/**
 * The candidate a misspelt word most likely meant: at most two edits away, and nearer than half the word's length.
 * Undefined when none is near. Of equally near ones the first wins.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestEdits = Math.min(MAX_EDITS, Math.floor(word.length / 2)) + 1
  const lower = word.toLowerCase()
  const rows: Rows = [new Int32Array(2 * bestEdits + 2), new Int32Array(2 * bestEdits + 2)]
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= bestEdits) continue
    const edits = editDistance(lower, candidate.toLowerCase(), bestEdits, rows)
    if (edits < bestEdits) {
      best = candidate
      bestEdits = edits
    }
  }
  return best
}

type Rows = [Int32Array, Int32Array]

/**
 * Levenshtein's distance between two words, or `limit` once it is certain to be at least that. Only letters fewer than
 * `limit` places apart can be matched, and a row's smallest entry never shrinks in later rows, so most pairs cost a few
 * steps. Entry k of row i stands for the first i letters of a and the first i + k - limit of b.
 */
function editDistance(a: string, b: string, limit: number, rows: Rows): number {
  let [previous, row] = rows
  const width = 2 * limit + 1
  previous[width] = row[width] = limit
  for (let k = 0; k < width; k++) previous[k] = Math.abs(k - limit)
  for (let i = 1; i <= a.length; i++) {
    const letter = a.charCodeAt(i - 1)
    let smallest = limit
    let left = limit
    for (let k = 0; k < width; k++) {
      const j = i + k - limit
      const swap = j < 1 ? limit : (previous[k] ?? 0) + (letter === b.charCodeAt(j - 1) ? 0 : 1)
      left = j < 0 || j > b.length ? limit : Math.min(swap, (previous[k + 1] ?? 0) + 1, left + 1, limit)
      row[k] = left
      smallest = Math.min(smallest, left)
    }
    if (smallest >= limit) return limit
    ;[previous, row] = [row, previous]
  }
  return Math.min(limit, previous[b.length - a.length + limit] ?? limit)
}

/** Of more problems of a kind than this, nothing is suggested: many words looked up among many take minutes. */
export const MAX_SUGGESTED = 200
