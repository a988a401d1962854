import { z } from "zod"
import { allowedMilliseconds, TimeFactor } from "./accommodation.ts"

const Instant = z.number().int().min(0)

/**
 * The clock of one attempt, kept by the server: a device only shows it. Instants are epoch milliseconds by the server,
 * lengths milliseconds. Every function takes `now`; nothing here reads a clock.
 */
export const AttemptClock = z.strictObject({
  /** The exercise's length before any accommodation. */
  length: z.number().int().min(1),
  factor: TimeFactor,
  /** How much time in breaks stops the clock, in all; further break time runs on the clock. */
  breakAllowance: z.number().int().min(0),
  startedAt: Instant.nullable(),
  breaks: z.array(z.strictObject({ from: Instant, to: Instant.nullable() })).max(100),
  submittedAt: Instant.nullable(),
})
export type AttemptClock = z.infer<typeof AttemptClock>

/** What arrives this long after the deadline is still taken: it was sent in time over a slow line. Milliseconds. */
export const GRACE = 30_000

export type ClockStanding = "not-started" | "running" | "on-break" | "over" | "submitted"

/** A clock that hasn't started. Lengths in milliseconds. */
export function newClock(length: number, factor: TimeFactor = 1, breakAllowance = 0): AttemptClock {
  return { length, factor, breakAllowance, startedAt: null, breaks: [], submittedAt: null }
}

/** Break time used up to `now` that stopped the clock: at most the allowance. */
export function breakTime(clock: AttemptClock, now: number): number {
  const used = clock.breaks.reduce((total, { from, to }) => total + Math.max(0, (to ?? now) - from), 0)
  return Math.min(used, clock.breakAllowance)
}

/**
 * When time is up, as known at `now`: start + allowed length + break time so far. `null` before the start and where no
 * limit applies. During a break it moves on with `now`, until the allowance is used up.
 */
export function deadline(clock: AttemptClock, now: number): number | null {
  const allowed = allowedMilliseconds(clock.length, clock.factor)
  if (clock.startedAt === null || allowed === null) return null
  return clock.startedAt + allowed + breakTime(clock, now)
}

/** Milliseconds left, never below 0; the whole length before the start; `null` where no limit applies. */
export function remaining(clock: AttemptClock, now: number): number | null {
  if (clock.startedAt === null) return allowedMilliseconds(clock.length, clock.factor)
  const seen = clock.submittedAt ?? Math.max(now, clock.startedAt)
  const end = deadline(clock, seen)
  return end === null ? null : Math.max(0, end - seen)
}

/** Where the attempt stands. A break past its allowance counts as running. */
export function standing(clock: AttemptClock, now: number): ClockStanding {
  if (clock.submittedAt !== null) return "submitted"
  if (clock.startedAt === null) return "not-started"
  if (remaining(clock, now) === 0) return "over"
  const open = clock.breaks.some(({ to }) => to === null)
  return open && breakTime(clock, now) < clock.breakAllowance ? "on-break" : "running"
}
