/**
 * How well `text` answers `query`: 0 not at all, more is better. Every word of the query must begin a word of the text
 * (3 each, one more where it is the first), or stand inside one (1 each). Accents and case don't matter.
 */
export function rank(query: string, text: string): number {
  const wanted = plain(query).split(/\s+/).filter(Boolean)
  const words = plain(text).split(/[\s,/·:()]+/)
  let total = wanted.length === 0 ? 1 : 0
  for (const want of wanted) {
    const at = words.findIndex((word) => word.startsWith(want))
    if (at >= 0) total += at === 0 ? 4 : 3
    else if (words.some((word) => word.includes(want))) total += 1
    else return 0
  }
  return total
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
}
