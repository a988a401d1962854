import { expect, test } from "vitest"
import { rank } from "./rank.ts"

test("every word asked for must be there", () => {
  expect(rank("data eng", "Senior data engineer, Rotterdam")).toBe(6)
  expect(rank("data chef", "Senior data engineer")).toBe(0)
})

test("a beginning beats a middle, the first word beats a later one", () => {
  const [first, later, inside] = [
    rank("open", "Openings"),
    rank("open", "New opening"),
    rank("pen", "Openings"),
  ]
  expect(first).toBeGreaterThan(later)
  expect(later).toBeGreaterThan(inside)
  expect(inside).toBeGreaterThan(0)
})

test("accents and case don't matter; nothing asked finds everything", () => {
  expect(rank("lucia", "Lucía Ortiz")).toBe(4)
  expect(rank("  ", "Anything")).toBe(1)
})
