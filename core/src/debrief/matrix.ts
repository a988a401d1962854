import { competencyScores } from "../scoring/competency.ts"
import type { ItemRating } from "../scoring/ratings.ts"
import { averageDeviation, range } from "../statistics/moments.ts"

/** What the matrix shows beside a competency's scores. */
export interface DebriefCompetency {
  id: string
  title: string
  /** Share of the composite in per cent. */
  weight: number
}

export interface DebriefRater {
  id: string
  name: string
}

export interface MatrixCell {
  raterId: string
  /** 1 to 5, the mean of the rater's ratings; `null`: not asked, or no basis. Never 0. */
  score: number | null
  ratings: number
}

/** `alike`: two raters or more, at most one step apart. `apart`: further. `single`, `nobody`: too few to compare. */
export type Accord = "apart" | "alike" | "single" | "nobody"

export interface MatrixRow {
  competency: DebriefCompetency
  /** One cell a rater, in the order of the raters given. */
  cells: MatrixCell[]
  mean: number | null
  /** Highest minus lowest score, in steps of the scale; `null` below two raters. */
  range: number | null
  /** Mean distance from the mean (AD), in steps; `null` below two raters. */
  deviation: number | null
  accord: Accord
}

/** Scores at most this far apart count as alike: neighbours on the anchored scale. */
export const ALIKE_WITHIN = 1

/**
 * Competencies × raters, the largest disagreement first: by range, then by average deviation, then by weight, then as
 * the competencies were given; those nobody can disagree on come last. Give it the ratings of one phase.
 */
export function debriefMatrix(
  competencies: readonly DebriefCompetency[],
  raters: readonly DebriefRater[],
  ratings: readonly ItemRating[],
): MatrixRow[] {
  const scores = new Map(competencyScores(ratings).map((score) => [score.competencyId, score]))
  const rows = competencies.map((competency): MatrixRow => {
    const score = scores.get(competency.id)
    const values = score?.raters.map((rater) => rater.score) ?? []
    const spread = values.length < 2 ? null : range(values)
    return {
      competency,
      cells: raters.map((rater) => {
        const own = score?.raters.find((candidate) => candidate.raterId === rater.id)
        return { raterId: rater.id, score: own?.score ?? null, ratings: own?.ratings ?? 0 }
      }),
      mean: score?.mean ?? null,
      range: spread,
      deviation: spread === null ? null : averageDeviation(values),
      accord: accordOf(values.length, spread),
    }
  })
  return rows.toSorted(
    (a, b) =>
      (b.range ?? -1) - (a.range ?? -1) ||
      (b.deviation ?? -1) - (a.deviation ?? -1) ||
      b.competency.weight - a.competency.weight,
  )
}

function accordOf(raters: number, spread: number | null): Accord {
  if (spread === null) return raters === 0 ? "nobody" : "single"
  // Means of ratings may miss a whole step by rounding alone.
  return spread <= ALIKE_WITHIN + 1e-9 ? "alike" : "apart"
}

/** How many of the competencies that two or more rated are alike. `of` is 0 when none can be compared. */
export function agreementCount(rows: readonly MatrixRow[]): { alike: number; of: number } {
  const comparable = rows.filter((row) => row.range !== null)
  return { alike: comparable.filter((row) => row.accord === "alike").length, of: comparable.length }
}
