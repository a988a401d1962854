/**
 * The clock of an attempt or a round under an adjustment of time. All instants are milliseconds since 1970 on the server's clock;
 * a device only shows what follows from them.
 */

/** How much longer than planned; `null` means without a limit. */
export type TimeFactor = 1 | 1.25 | 1.5 | 2 | null

export const TIME_FACTORS: readonly TimeFactor[] = [1, 1.25, 1.5, 2, null]

/** Minutes that a person really has: rounded up to a whole minute, so that nobody gets less than granted. `null`: no limit. */
export function adjustedMinutes(minutes: number, factor: number | null): number | null {
  return factor === null ? null : Math.ceil(minutes * factor - 1e-9)
}

/** When an attempt started at `startedAt` ends; `null` without a limit. */
export function deadlineOf(startedAt: number, minutes: number, factor: number | null): number | null {
  const given = adjustedMinutes(minutes, factor)
  return given === null ? null : startedAt + given * 60_000
}

/** Milliseconds left, never negative; `null` without a limit. */
export function remaining(deadline: number | null, now: number): number | null {
  return deadline === null ? null : Math.max(0, deadline - now)
}

/** What was sent in time may arrive a little later: a slow network isn't the person's fault. In milliseconds. */
export const GRACE = 30_000

/** Whether work that arrives now still counts. */
export function accepts(deadline: number | null, now: number): boolean {
  return deadline === null || now <= deadline + GRACE
}
