import type { Debrief, DebriefRow } from "@backfill/contract"
import { RECOMMENDATION_WORDS } from "@backfill/core"
import { type Column, CompositeMark, cx, DotScale, NotAsked, ScaleHead, Table, Time } from "../../ui/index.ts"
import { scaleRatings } from "./dots.ts"
import { Score } from "./score.tsx"

type MatrixProps = {
  debrief: Debrief
  names: ReadonlyMap<string, string>
  chosen: string | undefined
  onChoose: (id: string) => void
}

/** Competencies against raters, the most divided first, on one scale that runs down into the composite. */
export function Matrix({ debrief, names, chosen, onChoose }: MatrixProps) {
  const columns: Column<DebriefRow>[] = [
    {
      id: "name",
      head: "Sorted by disagreement",
      names: true,
      cell: (row) => row.title,
      className: "min-w-36",
    },
    {
      id: "weight",
      head: "Weight",
      figure: true,
      cell: (row) => (
        <span className="text-small whitespace-nowrap text-ink-2">
          {row.weight > 0 ? `${row.weight} %` : "none"}
        </span>
      ),
    },
    {
      id: "scale",
      head: <ScaleHead />,
      bleed: true,
      className: "w-58",
      cell: (row) => (
        <DotScale
          label={row.title}
          ratings={scaleRatings(row, names)}
          chosen={chosen}
          onChoose={onChoose}
          named={chosen?.startsWith(`${row.competencyId}/`)}
        />
      ),
    },
    ...debrief.raters.map(
      (rater): Column<DebriefRow> => ({
        id: rater.id,
        head: <span title={rater.name}>{names.get(rater.id)}</span>,
        figure: true,
        cell: (row) => <Score row={row} raterId={rater.id} chosen={chosen} onChoose={onChoose} />,
      }),
    ),
    {
      id: "mean",
      head: "Mean",
      figure: true,
      cell: (row) => (row.mean === null ? <NotAsked /> : row.mean.toFixed(1)),
    },
  ]
  return (
    <Table
      caption="Scores by competency and rater, the most divided first"
      columns={columns}
      rows={debrief.rows}
      rowKey={(row) => row.competencyId}
      rowState={(row) => (chosen?.startsWith(`${row.competencyId}/`) ? "talk" : undefined)}
      density="dots"
      empty="No card of this stage scored anything."
      foot={<Foot debrief={debrief} />}
    />
  )
}

function Foot({ debrief }: { debrief: Debrief }) {
  const { composite, compositeBefore, raters, overall, weightsSetAt } = debrief
  const { value, low, high, note } = composite
  const changed =
    compositeBefore.value !== null && value !== null && compositeBefore.value.toFixed(1) !== value.toFixed(1)
  const interval = low !== null && high !== null ? { low, high } : undefined
  return (
    <>
      <tr className="border-b border-rule">
        <th scope="row" colSpan={2} className="py-2 pr-2.5 pl-2.5 text-left font-normal">
          <span className="font-semibold">Composite {value === null ? "" : value.toFixed(1)}</span>{" "}
          {interval && (
            <span className="text-small whitespace-nowrap text-ink-2">
              95 %: {interval.low.toFixed(1)} to {interval.high.toFixed(1)}
            </span>
          )}
        </th>
        <td className="p-0">
          <CompositeMark value={value ?? undefined} interval={interval} />
        </td>
        <td colSpan={raters.length + 1} className="px-2.5 py-2 text-right text-small text-ink-2">
          {!interval && <span className="block">{note}</span>}
          {changed && (
            <span className="block">{compositeBefore.value?.toFixed(1)} when the cards opened</span>
          )}
          <span className="block">
            weights set <Time at={weightsSetAt} form="relative" />
          </span>
        </td>
      </tr>
      <tr className="border-b border-rule align-bottom">
        <th scope="row" colSpan={3} className="px-2.5 py-2 text-left font-normal text-ink-2">
          Overall, each before the debrief
        </th>
        {raters.map((rater) => (
          <td key={rater.id} className="px-2.5 py-2 text-right text-small">
            {overall
              .filter(({ raterId }) => raterId === rater.id)
              .map(({ interviewId, recommendation, roundTitle }) => (
                <span
                  key={interviewId}
                  title={roundTitle}
                  className={cx(
                    "block",
                    (recommendation === "no" || recommendation === "definitely_no") && "font-semibold",
                  )}
                >
                  {RECOMMENDATION_WORDS[recommendation]}
                </span>
              ))}
          </td>
        ))}
        <td />
      </tr>
    </>
  )
}
