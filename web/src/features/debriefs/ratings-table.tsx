import type { Debrief, DebriefRating } from "@backfill/contract"
import { Changed, type Column, NotAsked, Table } from "../../ui/index.ts"

type Line = DebriefRating & { competency: string; key: string }

/** The same debrief without a drawing: every rating as a line, in words and numbers. */
export function RatingsTable({ debrief, names }: { debrief: Debrief; names: ReadonlyMap<string, string> }) {
  const lines = debrief.rows.flatMap((row) =>
    row.ratings.map(
      (rating): Line => ({
        ...rating,
        competency: row.title,
        key: `${row.competencyId}/${rating.interviewId}/${rating.raterId}/${rating.itemId}`,
      }),
    ),
  )
  const columns: Column<Line>[] = [
    {
      id: "competency",
      head: "Competency",
      names: true,
      className: "min-w-36",
      cell: (line) => line.competency,
    },
    { id: "rater", head: "Rater", cell: (line) => names.get(line.raterId) },
    { id: "item", head: "Question", className: "min-w-40", cell: (line) => line.itemTitle },
    { id: "round", head: "Round", className: "min-w-32", cell: (line) => line.roundTitle },
    {
      id: "score",
      head: "Score",
      figure: true,
      cell: ({ score, sinceOpening }) =>
        sinceOpening.kind === "unchanged" ? (
          (score ?? <NotAsked />)
        ) : (
          <Changed from={sinceOpening.from ?? "–"} to={score ?? "–"} />
        ),
    },
    { id: "anchor", head: "Anchor chosen", className: "min-w-64 py-2", cell: (line) => line.anchor },
    { id: "evidence", head: "Cited", figure: true, cell: (line) => line.evidence.length },
  ]
  return (
    <Table
      caption="Every rating of this stage"
      columns={columns}
      rows={lines}
      rowKey={(line) => line.key}
      empty="Nothing was rated in this stage."
    />
  )
}
