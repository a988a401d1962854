import type { Scorecard } from "@backfill/contract"
import { RECOMMENDATION_WORDS } from "@backfill/core"

/** A recommendation as words that begin a line. */
export function verdictWords(choice: NonNullable<Scorecard["recommendation"]>): string {
  const words = RECOMMENDATION_WORDS[choice]
  return words.charAt(0).toUpperCase() + words.slice(1)
}
