import { expect, test } from "vitest"
import { paceLine, ticksOf, waveOutline } from "./shapes.ts"

test("a waveform keeps the one loud moment of a column, and a quiet recording fills the box", () => {
  const peaks = new Float32Array(1000)
  peaks[505] = 0.1
  const heights = waveOutline(peaks, 100)
    .split(" ")
    .slice(0, 100)
    .map((point) => -Number(point.split(",")[1]))
  expect(heights.indexOf(Math.max(...heights))).toBe(50)
  expect(Math.max(...heights)).toBe(1)
  expect(Math.min(...heights)).toBeGreaterThan(0)
  expect(waveOutline([], 100)).toBe("")
})

test("the pace curve breaks where nobody speaks", () => {
  const line = paceLine(
    [4, 4, null, 4].map((syllablesPerSecond, nth) => ({ atMs: nth * 1000, syllablesPerSecond })),
    4000,
  )
  expect(line).toBe("M0.0 4.00L250.0 4.00M750.0 4.00")
})

test("an axis has a few whole marks, however long", () => {
  for (const seconds of [4, 40, 150, 181, 900]) {
    const ticks = ticksOf(seconds * 1000)
    expect(ticks.length).toBeLessThanOrEqual(9)
    expect(ticks.at(-1)).toBeLessThanOrEqual(seconds * 1000)
  }
  expect(ticksOf(150_000)).toEqual([0, 30_000, 60_000, 90_000, 120_000, 150_000])
})
