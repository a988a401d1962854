import { expect, test } from "vitest"
import { parseMarkdown } from "./markdown-blocks.ts"
import { parseInline } from "./markdown-inline.ts"

const text = (words: string) => [{ kind: "text", text: words }]
const paragraph = (words: string) => ({ kind: "paragraph", inline: text(words) })

test("lines of a paragraph join; a blank line ends it", () => {
  expect(parseMarkdown("One\ntwo\r\n\r\nthree")).toEqual([paragraph("One two"), paragraph("three")])
})

test("lists nest, keep their start, and take lazy lines", () => {
  expect(parseMarkdown("3. a\n   - b\n   - c\n4. d\nmore")).toEqual([
    {
      kind: "list",
      ordered: true,
      start: 3,
      items: [
        [
          paragraph("a"),
          { kind: "list", ordered: false, start: 1, items: [[paragraph("b")], [paragraph("c")]] },
        ],
        [paragraph("d more")],
      ],
    },
  ])
})

test("a blank line between items keeps one list; a change of kind begins another", () => {
  const kinds = parseMarkdown("- a\n\n- b\n\n1. c").map(
    (block) => block.kind === "list" && block.items.length,
  )
  expect(kinds).toEqual([2, 1])
})

test("fenced code keeps its lines, even unclosed", () => {
  expect(parseMarkdown("```sql\nselect *\n\n  from x")).toEqual([
    { kind: "code", text: "select *\n\n  from x" },
  ])
})

test("headings and quotes", () => {
  expect(parseMarkdown("## Why #\n> said\n> so")).toEqual([
    { kind: "heading", depth: 2, inline: text("Why") },
    { kind: "quote", blocks: [paragraph("said so")] },
  ])
})

test("emphasis nests, code is left alone, lone marks stay", () => {
  expect(parseInline("a **b *c*** `*d*` 2 * 3 snake_case_name")).toEqual([
    { kind: "text", text: "a " },
    {
      kind: "strong",
      children: [
        { kind: "text", text: "b " },
        { kind: "emphasis", children: text("c") },
      ],
    },
    { kind: "text", text: " " },
    { kind: "code", text: "*d*" },
    { kind: "text", text: " 2 * 3 snake_case_name" },
  ])
})

test("HTML is text and a script's address is no link", () => {
  expect(parseInline("<b onclick=x>hi</b>")).toEqual(text("<b onclick=x>hi</b>"))
  expect(parseInline("[go](javascript:alert(1))")[0]).not.toMatchObject({ kind: "link" })
  expect(parseInline("[go](javascript:alert)")).toEqual(text("go"))
  expect(parseInline("[go](//elsewhere.test)")).toEqual(text("go"))
  expect(parseInline("[go](https://a.test/b)")).toEqual([
    { kind: "link", href: "https://a.test/b", children: text("go") },
  ])
})

test("a table has a head, a line under it and rows; bars alone make none", () => {
  expect(parseMarkdown("| part | min |\n|---|:-:|\n| a \\| b | **5** |\n\nafter")).toEqual([
    {
      kind: "table",
      head: [text("part"), text("min")],
      rows: [[text("a | b"), [{ kind: "strong", children: text("5") }]]],
    },
    paragraph("after"),
  ])
  expect(parseMarkdown("| no | head |")).toEqual([paragraph("| no | head |")])
})
