import { expect, test } from "vitest"
import { weekFinding } from "./week-words.ts"

test("says what this week held, beside the one before", () => {
  const week = (tries: number, stories: number) => ({ tries, stories })
  expect(weekFinding([week(9, 9), week(4, 0), week(1, 2)])).toBe(
    "1 try and 2 new stories this week, 4 tries the week before",
  )
  expect(weekFinding([week(0, 0), week(0, 1)])).toBe("1 new story this week, no try the week before")
  expect(weekFinding([week(1, 0), week(0, 0)])).toBe("Nothing yet this week, 1 try the week before")
})
