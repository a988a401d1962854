import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { allowedMinutes, TIME_FACTORS } from "./accommodation.ts"
import { type AttemptClock, deadline, GRACE, remaining, standing } from "./attempt-clock.ts"
import { commandClock } from "./clock-commands.ts"

const clock = (over: Partial<AttemptClock> = {}): AttemptClock => ({ minutes: 20, factor: 1, breakAllowance: 0, startedAt: null, submittedAt: null, breaks: [], ...over })
const minute = 60_000

describe("the clock of an attempt", () => {
  it("gives what was granted", () => {
    expect(TIME_FACTORS.map((f) => allowedMinutes(20, f))).toEqual([20, 25, 30, 40, null])
    expect(allowedMinutes(35, 1.25)).toBe(44)
  })
  it("never gives less than granted, nor a whole minute more", () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 480 }), fc.constantFrom(1 as const, 1.25 as const, 1.5 as const, 2 as const), (m, f) => {
        const given = allowedMinutes(m, f) as number
        expect(given >= m * f && given < m * f + 1).toBe(true)
      }),
    ))
  it("counts down to zero and not below", () =>
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(1e7), (startedAt, later) => {
        expect(remaining(clock({ startedAt }), startedAt + later)).toBe(Math.max(0, 20 * minute - later))
      }),
    ))
  it("knows no end without a limit", () => {
    expect(deadline(clock({ factor: "none", startedAt: 5 }), 9e15)).toBeNull()
    expect(standing(clock({ factor: "none", startedAt: 5 }), 9e15)).toBe("running")
  })
  it("stops during a break, and no longer than the allowance", () => {
    const onBreak = clock({ startedAt: 0, breakAllowance: 5 * minute, breaks: [{ from: 10 * minute, to: null }] })
    expect(standing(onBreak, 12 * minute)).toBe("on-break")
    expect(remaining(onBreak, 12 * minute)).toBe(10 * minute)
    expect(standing(onBreak, 16 * minute)).toBe("running")
    expect(remaining(onBreak, 16 * minute)).toBe(9 * minute)
  })
})

describe("its commands", () => {
  it("start once, and a second start sets nothing back", () => {
    const started = commandClock(clock(), "start", 1000)
    expect(started).toMatchObject({ ok: true, clock: { startedAt: 1000 } })
    expect(started.ok && commandClock(started.clock, "start", 9000)).toMatchObject({ ok: false, problem: { id: "already-started" } })
  })
  it("take what arrives within the grace, and not after", () => {
    const running = clock({ startedAt: 0 })
    expect(commandClock(running, "submit", 20 * minute + GRACE)).toMatchObject({ ok: true })
    expect(commandClock(running, "submit", 20 * minute + GRACE + 1)).toMatchObject({ ok: false, problem: { id: "time-over" } })
  })
  it("aren't lengthened by a server clock set back", () => {
    const running = clock({ startedAt: 50 * minute, breakAllowance: 10 * minute })
    expect(commandClock(running, "begin-break", 10 * minute)).toMatchObject({ ok: true, clock: { breaks: [{ from: 50 * minute }] } })
  })
})
