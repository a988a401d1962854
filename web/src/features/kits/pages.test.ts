import type { Kit } from "@backfill/core"
import { expect, test } from "vitest"
import { contents, guideTitle, neighbours } from "./pages.ts"

const kit = {
  questions: [
    { id: "b", title: "B", kind: "behavioural" },
    { id: "a", title: "A", kind: "competency" },
  ],
  exercises: [],
  guides: {},
} as unknown as Kit

test("the book has a chapter for each kind there is and none for what is missing", () => {
  expect(contents(kit).map(({ title }) => title)).toEqual([
    "Foundations",
    "Competency questions",
    "Behavioural questions",
  ])
})

test("one page leads to the next across chapters, and the last leads nowhere", () => {
  const book = contents(kit)
  expect(neighbours(book, "question/a")).toEqual({
    before: { at: "resume", title: "Reading a résumé" },
    after: { at: "question/b", title: "B" },
  })
  expect(neighbours(book, "question/b").after).toBeUndefined()
  expect(neighbours(book, "nowhere")).toEqual({})
})

test("a guide is titled by its file", () => {
  expect(guideTitle("first-talk")).toBe("First talk")
})
