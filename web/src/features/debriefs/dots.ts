import type { Debrief, DebriefRating, DebriefRow } from "@backfill/contract"
import type { ScaleRating } from "../../ui/index.ts"

/** One rater's score on one competency: what a dot stands for. */
export type Dot = { id: string; competencyId: string; raterId: string; score: number }

export const dotId = (competencyId: string, raterId: string): string => `${competencyId}/${raterId}`

/** All dots, row by row, each row from its lowest score up: the order that j and k go in. */
export function dotsOf(rows: ReadonlyArray<DebriefRow>): Dot[] {
  return rows.flatMap((row) => dotsIn(row))
}

function dotsIn({ competencyId, cells }: DebriefRow): Dot[] {
  return cells
    .flatMap(({ raterId, score }) =>
      score === null ? [] : [{ id: dotId(competencyId, raterId), competencyId, raterId, score }],
    )
    .toSorted((a, b) => a.score - b.score)
}

/** The dot to look at first: the lowest of the row that divides the panel most. */
export const firstDot = (rows: ReadonlyArray<DebriefRow>): Dot | undefined => dotsOf(rows)[0]

/** The next dot in reading order; the ends stay. */
export function stepDot(
  rows: ReadonlyArray<DebriefRow>,
  chosen: string | undefined,
  step: 1 | -1,
): Dot | undefined {
  const dots = dotsOf(rows)
  const at = dots.findIndex(({ id }) => id === chosen)
  return dots[Math.max(0, Math.min(dots.length - 1, at + step))]
}

/** The first dot of the next row that has any. */
export function stepRow(
  rows: ReadonlyArray<DebriefRow>,
  chosen: string | undefined,
  step: 1 | -1,
): Dot | undefined {
  const filled = rows.map(dotsIn).filter((dots) => dots.length > 0)
  const at = filled.findIndex((dots) => dots.some(({ id }) => id === chosen))
  return filled[Math.max(0, Math.min(filled.length - 1, at + step))]?.[0]
}

/** The rater whose score lies farthest from a dot's, of two equally far the higher; undefined where nobody differs. */
export function otherSide(row: DebriefRow, dot: Dot): Dot | undefined {
  const apart = dotsIn(row).filter(({ score }) => score !== dot.score)
  return apart.toSorted(
    (a, b) => Math.abs(b.score - dot.score) - Math.abs(a.score - dot.score) || b.score - a.score,
  )[0]
}

export const ratingsBy = (row: DebriefRow, raterId: string): DebriefRating[] =>
  row.ratings.filter((rating) => rating.raterId === raterId)

/** Names short enough for a column: the first where it is one's own, else the whole. */
export function shortNames(raters: Debrief["raters"]): Map<string, string> {
  const first = (name: string) => name.split(/\s+/)[0] ?? name
  return new Map(
    raters.map(({ id, name }) => {
      const shared = raters.filter((other) => first(other.name) === first(name)).length > 1
      return [id, shared ? name : first(name)]
    }),
  )
}

export function scaleRatings(row: DebriefRow, names: ReadonlyMap<string, string>): ScaleRating[] {
  return row.cells.flatMap(({ raterId, score, sinceOpening }) =>
    score === null
      ? []
      : [
          {
            id: dotId(row.competencyId, raterId),
            rater: names.get(raterId) ?? "",
            score,
            before: sinceOpening.kind === "changed" ? (sinceOpening.from ?? undefined) : undefined,
          },
        ],
  )
}

/** A score as people write it: whole, or with one decimal where several questions make it. */
export const scoreWords = (score: number): string =>
  Number.isInteger(score) ? String(score) : score.toFixed(1)
