import { studentTQuantile } from "../statistics/quantiles.ts"
import type { CompetencyScore } from "./competency.ts"

export type CompositeInterval =
  | {
      kind: "interval"
      /** 95 % limits on the 1 to 5 scale, cut at its ends. */
      low: number
      high: number
      standardError: number
      /** Degrees of freedom, rarely whole. */
      df: number
      raters: number
    }
  /** One person rated everything: how far another would be from them is unknown. */
  | { kind: "one-rater" }
  /** Several raters, but no competency has two of them, so they can't be compared. */
  | { kind: "no-overlap"; raters: number }

/** A competency with its share of the composite; shares add up to 1. */
export interface WeightedScore {
  share: number
  score: CompetencyScore
}

/**
 * Half of the variance between raters is taken to travel with the rater through all competencies (halo and severity).
 * One candidate's few raters can't tell this share, so it is assumed, and on the cautious side; see `docs/scoring.md`.
 */
export const SHARED_RATER_VARIANCE = 0.5

/** Choosing among whole anchors hides up to half a step: the variance of a rounding error, in squared steps. */
export const ROUNDING_VARIANCE = 1 / 12

/** One rater's score on one competency, with what it contributes to the composite. */
interface Cell {
  rater: string
  competency: number
  /** The competency's share over its number of raters. */
  pull: number
  raters: number
  deviation: number
}

/**
 * A 95 % interval for the composite that the whole population of raters would give: value ± t(.975, df) × SE, with
 * raters sampled within competency, weights fixed, one pooled variance within competencies, and raters' deviations
 * correlated across competencies. `docs/scoring.md` derives it and shows its coverage.
 */
export function compositeInterval(value: number, parts: readonly WeightedScore[]): CompositeInterval {
  const cells = parts.flatMap(({ share, score }, competency) =>
    score.raters.map(
      (rater): Cell => ({
        rater: rater.raterId,
        competency,
        pull: share / score.raters.length,
        raters: score.raters.length,
        deviation: rater.score - score.mean,
      }),
    ),
  )
  const raters = new Set(cells.map((cell) => cell.rater)).size
  if (raters < 2) return { kind: "one-rater" }
  const comparisons = parts.reduce((sum, { score }) => sum + score.raters.length - 1, 0)
  if (comparisons === 0) return { kind: "no-overlap", raters }

  const squares = cells.reduce((sum, cell) => sum + cell.deviation ** 2, 0)
  const pooled = Math.max(squares / comparisons, ROUNDING_VARIANCE)
  const standardError = Math.sqrt(pooled * designFactor(cells))
  const df = effectiveDf(cells)
  const half = studentTQuantile(0.975, df) * standardError
  return {
    kind: "interval",
    low: Math.max(1, value - half),
    high: Math.min(5, value + half),
    standardError,
    df,
    raters,
  }
}

/** Variance of the composite in units of one rater's variance: (1 − ρ) Σ a² + ρ Σ over raters (Σ a)². */
function designFactor(cells: readonly Cell[]): number {
  const byRater = new Map<string, number>()
  for (const cell of cells) byRater.set(cell.rater, (byRater.get(cell.rater) ?? 0) + cell.pull)
  const alone = cells.reduce((sum, cell) => sum + cell.pull ** 2, 0)
  const together = [...byRater.values()].reduce((sum, pull) => sum + pull ** 2, 0)
  return (1 - SHARED_RATER_VARIANCE) * alone + SHARED_RATER_VARIANCE * together
}

/** Satterthwaite's degrees of freedom of the pooled variance, tr(Q)² / tr(Q²) with Q = centring × covariance. */
function effectiveDf(cells: readonly Cell[]): number {
  const members = new Set(cells.map((cell) => `${cell.competency} ${cell.rater}`))
  const covariance = (i: Cell, j: Cell): number => {
    if (i.rater !== j.rater) return 0
    return i.competency === j.competency ? 1 : SHARED_RATER_VARIANCE
  }
  /** Covariance of j with the mean of i's competency. */
  const withMean = (i: Cell, j: Cell): number => {
    if (!members.has(`${i.competency} ${j.rater}`)) return 0
    return (i.competency === j.competency ? 1 : SHARED_RATER_VARIANCE) / i.raters
  }
  const entry = (i: Cell, j: Cell): number => covariance(i, j) - withMean(i, j)
  let trace = 0
  let traceOfSquare = 0
  for (const i of cells) {
    trace += entry(i, i)
    for (const j of cells) traceOfSquare += entry(i, j) * entry(j, i)
  }
  return trace ** 2 / traceOfSquare
}
