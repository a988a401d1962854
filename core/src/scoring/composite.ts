import type { CompetencyScore } from "./competency.ts"
import { compositeInterval } from "./interval.ts"
import type { CompositeInterval } from "./interval.ts"

/** Weights fixed before the first interview: competency id to its share in per cent. */
export type Weights = Readonly<Record<string, number>>

export type Composite =
  | {
      state: "complete"
      /** Weighted mean over competencies, 1 to 5. */
      value: number
      interval: CompositeInterval
    }
  /** Nothing is estimated in place of what was not rated. `missing`: weighted competencies nobody rated. */
  | { state: "incomplete"; missing: string[] }
  /** No competency has a weight above 0, so there is nothing to compose. */
  | { state: "no-weights" }

/**
 * The composite: Σ weight × competency score / Σ weight over **all** weighted competencies, never over the rated ones
 * only. Competencies of weight 0 are shown and don't count. `docs/scoring.md` derives the interval.
 */
export function composite(scores: readonly CompetencyScore[], weights: Weights): Composite {
  const weighted = Object.entries(weights).filter(([, weight]) => weight > 0)
  const total = weighted.reduce((sum, [, weight]) => sum + weight, 0)
  if (!(total > 0)) return { state: "no-weights" }
  const byId = new Map(scores.map((score) => [score.competencyId, score]))
  const missing = weighted.flatMap(([id]) => (byId.has(id) ? [] : [id]))
  if (missing.length > 0) return { state: "incomplete", missing }

  const parts = weighted.flatMap(([id, weight]) => {
    const score = byId.get(id)
    return score ? [{ share: weight / total, score }] : []
  })
  const value = parts.reduce((sum, { share, score }) => sum + share * score.mean, 0)
  return { state: "complete", value, interval: compositeInterval(value, parts) }
}
