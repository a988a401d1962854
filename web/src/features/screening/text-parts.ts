/** A range of a text in UTF-16 units, end excluded. */
export type Range = { start: number; end: number }

/** A stretch of the text that is drawn one way. `covered` names what was taken out there. */
export type TextPart = Range & { text: string; covered: string | undefined; cited: boolean; chosen: boolean }

/** Cuts the text wherever something begins or ends to be covered, cited or chosen. Put together, the parts are the text. */
export function textParts(
  text: string,
  covered: ReadonlyArray<Range & { kind: string }>,
  cited: ReadonlyArray<Range>,
  chosen: Range | undefined,
): TextPart[] {
  const ranges = [...covered, ...cited, ...(chosen ? [chosen] : [])]
  const inside = (at: number) => Math.min(text.length, Math.max(0, at))
  const cuts = new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [inside(start), inside(end)])])
  const sorted = [...cuts].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, at) => {
    const end = sorted[at + 1] ?? text.length
    const holds = (range: Range) => range.start <= start && end <= range.end
    return {
      start,
      end,
      text: text.slice(start, end),
      covered: covered.find(holds)?.kind,
      cited: cited.some(holds),
      chosen: chosen !== undefined && holds(chosen),
    }
  })
}

/** The range without the white space at its ends; undefined when nothing else is in it. */
export function trimmed(text: string, { start, end }: Range): Range | undefined {
  const inner = text.slice(start, end)
  const lead = inner.length - inner.trimStart().length
  const words = inner.trim()
  return words === "" ? undefined : { start: start + lead, end: start + lead + words.length }
}

/** Lines of the text that hold something. */
export function linesOf(text: string): Range[] {
  let start = 0
  return text.split("\n").flatMap((line) => {
    const range = trimmed(text, { start, end: start + line.length })
    start += line.length + 1
    return range ? [range] : []
  })
}

/** The next line from where the choice stands, or the choice grown by a line. */
export function stepLine(
  lines: ReadonlyArray<Range>,
  chosen: Range | undefined,
  step: 1 | -1,
  grow: boolean,
): Range | undefined {
  if (!chosen) return step === 1 ? lines[0] : lines.at(-1)
  const next =
    step === 1
      ? lines.find((line) => line.start >= chosen.end)
      : lines.findLast((line) => line.end <= chosen.start)
  if (!next) return chosen
  return grow ? { start: Math.min(chosen.start, next.start), end: Math.max(chosen.end, next.end) } : next
}

/** How a part of the résumé is cited: its range as the server reads and answers it. */
export const resumeRef = ({ start, end }: Range): string => `text=${start}-${end}`

/** The range that a citation points at. */
export function rangeOf(ref: string): Range | undefined {
  const match = /text=(\d+)-(\d+)$/.exec(ref)
  return match ? { start: Number(match[1]), end: Number(match[2]) } : undefined
}
