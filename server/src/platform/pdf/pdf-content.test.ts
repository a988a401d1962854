import type { Block, Document } from "@backfill/core"
import { describe, expect, it } from "vitest"
import { pdfDefinition } from "./pdf-content.ts"

const line = (text: string) => [{ kind: "text" as const, text }]
const paragraph = (text: string): Block => ({ kind: "paragraph", inline: line(text) })
const label = (text: string): Block => ({ kind: "label", text })
const table = (...rows: string[][]): Block => ({
  kind: "table",
  head: [line("Stage"), line("Who runs it")],
  rows: rows.map((row) => row.map(line)),
})

interface Node {
  stack?: Node[]
  unbreakable?: boolean
  table?: { widths: unknown[]; headerRows?: number; body: { noWrap?: boolean; text?: unknown }[][] }
  text?: unknown
}

/** What is drawn after cover and contents. */
function drawn(...blocks: Block[]): Node[] {
  const document: Document = { title: "T", subtitle: "S", imprint: [], language: "en", blocks }
  const { content } = pdfDefinition(document)
  return content.slice(content.findIndex((node) => Object.hasOwn(node as object, "toc")) + 1) as Node[]
}

const long = "Long enough to fill more than a third of a page. ".repeat(40)

describe("a booklet’s pages", () => {
  it("give a short column one line and what it needs, and the long one the rest", () => {
    const [content] = drawn(
      table(["Getting acquainted", "Somebody who has run this talk before, with another"]),
    )
    expect(content?.table?.widths).toEqual(["auto", "*"])
    expect(content?.table?.body.map((row) => row.map(({ noWrap }) => noWrap))).toEqual([
      [true, false],
      [true, false],
    ])
  })

  it("share the width of long columns by what they hold, and leave the page no wider", () => {
    const ask = "How many events are there in an hour?"
    const [content] = drawn(table([ask, ask.repeat(6)], [ask, ask.repeat(6)]))
    const [first, last] = content?.table?.widths ?? []
    expect(first).toBeGreaterThan(80)
    expect(first).toBeLessThan(200)
    expect(last).toBe("*")
  })

  it("bring the label over a long table again on each page", () => {
    const rows = Array.from({ length: 12 }, () => ["A question", long.slice(0, 200)])
    const [content, ...rest] = drawn(label("Answers"), table(...rows))
    expect(rest).toEqual([])
    expect(content?.table?.headerRows).toBe(2)
    expect(content?.table?.body[0]?.[0]).toMatchObject({ text: "Answers", colSpan: 2 })
  })

  it("keep an item’s head with what is read out, and its last lines with what is before them", () => {
    const contents = drawn(
      { kind: "heading", depth: 2, text: "A question" },
      paragraph("Why it is asked."),
      { kind: "spoken", blocks: [paragraph("Tell me.")] },
      paragraph(long),
      label("Anchors"),
      { kind: "rows", style: "scores", rows: [{ label: "5", text: line("All of it.") }] },
      label("Not to be confused with"),
      paragraph("Charm."),
    )
    expect(contents.map(({ stack, unbreakable }) => [stack?.length, unbreakable])).toEqual([
      [3, true],
      [undefined, undefined],
      [4, true],
    ])
  })

  it("keep the beginning of a long list with its label, and count on", () => {
    const items = Array.from({ length: 20 }, () => [paragraph(long.slice(0, 120))])
    const [kept, rest] = drawn(label("Runbook"), { kind: "list", ordered: true, items })
    expect(kept).toMatchObject({ unbreakable: true, stack: [{ text: "Runbook" }, { ol: [{}] }] })
    expect(rest).toMatchObject({ start: 2 })
  })

  it("cut no short paragraph and no short item in two", () => {
    expect(drawn(paragraph("Short."))).toMatchObject([{ unbreakable: true }])
    expect(drawn({ kind: "heading", depth: 2, text: "6. Offer" }, paragraph("A call."))).toMatchObject([
      { unbreakable: true, stack: [{}, {}] },
    ])
  })
})
