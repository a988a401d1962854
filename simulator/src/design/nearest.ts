/** The word a misspelt one most likely meant: at most two letters added, left out or changed; undefined when none is near. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  if (word.length > 40) return undefined
  let best: string | undefined
  let bestEdits = Math.min(2, Math.floor(word.length / 2)) + 1
  for (const candidate of candidates) {
    const edits = editsBetween(word.toLowerCase(), candidate.toLowerCase())
    if (edits < bestEdits) {
      best = candidate
      bestEdits = edits
    }
  }
  return best
}

function editsBetween(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1)
      row.push(
        Math.min(
          (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
          (row[j - 1] ?? 0) + 1,
          (previous[j] ?? 0) + 1,
        ),
      )
    previous = row
  }
  return previous[b.length] ?? a.length
}
