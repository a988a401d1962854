import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { allowedMilliseconds, allowedMinutes, TIME_FACTORS, TimeFactor } from "./accommodation.ts"
import type { AttemptClock } from "./attempt-clock.ts"
import {
  AttemptClock as AttemptClockSchema,
  breakTime,
  deadline,
  GRACE,
  newClock,
  remaining,
  standing,
} from "./attempt-clock.ts"
import type { ClockCommand } from "./clock-commands.ts"
import { commandClock } from "./clock-commands.ts"

const MINUTE = 60_000
const T = 1_800_000_000_000
function run(clock: AttemptClock, ...steps: [ClockCommand, number][]): AttemptClock {
  return steps.reduce((held, [command, at]) => {
    const answer = commandClock(held, command, at)
    if (!answer.ok) throw new Error(`${command}: ${answer.problem.id}`)
    return answer.clock
  }, clock)
}
const refusal = (clock: AttemptClock, command: ClockCommand, at: number): string => {
  const answer = commandClock(clock, command, at)
  return answer.ok ? "allowed" : answer.problem.id
}

describe("accommodation", () => {
  it("lengthens and never shortens, in whole minutes upwards", () => {
    expect([1, 1.25, 1.5, 2].map((factor) => allowedMinutes(35, TimeFactor.parse(factor)))).toEqual([
      35, 44, 53, 70,
    ])
    expect(allowedMinutes(40, 1.25)).toBe(50)
    expect(allowedMinutes(33, 1.25)).toBe(42)
    expect(allowedMinutes(35, "none")).toBeNull()
    expect(allowedMilliseconds(1001, 1.25)).toBe(1252)
  })

  it("knows five factors and no other", () => {
    expect(TIME_FACTORS.every((factor) => TimeFactor.safeParse(factor).success)).toBe(true)
    for (const other of [0, 0.5, 3, "1.5", null]) expect(TimeFactor.safeParse(other).success).toBe(false)
  })
})

describe("the deadline", () => {
  const started = run(newClock(40 * MINUTE, 1.25), ["start", T])

  it("is start plus the allowed length", () => {
    expect(deadline(newClock(MINUTE), T)).toBeNull()
    expect(deadline(started, T)).toBe(T + 50 * MINUTE)
    expect(remaining(newClock(40 * MINUTE, 1.25), T)).toBe(50 * MINUTE)
    expect(remaining(started, T + 49 * MINUTE)).toBe(MINUTE)
    expect(remaining(started, T + 51 * MINUTE)).toBe(0)
    expect(standing(started, T + 50 * MINUTE)).toBe("over")
  })

  it("doesn't exist without a limit", () => {
    const free = run(newClock(MINUTE, "none"), ["start", T])
    expect([deadline(free, T), remaining(free, T + 1e9)]).toEqual([null, null])
    expect(standing(free, T + 1e9)).toBe("running")
    expect(standing(run(free, ["submit", T + 1e9]), T + 2e9)).toBe("submitted")
  })

  it("moves on with a break until its allowance is used", () => {
    const pausing = run(newClock(10 * MINUTE, 1, 5 * MINUTE), ["start", T], ["begin-break", T + 4 * MINUTE])
    expect(standing(pausing, T + 6 * MINUTE)).toBe("on-break")
    expect(remaining(pausing, T + 6 * MINUTE)).toBe(6 * MINUTE)
    expect(remaining(pausing, T + 9 * MINUTE)).toBe(6 * MINUTE)
    expect(remaining(pausing, T + 11 * MINUTE)).toBe(4 * MINUTE)
    expect(standing(pausing, T + 11 * MINUTE)).toBe("running")
    expect(breakTime(run(pausing, ["end-break", T + 6 * MINUTE]), T + 60 * MINUTE)).toBe(2 * MINUTE)
  })

  it("stands still once the work is in", () => {
    const done = run(started, ["submit", T + 30 * MINUTE])
    expect(remaining(done, T + 90 * MINUTE)).toBe(20 * MINUTE)
  })
})

describe("commands of the clock", () => {
  const fresh = newClock(10 * MINUTE, 1, 2 * MINUTE)
  const started = run(fresh, ["start", T])

  it("start once, and nothing goes before the start", () => {
    for (const command of ["begin-break", "end-break", "submit"] as const) {
      expect(refusal(fresh, command, T)).toBe("not-started")
    }
    expect(refusal(started, "start", T + 1)).toBe("already-started")
  })

  it("take work until the grace is over, and say that it is safe afterwards", () => {
    expect(refusal(started, "submit", T + 10 * MINUTE + GRACE)).toBe("allowed")
    expect(refusal(started, "submit", T + 10 * MINUTE + GRACE + 1)).toBe("time-over")
    expect(refusal(run(started, ["submit", T + 5]), "submit", T + 6)).toBe("already-submitted")
    expect(refusal(started, "begin-break", T + 11 * MINUTE)).toBe("time-over")
  })

  it("keep breaks apart and within their allowance", () => {
    expect(refusal(started, "end-break", T + 1)).toBe("not-on-break")
    const pausing = run(started, ["begin-break", T + MINUTE])
    expect(refusal(pausing, "begin-break", T + MINUTE)).toBe("on-break")
    const used = run(pausing, ["end-break", T + 3 * MINUTE])
    expect(refusal(used, "begin-break", T + 4 * MINUTE)).toBe("no-break-left")
    expect(refusal(run(newClock(MINUTE), ["start", T]), "begin-break", T)).toBe("no-break-left")
    expect(run(pausing, ["submit", T + 2 * MINUTE]).breaks).toEqual([
      { from: T + MINUTE, to: T + 2 * MINUTE },
    ])
  })

  it("can't be lengthened by a server clock set back", () => {
    const pausing = run(started, ["begin-break", T + MINUTE])
    expect(run(pausing, ["end-break", T]).breaks).toEqual([{ from: T + MINUTE, to: T + MINUTE }])
  })

  it("keep every law under random use", () => {
    const steps = fc.array(
      fc.tuple(fc.constantFrom("start", "begin-break", "end-break", "submit"), fc.nat(4 * MINUTE)),
    )
    fc.assert(
      fc.property(fc.constantFrom(...TIME_FACTORS), fc.nat(5 * MINUTE), steps, (factor, allowance, list) => {
        let clock = newClock(10 * MINUTE, factor, allowance)
        let now = T
        let end = -1
        for (const [command, wait] of list) {
          now += wait
          const answer = commandClock(clock, command, now)
          if (answer.ok) clock = answer.clock
          else expect(answer.problem.sentence).toMatch(/\.$/u)
          expect(AttemptClockSchema.parse(clock)).toEqual(clock)
          const found = deadline(clock, now)
          expect(found === null).toBe(clock.startedAt === null || factor === "none")
          if (found === null || clock.startedAt === null) continue
          // It never moves back, and never past start + length × factor + allowance.
          expect(found).toBeGreaterThanOrEqual(end)
          end = found
          expect(found).toBeLessThanOrEqual(
            clock.startedAt + (allowedMilliseconds(clock.length, factor) ?? 0) + allowance,
          )
          expect(remaining(clock, now)).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
