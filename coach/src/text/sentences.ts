export interface Span {
  /** UTF-16 positions in the text, end exclusive. */
  start: number
  end: number
}

/** A possible end: closing punctuation before a space, an empty line, or a line that begins a list item or heading. */
const END = /[.!?…]+["'”’)\]]*(?=\s)|\s*\n\s*\n|\n(?=[ \t]{0,8}(?:[-*•#>|]|\d{1,2}[.)]\s))/gu

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|approx|vs|mr|mrs|ms|dr|prof|no|nr|ca|cca|inc|ltd|co|st|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|fig|resp|incl|max|min|avg|a\.m|p\.m|[a-z])\.$/iu

/** Abbreviations that may well end a sentence: what comes next decides. */
const MAY_END = /(?:etc|[ap]\.m|inc|ltd|co)\.$/iu

function ends(text: string, from: number, at: number, mark: string): boolean {
  if (mark.includes("\n") || /[!?]/.test(mark)) return true
  const next = /\S/u.exec(text.slice(at + mark.length, at + mark.length + 40))?.[0] ?? ""
  const isUpper = next !== "" && next !== next.toLowerCase()
  if (/^(?:\.{2,}|…)/.test(mark)) return isUpper
  const before = text.slice(Math.max(from, at - 12), at + 1)
  if (/\bI\.$/.test(before)) return true
  if (ABBREVIATION.test(before))
    return (
      MAY_END.test(before) && isUpper && !/^\s+I\b/.test(text.slice(at + mark.length, at + mark.length + 6))
    )
  return true
}

/** Splits a text into sentences without the space around them. Every position is valid; nothing but space is left out. */
export function sentencesIn(text: string): Span[] {
  const spans: Span[] = []
  let from = 0
  const add = (to: number) => {
    const piece = text.slice(from, to)
    const start = from + (piece.length - piece.trimStart().length)
    const end = to - (piece.length - piece.trimEnd().length)
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) spans.push({ start, end })
    else if (end > start && spans.length > 0) (spans.at(-1) as Span).end = end
    from = to
  }
  for (const { 0: mark, index } of text.matchAll(END))
    if (ends(text, from, index, mark)) add(index + mark.length)
  add(text.length)
  return spans
}
