import type { Change } from "@backfill/coach"
import { describe, expect, it } from "vitest"
import { changeWords, lengthWords, minutesAndSeconds, nameOf, sureness, times } from "./words.ts"

const change = (before: number, after: number, rest: Partial<Change> = {}): Change => ({
  start: 0,
  end: 1,
  before,
  after,
  claimed: undefined,
  holds: undefined,
  ...rest,
})

describe("a change with two numbers", () => {
  it("is left alone where nothing was claimed: it may be a range", () =>
    expect(changeWords(change(4, 40))).toBeUndefined())
  it("says nothing wrong about zero", () =>
    expect(changeWords(change(0, 11, { claimed: { kind: "percent", value: 11 }, holds: false }))).toContain(
      "a change from or to nothing",
    ))
  it("adds up, or says both sides", () => {
    const seventy = { kind: "percent", value: 70 } as const
    expect(changeWords(change(10, 3, { claimed: seventy, holds: true }))).toBe("adds up: 70 %")
    expect(changeWords(change(40, 6, { claimed: seventy, holds: false }))).toBe(
      "doesn’t add up: that is 85 % less, the text says 70 %",
    )
  })
  it("speaks in the terms of the claim", () => {
    expect(changeWords(change(40, 6, { claimed: { kind: "times", value: 3 }, holds: false }))).toBe(
      "doesn’t add up: that is 6.7 times, the text says 3 times",
    )
    expect(
      changeWords(change(11_000, 4_000, { claimed: { kind: "amount", value: 7_000 }, holds: true })),
    ).toBe("adds up: 7,000")
  })
})

it("says how sure it is in words, and never certain of what it weighs", () => {
  expect([0.55, 0.74, 0.75, 0.9, 1].map((confidence) => sureness("vague-we", confidence))).toEqual([
    "not so sure",
    "not so sure",
    "fairly sure",
    "quite sure",
    "quite sure",
  ])
  expect(sureness("too-long", 1)).toBe("counted")
})

it("writes lengths as people say them", () =>
  expect([0, 45, 60, 128, 59.7].map(minutesAndSeconds)).toEqual([
    "0 s",
    "45 s",
    "1 min",
    "2 min 8 s",
    "1 min",
  ]))

it("holds the spoken range against aim and limit", () => {
  expect(lengthWords({ min: 114, max: 145 }, 150, 180)).toBe("aim 2 min 30 s, limit 3 min")
  expect(lengthWords({ min: 150, max: 190 }, 150, 180)).toContain("told calmly it runs over")
  expect(lengthWords({ min: 181, max: 230 }, 150, 180)).toContain("even when told fast")
})

it("names what it knows, and keeps the id of what it doesn’t", () => {
  expect(nameOf("vague-we")).toBe("Told as “we”")
  expect(nameOf("toString")).toBe("toString")
})

it("counts in words", () => expect([0, 1, 2, 5].map(times)).toEqual(["never", "once", "twice", "5 times"]))
