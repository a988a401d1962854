import type { Tally } from "./tally.ts"

/**
 * The order of what happens at the same tick: faults begin and end, then clocks strike (commits, schedules, time-outs),
 * then services end, those nearest to the sink first, and last come new records.
 */
export const RANKS = { fault: 0, clock: 1, service: 2, arrival: 3 } as const
export type Rank = keyof typeof RANKS

/** What the engine needs to know of a node. */
export interface Place {
  readonly id: string
  readonly tally: Tally
  /** Events that it can have pending at once, and their place among simultaneous ones. */
  readonly slots: number
  readonly rank: Rank
  /** Number of its first slot; given by the engine. */
  base: number
  begin(): void
  fire(local: number): void
  eachHeld(visit: (row: number) => void): void
}
