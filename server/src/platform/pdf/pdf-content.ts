import type { Block, Document, Inline } from "@backfill/core"

type Content = Record<string, unknown>

const INK = "#1b1f24"
const SOFT = "#5b6570"
const LINE = "#d9dde2"
const ACCENT = "#0b5c63"
const WASH = "#f3f6f6"

export interface PdfOptions {
  /** A cover, and contents with page numbers: for a book, not for a few pages. */
  front?: boolean
  /** Size of the running text, in points; usually 10. */
  textSize?: number
}

/** A document as pdfmake takes it: A4, a cover and contents unless `front` is false, running feet. */
export function pdfDefinition(
  document: Document,
  { front = true, textSize = 10 }: PdfOptions = {},
): Content & { content: unknown[] } {
  const { title, subtitle, imprint, blocks } = document
  return {
    pageSize: "A4",
    pageMargins: [62, 60, 62, 66],
    info: { title: `${title}: ${subtitle}` },
    language: document.language,
    defaultStyle: { font: "Roboto", fontSize: textSize, lineHeight: 1.3, color: INK },
    styles: STYLES,
    footer: (page: number, pages: number) =>
      front && page === 1
        ? ""
        : {
            margin: [62, 22, 62, 0],
            fontSize: 8,
            color: SOFT,
            columns: [
              { text: `${title} · ${subtitle}` },
              { text: `${page} of ${pages}`, alignment: "right", width: 60 },
            ],
          },
    content: [
      ...(front
        ? [
            ...cover(title, subtitle, imprint),
            { toc: { title: { text: "Contents", style: "heading1" } }, pageBreak: "before" },
          ]
        : []),
      ...flow(blocks),
    ],
  }
}

const STYLES = {
  heading1: { fontSize: 20, bold: true, margin: [0, 0, 0, 10], lineHeight: 1.15 },
  heading2: { fontSize: 14, bold: true, margin: [0, 22, 0, 2], lineHeight: 1.2 },
  heading3: { fontSize: 11.5, bold: true, margin: [0, 12, 0, 3], lineHeight: 1.2 },
  heading4: { fontSize: 10.5, bold: true, color: SOFT, margin: [0, 8, 0, 2] },
  label: { fontSize: 9, bold: true, color: ACCENT, margin: [0, 10, 0, 3] },
  facts: { fontSize: 9, color: SOFT, margin: [0, 0, 0, 6] },
  note: { fontSize: 8.5, color: SOFT },
}

function cover(title: string, subtitle: string, imprint: readonly string[]): Content[] {
  return [
    { canvas: [{ type: "rect", x: 0, y: 0, w: 471, h: 4, color: ACCENT }], margin: [0, 110, 0, 24] },
    { text: subtitle, bold: true, fontSize: 12, color: ACCENT },
    { text: title, bold: true, fontSize: 30, lineHeight: 1.1, margin: [0, 4, 0, 24] },
    ...imprint.map((text) => ({ text, fontSize: 9, color: SOFT })),
  ]
}

/** Blocks up to so many characters stay on one page with the heading or label before them, and so do short items. */
const KEPT_TOGETHER = 1500
/** What closes an item in so many characters doesn’t go to the next page alone, and no shorter paragraph is cut. */
const CLOSING = 700

/** The blocks of a document, in which no heading, label or closing line stands alone on its side of a page’s end. */
function flow(blocks: readonly Block[]): Content[] {
  return itemsOf(blocks).flatMap((item) => {
    const [first] = item
    const isShort = JSON.stringify(item).length <= SHORT_ITEM && first?.kind === "heading" && first.depth > 1
    return isShort
      ? [{ stack: item.flatMap(blockContent), unbreakable: true }]
      : groupsOf(item).flatMap(groupContent)
  })
}

/** An item of so many characters takes less than a third of a page. */
const SHORT_ITEM = 900

/** Cuts a document before each heading but those that follow one another. */
function itemsOf(blocks: readonly Block[]): Block[][] {
  const items: Block[][] = []
  for (const block of blocks) {
    const item = items.at(-1)
    if (!item || (block.kind === "heading" && !item.every(isLead))) items.push([block])
    else item.push(block)
  }
  return items
}

/** Blocks that belong to one another: what leads to a block, the block, and what closes the item after it. */
interface Group {
  lead: Block[]
  block: Block
  closing: Block[]
}

function groupsOf(item: readonly Block[]): Group[] {
  const groups: Group[] = []
  let lead: Block[] = []
  for (const [at, block] of item.entries()) {
    if (isLead(block) || (opensItem(item.slice(0, at + 1)) && item.slice(at + 1).some(isSpoken))) {
      lead.push(block)
      continue
    }
    groups.push({ lead, block, closing: [] })
    lead = []
  }
  const [before, last] = groups.slice(-2)
  const closes = last?.lead.length === 1 && last.lead[0]?.kind === "label"
  if (before && closes && isKept(before) && JSON.stringify(last).length <= CLOSING) {
    before.closing = [...last.lead, last.block]
    groups.pop()
  }
  return lead.length > 0 ? [...groups, ...lead.map((block) => ({ lead: [], block, closing: [] }))] : groups
}

/** Whether blocks are the short opening of an item, which leads to what is read out. */
function opensItem(blocks: readonly Block[]): boolean {
  const isOpening = blocks.every((block) => isLead(block) || block.kind === "paragraph")
  return isOpening && JSON.stringify(blocks).length <= KEPT_TOGETHER
}

const isSpoken = ({ kind }: Block) => kind === "spoken"

function isKept({ lead, block }: Group): boolean {
  return lead.length > 0 && JSON.stringify(block).length <= KEPT_TOGETHER
}

function groupContent(group: Group): Content[] {
  const { lead, block, closing } = group
  const label = lead.at(-1)
  if (label?.kind === "label") {
    const before = lead.slice(0, -1).flatMap(blockContent)
    if (block.kind === "rows" && block.style === "levels") return [...before, rowsContent(block, label.text)]
    if (block.kind === "table" && !isKept(group)) return [...before, tableContent(block, label.text)]
    if (block.kind === "list" && !isKept(group)) return listAfter(lead, block)
  }
  const all = [...lead, block, ...closing].flatMap(blockContent)
  const isShort = block.kind === "paragraph" && JSON.stringify(block).length <= CLOSING
  return isKept(group) || isShort ? keptTogether(lead, all) : all
}

/** A long list, of which the first entry stays with what leads to it. */
function listAfter(lead: readonly Block[], block: Extract<Block, { kind: "list" }>): Content[] {
  const [first, ...rest] = block.items
  const begin = { ...block, items: first ? [first] : [] }
  const opening = [...lead.flatMap(blockContent), { ...listContent(begin), margin: [0, 0, 0, 0] }]
  return [
    ...keptTogether(lead, opening),
    { ...listContent({ ...block, items: rest }), ...(block.ordered ? { start: 2 } : {}) },
  ]
}

function isLead({ kind }: Block): boolean {
  return kind === "heading" || kind === "label" || kind === "facts"
}

/** A heading that starts a page does so by itself; what is kept together may not hold a page break. */
function keptTogether(lead: readonly Block[], group: Content[]): Content[] {
  const starts = lead.findLastIndex((block) => block.kind === "heading" && block.newPage === true)
  return [...group.slice(0, starts + 1), { stack: group.slice(starts + 1), unbreakable: true }]
}

function blockContent(block: Block): Content[] {
  switch (block.kind) {
    case "heading":
      return [headingContent(block)]
    case "paragraph":
      return [{ text: inlineContent(block.inline), margin: [0, 0, 0, 6] }]
    case "list":
      return [listContent(block)]
    case "code":
      return [boxed(block.text.split("\n").map(codeLine), WASH, WASH)]
    case "quote":
      return [boxed(block.blocks.flatMap(blockContent), LINE)]
    case "table":
      return [tableContent(block)]
    case "facts":
      return [{ text: block.items.join("  ·  "), style: "facts" }]
    case "spoken":
      return [boxed(block.blocks.flatMap(blockContent), ACCENT, WASH, 11)]
    case "sides":
      return [sidesContent(block)]
    case "rows":
      return [rowsContent(block)]
    case "label":
      return [{ text: block.text, style: "label" }]
  }
}

function headingContent({ depth, text, newPage }: Extract<Block, { kind: "heading" }>): Content {
  return {
    text,
    style: `heading${depth}`,
    ...(newPage ? { pageBreak: "before" } : depth === 1 ? { margin: [0, 34, 0, 10] } : {}),
    ...(depth <= 2
      ? {
          tocItem: true,
          tocStyle: depth === 1 ? { bold: true } : { color: SOFT },
          tocMargin: depth === 1 ? [0, 7, 0, 0] : [12, 0, 0, 0],
        }
      : {}),
  }
}

function listContent({ ordered, items }: Extract<Block, { kind: "list" }>): Content {
  const entries = items.map((item) => ({ stack: item.flatMap(blockContent).map(tight) }))
  return { [ordered ? "ol" : "ul"]: entries, margin: [0, 0, 0, 6], markerColor: SOFT }
}

function tight(content: Content): Content {
  return { ...content, margin: [0, 0, 0, 2] }
}

function boxed(stack: Content[], rule: string, fill?: string, fontSize?: number): Content {
  return {
    table: { widths: ["*"], body: [[{ stack, fillColor: fill, fontSize }]] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (at: number) => (at === 0 ? 2.5 : 0),
      vLineColor: () => rule,
      paddingLeft: () => 12,
      paddingRight: () => 10,
      paddingTop: () => 8,
      paddingBottom: () => 3,
    },
    margin: [0, 5, 0, 8],
  }
}

const RULED = {
  hLineWidth: (at: number) => (at === 0 ? 0 : 0.6),
  hLineColor: () => LINE,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 10,
  paddingTop: () => 4,
  paddingBottom: () => 4,
}

/** Under the label of a table no line is drawn. */
const LABELLED = { ...RULED, hLineWidth: (at: number) => (at <= 1 ? 0 : 0.6) }

/** A table. Its heads stand on each page it reaches, and so does the label over a long one. */
function tableContent({ head, rows }: Extract<Block, { kind: "table" }>, label?: string): Content {
  const columns = columnsOf(head, rows)
  const cell = (inline: Inline[], column: number) => ({
    text: inlineContent(inline),
    noWrap: columns[column]?.isShort === true,
  })
  return {
    table: {
      headerRows: label === undefined ? 1 : 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ width }) => width),
      body: [
        ...(label === undefined ? [] : [labelRow(label, head.length)]),
        head.map((inline, column) => ({ ...cell(inline, column), fontSize: 8.5, bold: true, color: SOFT })),
        ...rows.map((row) => row.map((inline, column) => ({ ...cell(inline, column), fontSize: 9 }))),
      ],
    },
    layout: label === undefined ? RULED : LABELLED,
    margin: [0, 2, 0, 10],
  }
}

/** The label over a table as its first row, which comes again on each page the table reaches. */
function labelRow(label: string, columns: number): Content[] {
  const rest = Array.from({ length: columns - 1 }, () => ({}))
  return [{ text: label, style: "label", colSpan: columns, margin: [0, 6, 0, 0] }, ...rest]
}

/** The longest line a column may hold in one piece, in characters. */
const SHORT_CELL = 22
/** The width of a page’s text, of a small letter and of what parts columns, in points. */
const TEXT_WIDTH = 471
const LETTER_WIDTH = 4.9
const GAP = 10

interface Column {
  width: number | "auto" | "*"
  isShort: boolean
}

/** Columns of short cells take what they need in one line; the others share the rest by how much they hold. */
function columnsOf(head: readonly Inline[][], rows: readonly Inline[][][]): Column[] {
  const lengths = head.map((cell, column) => [
    lengthOf(cell),
    ...rows.map((row) => lengthOf(row[column] ?? [])),
  ])
  const longest = lengths.map((column) => Math.max(...column))
  const isShort = longest.map((length) => length <= SHORT_CELL)
  const taken = longest.reduce(
    (sum, length) => sum + (length <= SHORT_CELL ? length * LETTER_WIDTH + GAP : 0),
    0,
  )
  const shares = lengths.map((column, at) =>
    isShort[at] ? 0 : Math.sqrt(column.reduce((sum, length) => sum + length, 0) / column.length),
  )
  const all = shares.reduce((sum, share) => sum + share, 0)
  const lastLong = isShort.lastIndexOf(false)
  return shares.map((share, at): Column => {
    if (isShort[at]) return { width: "auto", isShort: true }
    if (at === lastLong) return { width: "*", isShort: false }
    return { width: Math.round(((TEXT_WIDTH - taken) * share) / all) - GAP, isShort: false }
  })
}

function lengthOf(pieces: readonly Inline[]): number {
  return pieces.reduce(
    (sum, piece) => sum + ("children" in piece ? lengthOf(piece.children) : piece.text.length),
    0,
  )
}

function sidesContent({ left, right }: Extract<Block, { kind: "sides" }>): Content {
  const side = ({ title, items }: typeof left, color: string): Content => ({
    stack: [
      { text: title, style: "label", color },
      {
        ul: items.map((text) => ({ text, margin: [0, 0, 0, 2] })),
        fontSize: 9.5,
        lineHeight: 1.2,
        markerColor: SOFT,
      },
    ],
  })
  return {
    columns: [side(left, "#2f6b3a"), side(right, "#9a3412")],
    columnGap: 22,
    unbreakable: true,
    margin: [0, 2, 0, 4],
  }
}

const LABEL_WIDTH = { scores: 16, levels: 58, clock: 52 } as const

/** Labelled texts; levels may part at a page’s end, with the label over them on both pages, and scores may not. */
function rowsContent({ rows, style }: Extract<Block, { kind: "rows" }>, label?: string): Content {
  const isClock = style === "clock"
  const body = rows.map(({ label: name, text, note }) => {
    const small = note === undefined ? [] : [{ text: note, style: "note" }]
    const isScore = style === "scores"
    const first = { text: name, bold: true, color: isScore ? ACCENT : SOFT, fontSize: isScore ? 11 : 9 }
    const main = { text: inlineContent(text) }
    return isClock
      ? [first, main, { stack: small, alignment: "right", noWrap: true }]
      : [first, { stack: [main, ...small] }]
  })
  const widths = isClock ? [LABEL_WIDTH.clock, "*", "auto"] : [LABEL_WIDTH[style], "*"]
  const head = label === undefined ? [] : [labelRow(label, widths.length)]
  const content = {
    table: {
      widths,
      dontBreakRows: true,
      body: [...head, ...body],
      ...(label === undefined ? {} : { headerRows: 1, keepWithHeaderRows: 1 }),
    },
    layout: label === undefined ? RULED : LABELLED,
    margin: [0, 2, 0, 8],
  }
  return style === "scores" ? { stack: [content], unbreakable: true } : content
}

/** The pieces of a line as runs; pdfmake doesn't pass emphasis on to texts within texts. */
function inlineContent(pieces: readonly Inline[], emphasis: Content = {}): Content[] {
  return pieces.flatMap((piece): Content[] => {
    if (piece.kind === "text") return [{ text: piece.text, ...emphasis }]
    if (piece.kind === "code")
      return [{ text: piece.text, ...emphasis, ...codeFont(piece.text), background: WASH }]
    return inlineContent(piece.children, {
      ...emphasis,
      ...(piece.kind === "strong" ? { bold: true } : { italics: true }),
    })
  })
}

/** A Courier letter's width is six tenths of its size. */
const CODE_SIZE = 9
const CODE_WIDTH = CODE_SIZE * 0.6

/** A line of code. Spaces in front of it become its margin, since pdfmake drops them. */
function codeLine(line: string): Content {
  const text = line.trimStart()
  const margin = [(line.length - text.length) * CODE_WIDTH, 0, 0, 2]
  return { text: text === "" ? " " : text, ...codeFont(text), lineHeight: 1.4, margin }
}

/** Code in Courier, which every reader has built in but for letters beyond Latin-1; such code stays in the text's font. */
function codeFont(text: string): Content {
  return /^[\t\n\u0020-\u007e\u00a0-\u00ff]*$/.test(text)
    ? { font: "Courier", fontSize: CODE_SIZE }
    : { fontSize: CODE_SIZE }
}
