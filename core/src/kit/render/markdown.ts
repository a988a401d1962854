import type { Block, Inline } from "./blocks.ts"

/**
 * Markdown as kits use it: headings, paragraphs, nested lists, quotes, fenced code and tables; strong, emphasis and
 * code in a line; a link keeps its words. No HTML: angle brackets are text. Headings sink by `deeper`. Never throws.
 */
export function markdownBlocks(text: string, deeper = 0): Block[] {
  return blocksOf(text.replaceAll(/\r\n?/g, "\n").split("\n"), deeper)
}

const FENCE = /^\s{0,3}(```|~~~)/
const HEADING = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/
const ITEM = /^(\s*)([-*+]|\d{1,4}[.)])\s+(.*)$/
const ROW = /^\s{0,3}\|(.*)\|\s*$/
const DIVIDER = /^\s{0,3}\|(?:\s*:?-{1,}:?\s*\|)+\s*$/
/** Quotes and lists within one another beyond this are shown flat. */
const MAX_NESTING = 8

function blocksOf(lines: readonly string[], deeper: number, nesting = 0): Block[] {
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ""
    const heading = HEADING.exec(line)
    if (line.trim() === "") at++
    else if (FENCE.test(line)) at = readCode(lines, at, blocks)
    else if (heading) {
      const depth = Math.min(4, (heading[1] ?? "").length + deeper) as 1 | 2 | 3 | 4
      blocks.push({ kind: "heading", depth, text: inlineText(heading[2] ?? "") })
      at++
    } else if (ROW.test(line) && DIVIDER.test(lines[at + 1] ?? "")) at = readTable(lines, at, blocks)
    else if (/^\s{0,3}>/.test(line) && nesting < MAX_NESTING)
      at = readQuote(lines, at, blocks, deeper, nesting)
    else if (ITEM.test(line) && nesting < MAX_NESTING) at = readList(lines, at, blocks, deeper, nesting)
    else at = readParagraph(lines, at, blocks)
  }
  return blocks
}

function readCode(lines: readonly string[], start: number, blocks: Block[]): number {
  const fence = FENCE.exec(lines[start] ?? "")?.[1] ?? "```"
  let end = start + 1
  while (end < lines.length && !(lines[end] ?? "").trimStart().startsWith(fence)) end++
  blocks.push({ kind: "code", text: lines.slice(start + 1, end).join("\n") })
  return end + 1
}

function readTable(lines: readonly string[], start: number, blocks: Block[]): number {
  const cells = (line: string) => (ROW.exec(line)?.[1] ?? "").split("|").map((cell) => inlineOf(cell.trim()))
  const head = cells(lines[start] ?? "")
  const rows: Inline[][][] = []
  let at = start + 2
  for (; at < lines.length && ROW.test(lines[at] ?? ""); at++) {
    const row = cells(lines[at] ?? "")
    rows.push(head.map((_, column) => row[column] ?? []))
  }
  blocks.push({ kind: "table", head, rows })
  return at
}

function readQuote(
  lines: readonly string[],
  start: number,
  blocks: Block[],
  deeper: number,
  nesting: number,
): number {
  let end = start
  while (end < lines.length && /^\s{0,3}>/.test(lines[end] ?? "")) end++
  const inner = lines.slice(start, end).map((line) => line.replace(/^\s{0,3}>\s?/, ""))
  blocks.push({ kind: "quote", blocks: blocksOf(inner, deeper, nesting + 1) })
  return end
}

/** A list goes on while lines are items, are indented under one, or are blank with such a line after them. */
function readList(
  lines: readonly string[],
  start: number,
  blocks: Block[],
  deeper: number,
  nesting: number,
): number {
  const first = ITEM.exec(lines[start] ?? "")
  const indent = first?.[1]?.length ?? 0
  const ordered = /\d/.test(first?.[2] ?? "")
  const items: string[][] = []
  let at = start
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ""
    const item = ITEM.exec(line)
    const own = items.at(-1)
    if (item && (item[1] ?? "").length <= indent + 1) {
      if (/\d/.test(item[2] ?? "") !== ordered || (item[1] ?? "").length < indent) break
      items.push([item[3] ?? ""])
    } else if (line.trim() === "") {
      const next = lines[at + 1] ?? ""
      if (next.trim() === "" || !(ITEM.test(next) || leading(next) > indent + 1)) break
      own?.push("")
    } else if (leading(line) > indent || (own?.at(-1) !== "" && !FENCE.test(line) && !HEADING.test(line))) {
      own?.push(line.slice(Math.min(leading(line), indent + 2)))
    } else break
  }
  blocks.push({ kind: "list", ordered, items: items.map((item) => blocksOf(item, deeper, nesting + 1)) })
  return at
}

function leading(line: string): number {
  return line.length - line.trimStart().length
}

function readParagraph(lines: readonly string[], start: number, blocks: Block[]): number {
  let end = start + 1
  while (end < lines.length && !startsBlock(lines[end] ?? "")) end++
  blocks.push({
    kind: "paragraph",
    inline: inlineOf(
      lines
        .slice(start, end)
        .map((line) => line.trim())
        .join(" "),
    ),
  })
  return end
}

function startsBlock(line: string): boolean {
  return (
    line.trim() === "" ||
    FENCE.test(line) ||
    HEADING.test(line) ||
    ITEM.test(line) ||
    /^\s{0,3}[>|]/.test(line)
  )
}

const INLINE = /`([^`]+)`|\*\*((?:[^*]|\*(?!\*))+)\*\*|\*([^*\s](?:[^*]*[^*\s])?)\*|\[([^\]]*)\]\(([^)\s]*)\)/

/** The pieces of a line. */
export function inlineOf(text: string): Inline[] {
  const pieces: Inline[] = []
  let rest = text
  for (let match = INLINE.exec(rest); match; match = INLINE.exec(rest)) {
    if (match.index > 0) pieces.push({ kind: "text", text: rest.slice(0, match.index) })
    const [whole, code, strong, emphasis, link] = match
    if (code !== undefined) pieces.push({ kind: "code", text: code })
    else if (strong !== undefined) pieces.push({ kind: "strong", children: inlineOf(strong) })
    else if (emphasis !== undefined) pieces.push({ kind: "emphasis", children: inlineOf(emphasis) })
    else pieces.push({ kind: "text", text: link ?? "" })
    rest = rest.slice(match.index + whole.length)
  }
  if (rest !== "") pieces.push({ kind: "text", text: rest })
  return pieces
}

function inlineText(text: string): string {
  const flat = (pieces: readonly Inline[]): string =>
    pieces.map((piece) => ("children" in piece ? flat(piece.children) : piece.text)).join("")
  return flat(inlineOf(text))
}
