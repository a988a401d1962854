import type { Rating, Scorecard } from "@backfill/contract"
import type { AmendmentRow, Card } from "./scorecards.store.ts"

/** A rater's card for that rater; without one yet, an empty draft of version 0. */
export const presentScorecard = (
  interviewId: string,
  rater: Scorecard["rater"],
  card: Card | undefined,
  amendments: readonly AmendmentRow[],
): Scorecard => ({
  interviewId,
  rater,
  state: card?.submittedAt ? "submitted" : "draft",
  ratings: card?.ratings ?? [],
  recommendation: card?.recommendation ?? null,
  reason: card?.reason ?? "",
  submittedAt: card?.submittedAt?.toISOString() ?? null,
  version: card?.version ?? 0,
  amendments: amendments.map((amendment) => ({
    at: amendment.at.toISOString(),
    reason: amendment.why,
    phase: amendment.phase,
    before: amendment.ratingsBefore as Rating[],
    recommendationBefore: amendment.recommendationBefore as Scorecard["recommendation"],
  })),
})
