import { expect, test } from "vitest"
import { fold, search } from "./search.ts"
import type { Searchable } from "./search-index.ts"

const long = `${"Before it all there was a long way to go. ".repeat(5)}The watermark was late. ${"And after. ".repeat(30)}`
const pages: Searchable[] = [
  {
    at: "question/a",
    title: "A retry at night",
    where: "Platform",
    passages: [
      { part: "", text: "What happens when it runs twice?" },
      { part: "expected", level: "senior", text: "Names the Résumé of the run, and watermarks" },
    ],
  },
  { at: "guide/b", title: "Watermarks", where: "Guides", passages: [{ part: "", text: long }] },
]
const found = (query: string) => search(pages, query)

test("every word has to stand somewhere on the page, whatever its case or accents", () => {
  expect(found("RESUME twice").map(({ at }) => at)).toEqual(["question/a"])
  expect(found("resume never")).toEqual([])
  expect(found("  ")).toEqual([])
})

test("a word in the title comes first", () => {
  expect(found("watermark").map(({ at }) => at)).toEqual(["guide/b", "question/a"])
})

test("the excerpt is the passage that says it, with its part and the level to choose", () => {
  expect(found("resume")[0]).toMatchObject({
    part: "expected",
    level: "senior",
    excerpt: [
      { text: "Names the ", found: false },
      { text: "Résumé", found: true },
      { text: " of the run, and watermarks", found: false },
    ],
  })
})

test("a long passage is cut around the first word", () => {
  const text =
    found("watermark")[0]
      ?.excerpt.map((piece) => piece.text)
      .join("") ?? ""
  expect(text).toMatch(/^… .*The watermark was late\..* …$/)
  expect(text.length).toBeLessThan(190)
})

test("a place in the folded text is the same place in the original", () => {
  for (const text of ["Résumé İstanbul ﬁne ÅÇÉ ’s", "日本語 🙂 X", ""])
    expect(fold(text).length).toBe(text.length)
  expect(fold("ÅÇÉ’S")).toBe("ace's")
})
