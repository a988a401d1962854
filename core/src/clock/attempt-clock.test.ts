import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { accepts, adjustedMinutes, deadlineOf, GRACE, remaining, TIME_FACTORS } from "./attempt-clock.ts"

const minutes = fc.integer({ min: 1, max: 480 })
const now = fc.integer({ min: 0, max: 4_000_000_000_000 })

describe("the clock of an attempt", () => {
  it("gives what was granted", () => {
    expect(TIME_FACTORS.map((f) => adjustedMinutes(20, f))).toEqual([20, 25, 30, 40, null])
    expect(adjustedMinutes(35, 1.25)).toBe(44)
  })
  it("never gives less than granted, nor a whole minute more", () =>
    fc.assert(
      fc.property(minutes, fc.constantFrom(1, 1.25, 1.5, 2), (m, f) => {
        const given = adjustedMinutes(m, f) as number
        expect(given).toBeGreaterThanOrEqual(m * f)
        expect(given).toBeLessThan(m * f + 1)
      }),
    ))
  it("counts down to zero and not below", () =>
    fc.assert(
      fc.property(now, minutes, fc.integer({ min: 0, max: 10_000_000 }), (start, m, later) => {
        const deadline = deadlineOf(start, m, 1) as number
        expect(remaining(deadline, start + later)).toBe(Math.max(0, m * 60_000 - later))
      }),
    ))
  it("takes what arrives within the grace, and not after", () => {
    const deadline = deadlineOf(1000, 20, 1.5) as number
    expect(accepts(deadline, deadline + GRACE)).toBe(true)
    expect(accepts(deadline, deadline + GRACE + 1)).toBe(false)
  })
  it("knows no end without a limit", () => {
    expect(deadlineOf(5, 20, null)).toBeNull()
    expect(remaining(null, 9e15)).toBeNull()
    expect(accepts(null, 9e15)).toBe(true)
  })
})
