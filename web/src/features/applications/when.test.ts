import { expect, test } from "vitest"
import { inputsAt, instantAt, saidIn } from "./when.ts"

test("a date and a time mean an instant only in a zone", () => {
  expect(instantAt("2026-11-19", "14:30", "Europe/Bucharest")).toBe("2026-11-19T12:30:00Z")
  expect(instantAt("2026-11-19", "14:30", "Europe/Berlin")).toBe("2026-11-19T13:30:00Z")
  expect(instantAt("2026-11-19", "", "Europe/Berlin")).toBeUndefined()
  expect(instantAt("", "14:30", "Europe/Berlin")).toBeUndefined()
})

test("an hour the clocks skip is read an hour later, a repeated one as its first", () => {
  expect(instantAt("2026-03-29", "02:30", "Europe/Berlin")).toBe("2026-03-29T01:30:00Z")
  expect(instantAt("2026-10-25", "02:30", "Europe/Berlin")).toBe("2026-10-25T00:30:00Z")
})

test("the other side reads it in their own zone, on their own day", () => {
  const instant = "2026-11-19T23:30:00Z"
  expect(saidIn(instant, "Europe/London")).toBe("Thursday 19 November, 23:30 (London)")
  expect(saidIn(instant, "Europe/Bucharest")).toBe("Friday 20 November, 01:30 (Bucharest)")
  expect(inputsAt(instant, "Europe/Bucharest")).toEqual({ date: "2026-11-20", time: "01:30" })
})
