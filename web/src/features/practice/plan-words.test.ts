import { planBack } from "@backfill/core"
import { expect, test } from "vitest"
import { daysLeftWords, droppedWords, spanWords, taskWords } from "./plan-words.ts"

const today = "2026-11-21"

test("a plan is said in words, one of something as one", () => {
  const plan = planBack("2026-12-12", today, { stories: 5, technical: 0, untold: 3 })
  if (plan.state !== "ahead") throw new Error(plan.state)
  expect(daysLeftWords(plan)).toBe("21 days to the on-site")
  expect(plan.spans.slice(0, 3).map(spanWords)).toEqual([
    "21 to 27 November",
    "28 November to 4 December",
    "Sat 5 December",
  ])
  expect(plan.spans[0]?.tasks.map(taskWords)).toEqual([
    "Write 1 story",
    "Tell 2 stories aloud for the first time",
    "Answer 3 questions from the drawer",
    "One design round by the clock",
  ])
  expect(droppedWords(plan)).toBeUndefined()
})

test("what doesn’t fit is said in one sentence", () => {
  const plan = planBack("2026-11-23", today, { stories: 5, technical: 3, untold: 0 })
  expect(droppedWords(plan)).toMatch(
    /^No longer fits: writing 1 more story, 2 technical items and 9 tellings of your stories\./,
  )
})

test("tomorrow, today, yesterday and no date have their own words", () => {
  const words = (date: string | null) =>
    daysLeftWords(planBack(date, today, { stories: 0, technical: 0, untold: 0 }))
  expect(["2026-11-22", today, "2026-11-20", null].map(words)).toEqual([
    "The on-site is tomorrow",
    "The on-site is today",
    "The on-site was yesterday",
    "No date yet",
  ])
})
