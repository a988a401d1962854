/** UTF-16 positions in a text, end exclusive. */
export type Span = { start: number; end: number }

/** The one stretch in which two texts differ: at `from`, `removed` units went and `added` came. */
export type Edit = { from: number; removed: number; added: number }

const splitsPair = (text: string, at: number) =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at))

/** What was typed, pasted or taken away between two versions. Never cuts a character of two units in half. */
export function editBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length)
  let from = 0
  while (from < shorter && before.charCodeAt(from) === after.charCodeAt(from)) from++
  if (splitsPair(before, from) || splitsPair(after, from)) from--
  let same = 0
  while (
    same < shorter - from &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same++
  if (splitsPair(before, before.length - same) || splitsPair(after, after.length - same)) same--
  return { from, removed: before.length - same - from, added: after.length - same - from }
}

/**
 * Where a span stands after an edit, so that a mark stays under its words until they are read again. What is typed at
 * either end stays outside; a span whose words all went comes back empty.
 */
export function follow<S extends Span>(span: S, { from, removed, added }: Edit): S {
  const shift = added - removed
  const start =
    span.start >= from + removed ? span.start + shift : span.start > from ? from + added : span.start
  const end = span.end <= from ? span.end : span.end >= from + removed ? span.end + shift : from
  return { ...span, start, end: Math.max(start, end) }
}
