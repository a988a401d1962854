export interface Span {
  /** UTF-16 positions in the text, end exclusive. */
  start: number
  end: number
}

/** Closing punctuation, or space. Each match takes all it can, so that a text of nothing else is still read in one go. */
const MARK = /[.!?…]+["'”’)\]]*|\s+/gu
const LIST_ITEM = /^[ \t]{0,8}(?:[-*•#>|]|\d{1,2}[.)]\s)/u

/** Whether space between words parts sentences by itself: an empty line, or a new line with a list item or heading. */
function parts(text: string, space: string, at: number): boolean {
  const lines = space.split("\n").length - 1
  return (
    lines > 1 ||
    (lines === 1 && LIST_ITEM.test(text.slice(at + space.lastIndexOf("\n") + 1, at + space.length + 12)))
  )
}

const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|approx|vs|mr|mrs|ms|dr|prof|no|nr|ca|cca|inc|ltd|co|st|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|fig|resp|incl|max|min|avg|a\.m|p\.m|[a-z])\.$/iu

/** Abbreviations that stand before a name or go on in the same sentence, whatever letter comes next. */
const GOES_ON = /(?:^|[\s(])(?:e\.g|i\.e|vs|mr|mrs|ms|dr|prof|st|[a-z])\.$/iu

function ends(text: string, from: number, at: number, mark: string): boolean {
  if (!/^\s?$/u.test(text.charAt(at + mark.length))) return false
  if (/[!?]/.test(mark)) return true
  const next = /\S/u.exec(text.slice(at + mark.length, at + mark.length + 40))?.[0] ?? ""
  const isUpper = next !== "" && next !== next.toLowerCase()
  if (/^(?:\.{2,}|…)/.test(mark)) return isUpper
  const before = text.slice(Math.max(from, at - 12), at + 1)
  if (/\bI\.$/.test(before)) return true
  if (ABBREVIATION.test(before))
    return (
      isUpper &&
      !GOES_ON.test(before) &&
      !(/[ap]\.m\.$/iu.test(before) && /^\s+I\b/.test(text.slice(at + mark.length, at + mark.length + 6)))
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
  for (const { 0: mark, index } of text.matchAll(MARK))
    if (/^\s/u.test(mark) ? parts(text, mark, index) : ends(text, from, index, mark)) add(index + mark.length)
  add(text.length)
  return spans
}
