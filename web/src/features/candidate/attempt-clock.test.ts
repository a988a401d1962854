import { describe, expect, it } from "vitest"
import { secondsLeft, skewOf, spokenTime, turnsAt, wordCount } from "./attempt-clock.ts"

describe("the clock of an exercise", () => {
  it("goes by the server, however wrong the device’s clock is", () => {
    const serverNow = "2026-11-16T12:00:00Z"
    const deadline = Date.parse("2026-11-16T12:10:00Z")
    for (const wrongBy of [-3_600_000, 0, 86_400_000]) {
      const receivedAt = Date.parse(serverNow) + wrongBy
      expect(secondsLeft(deadline, receivedAt + 60_000, skewOf(serverNow, receivedAt))).toBe(540)
    }
  })
  it("turns at five minutes, at one where the whole is short", () => {
    expect([turnsAt(3600), turnsAt(901), turnsAt(600)]).toEqual([300, 300, 60])
  })
  it("speaks a few times only", () => {
    const said = new Set(Array.from({ length: 3600 }, (_, at) => spokenTime(3600 - at, 3600)))
    expect([...said]).toEqual(["", "Ten minutes left.", "Five minutes left.", "One minute left."])
    expect(new Set(Array.from({ length: 601 }, (_, at) => spokenTime(600 - at, 600)))).toEqual(
      new Set(["", "One minute left.", "Time is up."]),
    )
  })
  it("counts words as people do", () => {
    expect(["", "  ", "one", " one\n two  three "].map(wordCount)).toEqual([0, 0, 1, 3])
  })
})
