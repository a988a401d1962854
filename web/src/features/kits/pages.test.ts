import type { Kit } from "@backfill/core"
import { expect, test } from "vitest"
import { contents, guideTitle, neighbours, pagesOf, splitGuide } from "./pages.ts"

const kit = {
  disciplines: [
    { id: "platform", title: "Platform" },
    { id: "empty", title: "Nothing yet" },
  ],
  competencies: [
    { id: "streams", title: "Streams", discipline: "platform" },
    { id: "cost", title: "Cost", discipline: "platform" },
  ],
  questions: [
    { id: "b", title: "B", competency: "cost" },
    { id: "a", title: "A", competency: "streams" },
  ],
  exercises: [
    { id: "x", title: "X", type: "coding-test" },
    { id: "y", title: "Y", type: "drill" },
    { id: "z", title: "Z", type: "coding-test" },
  ],
  guides: {},
} as unknown as Kit

test("disciplines hold competencies, which hold their questions; what is empty is left out", () => {
  expect(contents(kit).map(({ title }) => title)).toEqual(["The kit", "Platform", "Exercises"])
  expect(contents(kit)[1]?.entries).toEqual([
    { at: "competency/streams", title: "Streams", under: [{ at: "question/a", title: "A" }] },
    { at: "competency/cost", title: "Cost", under: [{ at: "question/b", title: "B" }] },
  ])
})

test("exercises stand together by type", () => {
  const { entries = [] } = contents(kit)[2] ?? {}
  expect(entries.map(({ title, under }) => [title, under.map((page) => page.title)])).toEqual([
    ["Coding tests", ["X", "Z"]],
    ["Drills", ["Y"]],
  ])
})

test("one page leads to the next across chapters, and the last leads nowhere", () => {
  const book = contents(kit)
  expect(neighbours(book, "question/a")).toEqual({
    before: { at: "competency/streams", title: "Streams" },
    after: { at: "competency/cost", title: "Cost" },
  })
  expect(neighbours(book, "exercise/y").after).toBeUndefined()
  expect(neighbours(book, "overview").before).toBeUndefined()
  expect(neighbours(book, "nowhere")).toEqual({})
})

test("every page has its own address", () => {
  const addresses = pagesOf(contents(kit)).map(({ at }) => at)
  expect(new Set(addresses).size).toBe(addresses.length)
})

test("a guide is titled by its first heading, else by its file", () => {
  expect(guideTitle("first-talk")).toBe("First talk")
  expect(splitGuide("first-talk", "# Before you talk\n\nBe there.")).toEqual({
    title: "Before you talk",
    body: "Be there.",
  })
  expect(splitGuide("first-talk", "Be there.")).toEqual({ title: "First talk", body: "Be there." })
})
