export interface Token {
  /** Lower case, with straight apostrophes. */
  text: string
  /** UTF-16 position in the whole text. */
  start: number
  end: number
}

const TOKEN =
  /[\p{L}\p{M}](?:[\p{L}\p{M}\p{N}_'’&+#/-]*[\p{L}\p{M}\p{N}+#])?|\d(?:[\d.,:']*\d)?(?:[\p{L}]+|\+)?|[%€$£¥→]|->/gu

/** The words, numbers and signs of money or percent between two positions of a text. */
export function tokensIn(text: string, start = 0, end = text.length): Token[] {
  const part = text.slice(start, end)
  return Array.from(part.matchAll(TOKEN), (m) => ({
    text: m[0].toLowerCase().replaceAll("’", "'"),
    start: start + m.index,
    end: start + m.index + m[0].length,
  }))
}

/** Words as a person counts them: pieces between spaces that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0
  for (const piece of text.split(/\s+/u)) if (/[\p{L}\p{N}]/u.test(piece)) count++
  return count
}

/** Position where the nth word (from 0) begins; the text's end when it has fewer. */
export function startOfWord(text: string, n: number): number {
  let count = 0
  for (const m of text.matchAll(/\S+/gu)) if (/[\p{L}\p{N}]/u.test(m[0]) && count++ === n) return m.index
  return text.length
}
