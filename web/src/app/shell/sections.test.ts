import { expect, test } from "vitest"
import { firstPlace, sections, sectionsFor } from "./sections.ts"

test("one world is all that someone with one world sees", () => {
  expect(sectionsFor(["practise"]).map((section) => section.label)).toEqual(["Home", "Settings"])
  expect(sectionsFor(["hire"]).map((section) => section.label)).not.toContain("Home")
})

test("everyone lands on their first section", () => {
  expect(firstPlace(["practise", "hire"])).toBe("/home")
  expect(firstPlace(["hire"])).toBe("/openings")
  expect(firstPlace([])).toBe("/settings")
})

test("no two sections share a key", () => {
  expect(new Set(sections.map((section) => section.key)).size).toBe(sections.length)
})
