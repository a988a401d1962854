import { z } from "zod"
import { allowedMinutes, TimeFactor } from "./accommodation.ts"

const Instant = z.number().int().min(0).describe("Epoch milliseconds by the server's clock.")

/** The clock of one attempt: what was granted, and what has happened. */
export const AttemptClock = z.strictObject({
  minutes: z.number().int().min(1).max(480).describe("Before any adjustment."),
  factor: TimeFactor,
  breakAllowance: z.number().int().min(0).describe("Milliseconds of breaks that stop the clock."),
  startedAt: Instant.nullable(),
  submittedAt: Instant.nullable(),
  breaks: z.array(z.strictObject({ from: Instant, to: Instant.nullable() })),
})
export type AttemptClock = z.infer<typeof AttemptClock>

/** What was sent in time may arrive a little later: a slow network isn't the person's fault. In milliseconds. */
export const GRACE = 30_000

export type Standing = "not-started" | "running" | "on-break" | "over" | "submitted"

/** Breaks taken until `now`, up to the allowance: what goes beyond it counts as working time. In milliseconds. */
function paused(clock: AttemptClock, now: number): number {
  const taken = clock.breaks.reduce((total, { from, to }) => total + Math.max(0, (to ?? now) - from), 0)
  return Math.min(clock.breakAllowance, taken)
}

/** When the attempt ends, as it looks at `now`: a break under way still moves it. `null`: not started, or no limit. */
export function deadline(clock: AttemptClock, now: number): number | null {
  const minutes = allowedMinutes(clock.minutes, clock.factor)
  if (clock.startedAt === null || minutes === null) return null
  return clock.startedAt + minutes * 60_000 + paused(clock, now)
}

/** Milliseconds left, never negative; `null`: not started, or no limit. */
export function remaining(clock: AttemptClock, now: number): number | null {
  const end = deadline(clock, now)
  return end === null ? null : Math.max(0, end - now)
}

/** Where the attempt stands at `now`. A break ends by itself when its allowance is used up. */
export function standing(clock: AttemptClock, now: number): Standing {
  if (clock.submittedAt !== null) return "submitted"
  if (clock.startedAt === null) return "not-started"
  const end = deadline(clock, now)
  if (end !== null && now >= end) return "over"
  const open = clock.breaks.some(({ to }) => to === null)
  const taken = clock.breaks.reduce((total, { from, to }) => total + (to ?? now) - from, 0)
  return open && taken < clock.breakAllowance ? "on-break" : "running"
}
