import { expect, test } from "vitest"
import { addDays, mondayOf } from "./days.ts"
import { countByWeek } from "./weeks.ts"

test("a week begins on Monday, also across a year's end and a leap day", () => {
  expect(mondayOf("2026-11-21")).toBe("2026-11-16")
  expect(mondayOf("2026-11-16")).toBe("2026-11-16")
  expect(mondayOf("2026-11-22")).toBe("2026-11-16")
  expect(mondayOf("2027-01-01")).toBe("2026-12-28")
  expect(addDays("2028-02-28", 2)).toBe("2028-03-01")
})

test("counts the tries of each week, empty weeks too, and leaves out what is older", () => {
  const dates = ["2026-11-22", "2026-11-16", "2026-11-15", "2026-11-02", "2026-10-01"]
  expect(countByWeek(dates, "2026-11-21", 3)).toEqual([
    { monday: "2026-11-02", count: 1 },
    { monday: "2026-11-09", count: 1 },
    { monday: "2026-11-16", count: 2 },
  ])
})
