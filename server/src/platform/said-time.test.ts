import { expect, test } from "vitest"
import { saidTime } from "./said-time.ts"

test.each([
  ["2026-11-02T13:30:00Z", "Europe/Amsterdam", "Monday 2 November 2026, 14:30 in Amsterdam"],
  ["2026-07-02T22:30:00Z", "Europe/Amsterdam", "Friday 3 July 2026, 00:30 in Amsterdam"],
  ["2026-11-02T13:05:00Z", "America/Argentina/Buenos_Aires", "Monday 2 November 2026, 10:05 in Buenos Aires"],
  ["2026-11-02T13:30:00Z", "UTC", "Monday 2 November 2026, 13:30 UTC"],
  ["2026-11-02T13:30:00Z", "Etc/UTC", "Monday 2 November 2026, 13:30 UTC"],
])("%s in %s is said as %s", (at, zone, words) => {
  expect(saidTime(new Date(at), zone)).toBe(words)
})
