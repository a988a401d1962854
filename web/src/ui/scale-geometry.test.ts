import { expect, test } from "vitest"
import { dotStep, groupDots, placeDots, placeNames, scaleSentence, scaleX } from "./scale-geometry.ts"

const rating = (rater: string, score: number, before?: number) => ({ id: rater, rater, score, before })

test("equal scores stand side by side around their tick", () => {
  const xs = placeDots([rating("A", 4), rating("B", 2), rating("C", 4)]).map((dot) => dot.x)
  expect(xs).toEqual([scaleX(4) - dotStep / 2, scaleX(2), scaleX(4) + dotStep / 2])
})

test("a fraction stands between its ticks and nothing leaves the scale", () => {
  expect(scaleX(3.5)).toBe((scaleX(3) + scaleX(4)) / 2)
  expect(scaleX(9)).toBe(scaleX(5))
})

test("names share a tick, and step down rather than touch", () => {
  const names = placeNames([rating("Bartholomew", 3), rating("Christabel", 4), rating("Jo", 1)], "Jo")
  expect(names.map((name) => [name.text, name.line, name.chosen])).toEqual([
    ["Jo", 0, true],
    ["Bartholomew", 0, false],
    ["Christabel", 1, false],
  ])
  expect(placeNames([rating("A", 4), rating("B", 4)])[0]?.text).toBe("A, B")
})

test("the sentence says each score, a change, and the spread", () => {
  expect(scaleSentence([rating("A", 2), rating("B", 4, 3)])).toBe(
    "A 2, B 4 (3 before the debrief). Spread 2 to 4.",
  )
  expect(scaleSentence([rating("A", 4, 4), rating("B", 4)])).toBe("A 4, B 4. All agree on 4.")
  expect(scaleSentence([rating("A", 1)])).toBe("A 1. One rater.")
  expect(scaleSentence([])).toBe("Nobody has rated this.")
})

test("equal scores make one target, wide enough to press", () => {
  const groups = groupDots(placeDots([rating("A", 4), rating("B", 2), rating("C", 4)]))
  expect(groups.map((group) => [group.x, group.dots.length, group.width])).toEqual([
    [scaleX(2), 1, 24],
    [scaleX(4), 2, 2 * dotStep],
  ])
})

test("targets never overlap, however close the scores", () => {
  const groups = groupDots(
    placeDots([rating("A", 3), rating("B", 2.67), rating("C", 3), rating("D", 4.2), rating("E", 3.5)]),
  )
  expect(groups.flatMap((group) => group.dots.map((dot) => dot.rating.id)).sort()).toEqual([
    "A",
    "B",
    "C",
    "D",
    "E",
  ])
  for (const [at, group] of groups.entries()) {
    const next = groups[at + 1]
    expect(group.width).toBeGreaterThanOrEqual(24)
    if (next) expect(group.x + group.width / 2).toBeLessThanOrEqual(next.x - next.width / 2)
  }
})
