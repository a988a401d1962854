import { useState } from "react"
import {
  AnchorPicker,
  Changed,
  type Column,
  CompositeMark,
  DotScale,
  NotAsked,
  type ScaleRating,
  ScaleHead,
  Section,
  Table,
} from "../../ui/index.ts"

type Row = {
  id: string
  name: string
  weight: number
  scores: Partial<Record<Rater, number>>
  before?: Partial<Record<Rater, number>>
}
type Rater = "Nour" | "Tomás" | "Wanja" | "Edith"
const raters: Rater[] = ["Nour", "Tomás", "Wanja", "Edith"]

const rows: Row[] = [
  { id: "model", name: "Data modelling", weight: 20, scores: { Nour: 2, Tomás: 5, Wanja: 4 } },
  { id: "stream", name: "Streaming", weight: 20, scores: { Tomás: 4, Edith: 2 } },
  {
    id: "quality",
    name: "Data quality",
    weight: 20,
    scores: { Nour: 4, Wanja: 4, Edith: 3 },
    before: { Wanja: 2 },
  },
  { id: "cost", name: "Cost awareness", weight: 20, scores: { Nour: 3, Tomás: 3, Edith: 3 } },
  { id: "team", name: "Working with others", weight: 20, scores: { Wanja: 5 } },
]

function ratingsOf(row: Row): ScaleRating[] {
  return raters.flatMap((rater) => {
    const score = row.scores[rater]
    return score === undefined
      ? []
      : [{ id: `${row.id}-${rater}`, rater, score, before: row.before?.[rater] }]
  })
}

function mean(row: Row): string {
  const scores = Object.values(row.scores)
  return (scores.reduce((sum, score) => sum + score, 0) / scores.length).toFixed(1)
}

const anchors = [
  { score: 1, text: "Names a tool and stops there. What a wrong number would cost doesn’t come up." },
  { score: 2, text: "Checks for nulls and duplicates, after a complaint, in one table." },
  { score: 3, text: "Puts checks where data enters and says who is told when one fires." },
  { score: 4, text: "Ranks checks by what a miss costs, and has taken some away again." },
  { score: 5, text: "Others build on the frame; its blind spots are written down and watched." },
]

export function ScalesPart() {
  const [chosen, setChosen] = useState("model-Nour")
  const [anchor, setAnchor] = useState<number | undefined>(4)
  const columns: Column<Row>[] = [
    {
      id: "name",
      head: "Sorted by disagreement",
      names: true,
      cell: (row) => row.name,
      className: "min-w-44",
    },
    {
      id: "weight",
      head: "Weight",
      figure: true,
      cell: (row) => <span className="text-small text-ink-2">{row.weight} %</span>,
    },
    {
      id: "scale",
      head: <ScaleHead />,
      bleed: true,
      className: "w-58",
      cell: (row) => (
        <DotScale
          label={row.name}
          ratings={ratingsOf(row)}
          chosen={chosen}
          onChoose={setChosen}
          named={chosen.startsWith(`${row.id}-`)}
        />
      ),
    },
    ...raters.map(
      (rater): Column<Row> => ({
        id: rater,
        head: rater,
        figure: true,
        className: "min-w-16",
        cell: (row) => <Score score={row.scores[rater]} before={row.before?.[rater]} />,
      }),
    ),
    { id: "mean", head: "Mean", figure: true, cell: mean },
  ]
  return (
    <>
      <Section title="Scales" note="dots, spread, what changed, and the composite on the same ticks">
        <Table
          caption="Ratings by competency and rater"
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowState={(row) => (chosen.startsWith(`${row.id}-`) ? "talk" : undefined)}
          density="dots"
          foot={
            <tr className="border-b border-rule">
              <th scope="row" colSpan={2} className="px-2.5 text-left font-normal">
                <span className="font-semibold">Composite 3.5</span>{" "}
                <span className="text-small text-ink-2">95 %: 2.9 to 4.0</span>
              </th>
              <td>
                <CompositeMark value={3.5} interval={{ low: 2.9, high: 4 }} />
              </td>
              <td colSpan={5} className="px-2.5 text-right text-small text-ink-2">
                3.4 when the cards opened
              </td>
            </tr>
          }
        />
        <div className="mt-6 flex flex-wrap gap-x-10 gap-y-2">
          <CompositeMark value={3.2} />
          <CompositeMark />
          <DotScale label="Nobody yet" ratings={[]} />
        </div>
      </Section>
      <Section title="Anchors" note="choosing is pressing the text">
        <AnchorPicker
          legend="Data quality: a check that earned its keep"
          anchors={anchors}
          value={anchor}
          onChange={setAnchor}
        />
        <AnchorPicker
          legend="The same, nothing chosen"
          anchors={anchors}
          value={undefined}
          onChange={setAnchor}
          error="Choose an anchor, or say that it wasn’t asked."
        />
      </Section>
    </>
  )
}

function Score({ score, before }: { score?: number; before?: number }) {
  if (score === undefined) return <NotAsked />
  return before === undefined ? score : <Changed from={before} to={score} />
}
