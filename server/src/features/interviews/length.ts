import { allowedMinutes, TimeFactor } from "@backfill/core"

/** What is granted as it is stored (null: no limit), as the rules know it. A value they don't know is refused loudly. */
export const timeFactorOf = (stored: number | null): TimeFactor => TimeFactor.parse(stored ?? "none")

/** What to block in a calendar: the adjusted length, and without a limit twice the slot, since an appointment has an end. */
export const bookedMinutes = (minutes: number, factor: TimeFactor): number =>
  allowedMinutes(minutes, factor) ?? minutes * 2
