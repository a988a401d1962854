import { Temporal } from "temporal-polyfill"
import { describe, expect, it } from "vitest"
import { allowedWords, dateWords, durationWords, factorWords, otherZoneWords, stepWhen } from "./when.ts"

const now = Temporal.Instant.from("2026-11-16T12:00:00Z")
const zone = "Europe/Bucharest"
const at = (iso: string) => Temporal.Instant.from(iso)

describe("lengths", () => {
  it("are minutes as people say them", () => {
    expect([1, 35, 60, 90, 91, 120, 150, 181].map(durationWords)).toEqual([
      "1 minute",
      "35 minutes",
      "1 hour",
      "90 minutes",
      "1 hour 31 minutes",
      "2 hours",
      "2 hours 30 minutes",
      "3 hours 1 minute",
    ])
  })
  it("follow the factor, rounded up in the person’s favour", () => {
    expect([
      allowedWords(35, 1),
      allowedWords(35, 1.25),
      allowedWords(60, 2),
      allowedWords(35, null),
    ]).toEqual(["35 minutes", "44 minutes", "2 hours", "No time limit"])
    expect([factorWords(1), factorWords(1.25), factorWords(1.5), factorWords(2), factorWords(null)]).toEqual([
      undefined,
      "25 % more time",
      "50 % more time",
      "Twice the time",
      "No time limit on exercises",
    ])
  })
})

describe("dates and zones", () => {
  it("are days of the reader’s calendar, with the year only where it is another", () => {
    expect(dateWords(at("2026-10-27T23:30:00Z"), now, zone)).toBe("28 October")
    expect(dateWords(at("2027-06-04T10:00:00Z"), now, zone)).toBe("4 June 2027")
  })
  it("name the other zone only where its clock reads differently then", () => {
    const meeting = at("2026-11-19T12:30:00Z")
    expect(otherZoneWords(meeting, zone, "Europe/Amsterdam")).toBe("13:30 in Amsterdam")
    expect(otherZoneWords(meeting, zone, "Europe/Athens")).toBeUndefined()
    expect(otherZoneWords(meeting, zone, "Pacific/Auckland")).toBe("Friday 01:30 in Auckland")
    expect(otherZoneWords(meeting, zone, "Not/A_Zone")).toBeUndefined()
  })
})

describe("the right side of a step", () => {
  const step = (state: "done" | "current" | "ahead" | "not-reached", iso: string | null = null) => ({
    title: "t",
    state,
    at: iso,
  })
  it("says when it was, how far off it is, from when it may be", () => {
    expect(stepWhen(step("done", "2026-10-28T10:00:00Z"), null, now, zone)).toBe("28 October")
    expect(stepWhen(step("current"), "2026-11-19T12:30:00Z", now, zone)).toBe("in 3 days")
    expect(stepWhen(step("current", "2026-11-06T12:30:00Z"), null, now, zone)).toBe("since 6 November")
    expect(stepWhen(step("ahead", "2026-11-24T08:00:00Z"), "2026-11-19T12:30:00Z", now, zone)).toBe(
      "from 24 November",
    )
  })
  it("says nothing it doesn’t know", () => {
    expect(stepWhen(step("current"), null, now, zone)).toBe("now")
    expect(stepWhen(step("ahead"), "2026-11-19T12:30:00Z", now, zone)).toBe("")
    expect(stepWhen(step("not-reached", "2026-11-24T08:00:00Z"), null, now, zone)).toBe("not reached")
  })
})
