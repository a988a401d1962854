import { expect, it } from "vitest"
import { sigmoid, weigh } from "../src/findings/weighing.ts"
import { rescaled, scaleOf } from "./calibrate.ts"

it("makes what is too sure as sure as it is right", () => {
  // Said at 0.98 and right three times in four; said at 0.02 and right once in four.
  const at = (logOdds: number, right: number) =>
    Array.from({ length: 40 }, (_, i) => ({ logOdds, isTrue: i < right }))
  const scale = scaleOf([...at(4, 30), ...at(-4, 10)])
  const weighing = rescaled({ bias: 1, weights: { a: 3 } }, scale)
  expect(sigmoid(weigh(weighing, new Map([["a", 1]])))).toBeCloseTo(0.75, 2)
})
