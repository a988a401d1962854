import { expect, test } from "vitest"
import { linesOf, rangeOf, resumeRef, stepLine, textParts, trimmed } from "./text-parts.ts"

const text = "Led ███ at ████.\n\n  Built a lake\nRan it"

test("the parts put together are the text, whatever overlaps", () => {
  const covered = [
    { start: 4, end: 7, kind: "name" },
    { start: 11, end: 99, kind: "company" },
  ]
  const parts = textParts(text, covered, [{ start: 0, end: 9 }], { start: 5, end: 12 })
  expect(parts.map((part) => part.text).join("")).toBe(text)
  expect(parts.find((part) => part.start === 5)).toMatchObject({
    end: 7,
    covered: "name",
    cited: true,
    chosen: true,
  })
  expect(parts.at(-1)).toMatchObject({ covered: "company", cited: false, chosen: false })
  expect(textParts("", [], [], undefined)).toEqual([])
})

test("lines without their indent; steps over empty ones and grows", () => {
  const lines = linesOf(text)
  expect(lines.map(({ start, end }) => text.slice(start, end))).toEqual([
    "Led ███ at ████.",
    "Built a lake",
    "Ran it",
  ])
  const second = stepLine(lines, stepLine(lines, undefined, 1, false), 1, false)
  expect(second).toEqual(lines[1])
  expect(stepLine(lines, second, 1, true)).toEqual({ start: lines[1]?.start, end: lines[2]?.end })
  expect(stepLine(lines, lines[2], 1, false)).toEqual(lines[2])
})

test("a range is cited and read back, also from a full address", () => {
  expect(rangeOf(resumeRef({ start: 3, end: 9 }))).toEqual({ start: 3, end: 9 })
  expect(rangeOf(`x/resume@${"0".repeat(64)}#text=3-9`)).toEqual({ start: 3, end: 9 })
  expect(rangeOf("n1")).toBeUndefined()
  expect(trimmed("  a ", { start: 0, end: 4 })).toEqual({ start: 2, end: 3 })
  expect(trimmed("   ", { start: 0, end: 3 })).toBeUndefined()
})
