import { mean } from "../statistics/moments.ts"
import type { ItemRating } from "./ratings.ts"

export interface RaterScore {
  raterId: string
  /** Mean of this rater's ratings on the competency, 1 to 5. */
  score: number
  /** How many ratings it is the mean of. */
  ratings: number
}

export interface CompetencyScore {
  competencyId: string
  raters: RaterScore[]
  /** Mean over raters, each counting once however many of its questions they asked; 1 to 5. */
  mean: number
}

/**
 * The score of every competency somebody rated, in order of first mention. A rating counts for each of its
 * competencies; one of `null` counts for none. Give it the ratings of one phase (`ratingsAt`).
 */
export function competencyScores(ratings: readonly ItemRating[]): CompetencyScore[] {
  const scores = new Map<string, Map<string, number[]>>()
  for (const { raterId, competencies, score } of ratings) {
    if (score === null) continue
    for (const competencyId of new Set(competencies)) {
      const raters = scores.get(competencyId) ?? new Map<string, number[]>()
      scores.set(competencyId, raters)
      raters.set(raterId, [...(raters.get(raterId) ?? []), score])
    }
  }
  return [...scores].map(([competencyId, byRater]) => {
    const raters = [...byRater].map(([raterId, values]) => ({
      raterId,
      score: mean(values) ?? 0,
      ratings: values.length,
    }))
    return { competencyId, raters, mean: mean(raters.map((rater) => rater.score)) ?? 0 }
  })
}
