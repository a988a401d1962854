/** A piece of a line. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "code"; text: string }
  | { kind: "strong" | "emphasis"; children: Inline[] }

/** A block of a document, as Markdown has it and as a kit's own parts need it; every renderer draws each. */
export type Block =
  | { kind: "heading"; depth: 1 | 2 | 3 | 4; text: string; anchor?: string; newPage?: boolean }
  | { kind: "paragraph"; inline: Inline[] }
  | { kind: "list"; ordered: boolean; items: Block[][] }
  | { kind: "code"; text: string }
  | { kind: "quote"; blocks: Block[] }
  | { kind: "table"; head: Inline[][]; rows: Inline[][][] }
  /** A line of small grey facts under a heading. */
  | { kind: "facts"; items: string[] }
  /** What is read out word for word. */
  | { kind: "spoken"; blocks: Block[] }
  /** Two lists side by side: what to be glad of and what to worry about. */
  | { kind: "sides"; left: { title: string; items: string[] }; right: { title: string; items: string[] } }
  /** Labelled texts, one under the other: anchors by score, expectations by level, a round by the clock. */
  | {
      kind: "rows"
      rows: { label: string; text: Inline[]; note?: string }[]
      style: "scores" | "levels" | "clock"
    }
  /** A small heading inside an item. */
  | { kind: "label"; text: string }

/** A document to print or to read on a screen. */
export interface Document {
  title: string
  subtitle: string
  /** Small print of the first page, one line each. */
  imprint: string[]
  language: string
  blocks: Block[]
}

/** A line of plain text as inline pieces. */
export function plainText(text: string): Inline[] {
  return [{ kind: "text", text }]
}
