import { describe, expect, it } from "vitest"
import { clausesIn } from "./clauses.ts"
import { tokensIn } from "./tokens.ts"

const cut = (text: string) => {
  const tokens = tokensIn(text)
  const spans = clausesIn(
    text,
    tokens,
    tokens.map((t) => t.text),
  )
  return spans.map(({ start, end }) => text.slice(start, end))
}

describe("clauses", () => {
  it.each([
    [
      "The lag was gone at 21:10; I reran the report and sent it to finance.",
      ["The lag was gone at 21:10", "I reran the report and sent it to finance"],
    ],
    [
      "I moved the joins into one model and the next peak went by with one page.",
      ["I moved the joins into one model", "and the next peak went by with one page"],
    ],
    [
      "I reran it, which made them laugh, so she stayed.",
      ["I reran it", "which made them laugh", "so she stayed"],
    ],
    ["I rang finance, legal and the depot.", ["I rang finance, legal and the depot"]],
    ["I looked at it and wrote it down.", ["I looked at it and wrote it down"]],
  ])("of “%s”", (text, wanted) => expect(cut(text)).toEqual(wanted))
})
