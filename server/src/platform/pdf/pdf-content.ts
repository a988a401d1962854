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

/** Blocks up to so many characters stay on one page with the heading or label before them. */
const KEPT_TOGETHER = 1500

/** The blocks of a document, in which a heading or label never stands alone at the foot of a page. */
function flow(blocks: readonly Block[]): Content[] {
  const contents: Content[] = []
  let lead: Block[] = []
  for (const block of blocks) {
    if (isLead(block)) {
      lead.push(block)
      continue
    }
    const group = [...lead, block].flatMap(blockContent)
    const together = lead.length > 0 && JSON.stringify(block).length <= KEPT_TOGETHER
    contents.push(...(together ? keptTogether(lead, group) : group))
    lead = []
  }
  return [...contents, ...lead.flatMap(blockContent)]
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

function tableContent({ head, rows }: Extract<Block, { kind: "table" }>): Content {
  return {
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: widthsOf(head, rows),
      body: [
        head.map((cell) => ({ text: inlineContent(cell), fontSize: 8.5, bold: true, color: SOFT })),
        ...rows.map((row) => row.map((cell) => ({ text: inlineContent(cell), fontSize: 9 }))),
      ],
    },
    layout: RULED,
    margin: [0, 2, 0, 10],
  }
}

/** Columns of short cells take what they need; the others share the rest. */
function widthsOf(head: readonly Inline[][], rows: readonly Inline[][][]): string[] {
  const longest = head.map((cell, column) =>
    Math.max(lengthOf(cell), ...rows.map((row) => lengthOf(row[column] ?? []))),
  )
  if (longest.every((length) => length <= 18)) return head.map(() => "auto")
  return longest.map((length) => (length <= 18 ? "auto" : "*"))
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

function rowsContent({ rows, style }: Extract<Block, { kind: "rows" }>): Content {
  const isClock = style === "clock"
  const body = rows.map(({ label, text, note }) => {
    const small = note === undefined ? [] : [{ text: note, style: "note" }]
    const name = {
      text: label,
      bold: true,
      color: style === "scores" ? ACCENT : SOFT,
      fontSize: style === "scores" ? 11 : 9,
    }
    const main = { text: inlineContent(text) }
    return isClock
      ? [name, main, { stack: small, alignment: "right", noWrap: true }]
      : [name, { stack: [main, ...small] }]
  })
  const widths = isClock ? [LABEL_WIDTH.clock, "*", "auto"] : [LABEL_WIDTH[style], "*"]
  const table = { table: { widths, dontBreakRows: true, body }, layout: RULED, margin: [0, 2, 0, 8] }
  return style === "scores" ? { stack: [table], unbreakable: true } : table
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
