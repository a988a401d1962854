import { competencyScores } from "../scoring/competency.ts"
import { composite } from "../scoring/composite.ts"
import type { Composite } from "../scoring/composite.ts"
import { ratingsAt } from "../scoring/ratings.ts"
import type { ItemRating } from "../scoring/ratings.ts"
import { debriefAgenda } from "./agenda.ts"
import type { AgendaItem } from "./agenda.ts"
import { headline } from "./headline.ts"
import type { Headline } from "./headline.ts"
import { agreementCount, debriefMatrix } from "./matrix.ts"
import type { DebriefCompetency, DebriefRater, MatrixRow } from "./matrix.ts"

/** One rater's score on a competency that the discussion changed; both are kept. */
export interface ScoreChange {
  competencyId: string
  raterId: string
  before: number | null
  after: number | null
}

export interface Debrief {
  /** As the cards opened, and as it stands now; equal until somebody changes a score. */
  before: { rows: MatrixRow[]; composite: Composite }
  after: { rows: MatrixRow[]; composite: Composite }
  changes: ScoreChange[]
  /** Of the scores before discussion: the order of the talk stays while scores move. */
  headline: Headline
  agreement: { alike: number; of: number }
  agenda: AgendaItem[]
}

/** Everything a debrief shows, out of submitted ratings of both phases. `minutes` is the length of the meeting. */
export function debrief(
  competencies: readonly DebriefCompetency[],
  raters: readonly DebriefRater[],
  ratings: readonly ItemRating[],
  minutes = 30,
): Debrief {
  const weights = Object.fromEntries(competencies.map(({ id, weight }) => [id, weight]))
  const at = (phase: "before" | "after") => {
    const counted = ratingsAt(ratings, phase)
    return {
      rows: debriefMatrix(competencies, raters, counted),
      composite: composite(competencyScores(counted), weights),
    }
  }
  const [before, after] = [at("before"), at("after")]
  return {
    before,
    after,
    changes: scoreChanges(before.rows, after.rows),
    headline: headline(before.rows, raters),
    agreement: agreementCount(before.rows),
    agenda: debriefAgenda(before.rows, minutes),
  }
}

/** Which cells differ between two matrices of the same competencies and raters, in the order of the first. */
export function scoreChanges(before: readonly MatrixRow[], after: readonly MatrixRow[]): ScoreChange[] {
  return before.flatMap((row) => {
    const now = after.find((candidate) => candidate.competency.id === row.competency.id)
    return row.cells.flatMap((cell) => {
      const score = now?.cells.find((candidate) => candidate.raterId === cell.raterId)?.score ?? null
      if (score === cell.score) return []
      return [{ competencyId: row.competency.id, raterId: cell.raterId, before: cell.score, after: score }]
    })
  })
}
