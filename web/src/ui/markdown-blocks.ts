import { type Inline, parseInline } from "./markdown-inline.ts"

/** A part of a text. A list's items are texts of their own, so lists nest. */
export type Block =
  | { kind: "paragraph"; inline: Inline[] }
  | { kind: "heading"; depth: number; inline: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "list"; ordered: boolean; start: number; items: Block[][] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] }

const fence = /^\s{0,3}```/
const heading = /^(#{1,6})\s+(.*?)\s*#*$/
const item = /^(\s{0,3})(?:([-*+])|(\d{1,9})[.)])\s+(?=\S)/
const quote = /^\s{0,3}>\s?/
const blank = /^\s*$/
const row = /^\s{0,3}\|.*\|\s*$/
const underHead = /^\s{0,3}\|(\s*:?-+:?\s*\|)+\s*$/

/** Reads kit text into blocks: paragraphs, headings, lists, quotes, tables and fenced code. Never throws; HTML stays text. */
export function parseMarkdown(source: string): Block[] {
  const lines = source.replace(/\r\n?/g, "\n").split("\n")
  const blocks: Block[] = []
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ""
    if (blank.test(line)) {
      at += 1
      continue
    }
    const [block, next] = readBlock(lines, at, line)
    blocks.push(block)
    at = next
  }
  return blocks
}

/** One block from line `at` on, and the line after it. */
function readBlock(lines: string[], at: number, line: string): [Block, number] {
  if (fence.test(line)) return readFence(lines, at + 1)
  const title = heading.exec(line)
  if (title)
    return [{ kind: "heading", depth: title[1]?.length ?? 1, inline: parseInline(title[2] ?? "") }, at + 1]
  if (quote.test(line)) {
    const end = endOf(lines, at, (text) => quote.test(text))
    const inner = lines.slice(at, end).map((text) => text.replace(quote, ""))
    return [{ kind: "quote", blocks: parseMarkdown(inner.join("\n")) }, end]
  }
  const bullet = item.exec(line)
  if (bullet) return readList(lines, at, bullet)
  if (row.test(line) && underHead.test(lines[at + 1] ?? "")) return readTable(lines, at)
  const end = endOf(lines, at + 1, (text) => !opensBlock(text))
  return [{ kind: "paragraph", inline: parseInline(joined(lines.slice(at, end))) }, end]
}

function opensBlock(line: string): boolean {
  return [blank, fence, heading, quote, item].some((pattern) => pattern.test(line))
}

function joined(lines: string[]): string {
  return lines.map((line) => line.trim()).join(" ")
}

function endOf(lines: string[], from: number, goesOn: (line: string) => boolean): number {
  let end = from
  while (end < lines.length && goesOn(lines[end] ?? "")) end += 1
  return end
}

/** An unclosed fence runs to the end of the text. */
function readFence(lines: string[], from: number): [Block, number] {
  const end = endOf(lines, from, (line) => !fence.test(line))
  return [{ kind: "code", text: lines.slice(from, end).join("\n") }, end + 1]
}

/** A head, the line under it, and rows for as long as they have bars at both ends. `\\|` is a bar within a cell. */
function readTable(lines: string[], from: number): [Block, number] {
  const end = endOf(lines, from + 2, (line) => row.test(line))
  const cells = (line: string) =>
    line
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => parseInline(cell.replaceAll("\\|", "|").trim()))
  return [{ kind: "table", head: cells(lines[from] ?? ""), rows: lines.slice(from + 2, end).map(cells) }, end]
}

function readList(lines: string[], from: number, first: RegExpExecArray): [Block, number] {
  const ordered = first[3] !== undefined
  const items: Block[][] = []
  let at = from
  for (let match = startsItem(lines[at], ordered); match; match = startsItem(lines[at], ordered)) {
    const indent = match[0].length
    const body = [(lines[at] ?? "").slice(indent)]
    at += 1
    while (at < lines.length && belongs(lines, at, indent)) {
      const text = lines[at] ?? ""
      body.push(text.slice(Math.min(indent, text.length - text.trimStart().length)))
      at += 1
    }
    items.push(parseMarkdown(body.join("\n")))
    while (at < lines.length && blank.test(lines[at] ?? "") && startsItem(lines[at + 1], ordered)) at += 1
  }
  return [{ kind: "list", ordered, start: Number(first[3] ?? 1), items }, at]
}

function startsItem(line: string | undefined, ordered: boolean): RegExpExecArray | undefined {
  const match = line === undefined ? null : item.exec(line)
  return match && (match[3] !== undefined) === ordered ? match : undefined
}

/** A line continues an item when it is indented under it, or goes on with its paragraph. */
function belongs(lines: string[], at: number, indent: number): boolean {
  const line = lines[at] ?? ""
  const indented = (text: string) =>
    text.length - text.trimStart().length >= Math.min(indent, 2) && !blank.test(text)
  if (blank.test(line)) return indented(lines[at + 1] ?? "")
  return indented(line) || !opensBlock(line)
}
