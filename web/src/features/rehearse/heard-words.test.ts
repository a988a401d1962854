import { expect, test } from "vitest"
import { paceFinding, pausesFinding, swingFinding } from "./heard-words.ts"
import type { Measures } from "./speech/index.ts"

const points = (...rates: (number | null)[]) =>
  rates.map((syllablesPerSecond, nth) => ({ atMs: nth * 1000, syllablesPerSecond }))

test("the pace comes with what the count leaves open, or not at all", () => {
  expect(paceFinding(4, 400)).toBe("About 4.0 syllables a second, 3.8 to 4.2")
  expect(paceFinding(4, 100)).toBe("About 4.0 syllables a second, 3.6 to 4.4")
  expect(paceFinding(null, 400)).toMatch(/Too little/)
  expect(paceFinding(4, 9)).toMatch(/Too little/)
})

test("a swing that chance brings isn’t named, a larger one is, with its places", () => {
  const steady = Array.from({ length: 30 }, (_, nth) => (nth % 2 === 0 ? 4 : 4.6))
  expect(swingFinding(points(...steady))).toMatch(/keeps its pace/)
  expect(swingFinding(points(...Array(20).fill(4), 6, ...Array(9).fill(4), 3.5))).toBe(
    "Fastest around 0:20, slowest around 0:30.",
  )
  expect(swingFinding(points(4, 9))).toMatch(/Too short/)
})

test("pauses are counted in words", () => {
  const of = (pauses: number, longPauses: number, longestPauseMs: number) =>
    pausesFinding({ pauses, longPauses, longestPauseMs } as Measures)
  expect(of(0, 0, 0)).toMatch(/^No pause/)
  expect(of(1, 0, 400)).toBe("1 pause, none of a second or more")
  expect(of(9, 2, 1840)).toBe("9 pauses, 2 of a second or more, the longest 1.8 s")
})
