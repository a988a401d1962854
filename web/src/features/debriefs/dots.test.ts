import { expect, test } from "vitest"
import { dotsOf, otherSide, shortNames, stepDot, stepRow } from "./dots.ts"

const row = (competencyId: string, scores: Record<string, number | null>) => ({
  competencyId,
  title: competencyId,
  weight: 10,
  mean: null,
  range: null,
  anchors: [],
  ratings: [],
  cells: Object.entries(scores).map(([raterId, score]) => ({
    raterId,
    score,
    sinceOpening: { kind: "unchanged" as const },
  })),
})
const rows = [row("a", { x: 5, y: 2, z: null }), row("b", { x: null }), row("c", { x: 3, z: 3 })]

test("dots go by row and from low to high, and stop at the ends", () => {
  expect(dotsOf(rows).map(({ id }) => id)).toEqual(["a/y", "a/x", "c/x", "c/z"])
  expect(stepDot(rows, "a/x", 1)?.id).toBe("c/x")
  expect(stepDot(rows, "a/y", -1)?.id).toBe("a/y")
  expect(stepDot(rows, undefined, 1)?.id).toBe("a/y")
  expect(stepRow(rows, "a/x", 1)?.id).toBe("c/x")
  expect(stepRow(rows, "c/z", -1)?.id).toBe("a/y")
})

test("the other side is the one farthest away, if anybody differs", () => {
  const wide = row("w", { x: 3, y: 1, z: 5 })
  const [low, middle] = dotsOf([wide])
  expect(low && otherSide(wide, low)?.raterId).toBe("z")
  expect(middle && otherSide(wide, middle)?.raterId).toBe("z")
  const alike = dotsOf(rows)[2]
  expect(alike && rows[2] && otherSide(rows[2], alike)).toBeUndefined()
})

test("first names, unless two share one", () => {
  const names = shortNames([
    { id: "1", name: "Ana Lima" },
    { id: "2", name: "Ana Costa" },
    { id: "3", name: "Bo Berg" },
  ])
  expect([...names.values()]).toEqual(["Ana Lima", "Ana Costa", "Bo"])
})
