import { z } from "zod"

/** A score chosen among five written anchors; `null` means not rated (not asked, or no basis). */
export const Score = z.number().int().min(1).max(5).nullable()
export type Score = z.infer<typeof Score>

/** A rater's overall opinion, kept beside the composite and never part of it. */
export const RECOMMENDATIONS = ["definitely_no", "no", "yes", "strong_yes", "no_decision"] as const
export const Recommendation = z.enum(RECOMMENDATIONS)
export type Recommendation = z.infer<typeof Recommendation>

/** The recommendation as a person reads it. */
export const RECOMMENDATION_WORDS: Record<Recommendation, string> = {
  definitely_no: "definitely not",
  no: "no",
  yes: "yes",
  strong_yes: "strong yes",
  no_decision: "no decision",
}

/** Before the debrief each judges alone; after it a score may change, and both are kept. */
export const RatingPhase = z.enum(["before", "after"])
export type RatingPhase = z.infer<typeof RatingPhase>

/** One rater's score on one question or exercise, with the competencies it is evidence for. */
export const ItemRating = z.strictObject({
  raterId: z.string().min(1),
  itemId: z.string().min(1),
  competencies: z.array(z.string().min(1)).min(1),
  score: Score,
  phase: RatingPhase,
})
export type ItemRating = z.infer<typeof ItemRating>

/**
 * The ratings that count at a phase, one per rater and item. `before`: what was said before the debrief. `after`: that,
 * with every change made since in its place. Of several of one rater, item and phase the last in the list counts.
 */
export function ratingsAt(ratings: readonly ItemRating[], phase: RatingPhase): ItemRating[] {
  const counted = new Map<string, ItemRating>()
  const ordered = [
    ...ratings.filter((rating) => rating.phase === "before"),
    ...(phase === "after" ? ratings.filter((rating) => rating.phase === "after") : []),
  ]
  for (const rating of ordered) counted.set(JSON.stringify([rating.raterId, rating.itemId]), rating)
  return [...counted.values()]
}
