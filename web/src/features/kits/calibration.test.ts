import { expect, test } from "vitest"
import { guessWords, shuffled, summary } from "./calibration.ts"

test("the order of samples says nothing of their scores, and stays", () => {
  const samples = [
    { score: 2, answer: "We had this" },
    { score: 3, answer: "My internship" },
    { score: 5, answer: "Shop returns" },
  ]
  expect(shuffled(samples).map(({ score }) => score)).toEqual([3, 5, 2])
  expect(shuffled(samples.toReversed())).toEqual(shuffled(samples))
})

test("a guess is compared in words", () => {
  expect(guessWords(3, 3)).toBe("You and the kit agree.")
  expect(guessWords(4, 3)).toBe("You said 4. One step kinder than the kit.")
  expect(guessWords(1, 5)).toBe("You said 1. Four steps stricter than the kit.")
})

test("the summary waits for the last guess, then says how far apart and which way", () => {
  expect(summary([2, undefined, 5], [2, 3, 5])).toBeUndefined()
  expect(summary([], [])).toBeUndefined()
  expect(summary([2, 3, 5], [2, 3, 5])).toMatch(/^All 3/)
  expect(summary([2, 4, 5], [2, 3, 5])).toBe(
    "2 of 3 as the kit has them, never more than one step apart. On the whole you were kinder.",
  )
  expect(summary([4, 1, 5], [2, 3, 5])).toBe("1 of 3 as the kit has them, at most 2 steps apart.")
})
