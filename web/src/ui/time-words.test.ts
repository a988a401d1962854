import { Temporal } from "temporal-polyfill"
import { expect, test } from "vitest"
import { absoluteWords, readInstant, relativeWords, zoneCity } from "./time-words.ts"

const now = Temporal.Instant.from("2026-11-16T13:10:00Z")
const words = (iso: string, zone = "Europe/Berlin") => relativeWords(Temporal.Instant.from(iso), now, zone)

test("near times count in seconds, minutes and hours", () => {
  expect(words("2026-11-16T13:10:04Z")).toBe("now")
  expect(words("2026-11-16T13:30:00Z")).toBe("in 20 min")
  expect(words("2026-11-16T10:10:00Z")).toBe("3 h ago")
  expect(words("2026-11-16T13:09:20Z")).toBe("40 s ago")
})

test("far times count calendar days in the reader's zone", () => {
  expect(words("2026-11-17T14:00:00Z")).toBe("tomorrow")
  expect(words("2026-11-19T13:30:00Z")).toBe("in 3 days")
  expect(words("2026-10-19T13:30:00Z")).toBe("4 weeks ago")
  // 22:30 on the 15th in UTC is already the 16th in Tokyo, where now is 22:10 on the 16th.
  expect(words("2026-11-15T15:05:00Z", "Asia/Tokyo")).toBe("22 h ago")
  expect(words("2026-11-15T14:30:00Z", "Asia/Tokyo")).toBe("yesterday")
})

test("the absolute form says no more than it must", () => {
  const at = (iso: string, zone: string) => absoluteWords(Temporal.Instant.from(iso), now, zone)
  expect(at("2026-11-16T13:30:00Z", "Europe/Berlin")).toBe("14:30")
  expect(at("2026-11-19T12:30:00Z", "Europe/Bucharest")).toBe("Thursday 19 November, 14:30")
  expect(at("2027-06-04T08:05:00Z", "UTC")).toBe("Friday 4 June 2027, 08:05")
})

test("zones and times that aren't any", () => {
  expect(zoneCity("America/Argentina/Buenos_Aires")).toBe("Buenos Aires")
  expect(zoneCity("UTC")).toBe("UTC")
  expect(readInstant("soon")).toBeUndefined()
})
