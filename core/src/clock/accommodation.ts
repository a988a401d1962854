import { z } from "zod"

/**
 * How much time a person has: 1 is the usual, 1.25, 1.5 and 2 lengthen it, `none` means that no limit applies.
 * Every clock obeys it; panels see the length it leads to, never the reason.
 */
export const TimeFactor = z.union([
  z.literal(1),
  z.literal(1.25),
  z.literal(1.5),
  z.literal(2),
  z.literal("none"),
])
export type TimeFactor = z.infer<typeof TimeFactor>

export const TIME_FACTORS: readonly TimeFactor[] = [1, 1.25, 1.5, 2, "none"]

/** Minutes times the factor, rounded up to whole minutes in the person's favour; `null`: no limit. */
export function allowedMinutes(minutes: number, factor: TimeFactor): number | null {
  if (factor === "none") return null
  // Quarters and halves are exact in binary, so rounding up never adds a minute for nothing.
  return Math.ceil(minutes * factor)
}

/** Milliseconds times the factor, rounded up; `null`: no limit. */
export function allowedMilliseconds(milliseconds: number, factor: TimeFactor): number | null {
  return factor === "none" ? null : Math.ceil(milliseconds * factor)
}
