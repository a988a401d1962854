import type { Debrief, DebriefRow } from "@backfill/contract"
import { RECOMMENDATION_WORDS } from "@backfill/core"
import type { ReactNode } from "react"
import { CompositeMark, cx, DotScale, ScaleHead, Time } from "../../ui/index.ts"
import { scaleRatings } from "./dots.ts"
import { Score } from "./score.tsx"

type NarrowMatrixProps = {
  debrief: Debrief
  names: ReadonlyMap<string, string>
  chosen: string | undefined
  onChoose: (id: string) => void
  /** What stands behind the chosen dot, shown under its row. */
  behind: ReactNode
}

/** The matrix for a narrow window: a competency under the other, its dots on one scale and each rater's score beneath. */
export function NarrowMatrix({ debrief, names, chosen, onChoose, behind }: NarrowMatrixProps) {
  const line = (row: DebriefRow) => ({ row, names, chosen, onChoose })
  return (
    <section aria-label="Scores by competency, the most divided first">
      <div className="flex items-end justify-between gap-4 border-b border-rule-strong pb-1.5 text-small text-ink-2">
        <ScaleHead />
        <span>Mean</span>
      </div>
      <ul>
        {debrief.rows.map((row) => {
          const talk = chosen?.startsWith(`${row.competencyId}/`)
          return (
            <li
              key={row.competencyId}
              className={cx(
                "border-b border-rule",
                talk && "-mx-3 bg-sunk px-3 [--ground:var(--color-sunk)]",
              )}
            >
              <Line {...line(row)} strong={talk ?? false} />
              {talk && <div className="border-t border-rule py-4">{behind}</div>}
            </li>
          )
        })}
      </ul>
      <Foot debrief={debrief} names={names} />
    </section>
  )
}

type LineProps = Pick<NarrowMatrixProps, "names" | "chosen" | "onChoose"> & {
  row: DebriefRow
  strong: boolean
}

function Line({ row, names, chosen, onChoose, strong }: LineProps) {
  const scored = row.cells
    .filter(({ score, sinceOpening }) => score !== null || sinceOpening.kind === "changed")
    .toSorted((a, b) => (a.score ?? 0) - (b.score ?? 0))
  return (
    <div className="py-2.5">
      <p className="flex items-baseline justify-between gap-4">
        <span className={strong ? "font-semibold" : undefined}>{row.title}</span>
        <span className="shrink-0 text-small text-ink-2">
          {row.weight > 0 ? `weight ${row.weight} %` : "no weight"}
        </span>
      </p>
      {scored.length === 0 ? (
        <p className="text-small text-ink-2">rated by nobody</p>
      ) : (
        <>
          <div className="flex items-center justify-between gap-4">
            <DotScale
              label={row.title}
              ratings={scaleRatings(row, names)}
              chosen={chosen}
              onChoose={onChoose}
            />
            {row.mean !== null && <span>{row.mean.toFixed(1)}</span>}
          </div>
          <p className="flex flex-wrap gap-x-5">
            {scored.map(({ raterId }) => (
              <span key={raterId} className="inline-flex items-baseline gap-x-1.5">
                <span className="text-small text-ink-2">{names.get(raterId)}</span>
                <Score row={row} raterId={raterId} chosen={chosen} onChoose={onChoose} />
              </span>
            ))}
          </p>
        </>
      )}
    </div>
  )
}

function Foot({ debrief, names }: { debrief: Debrief; names: ReadonlyMap<string, string> }) {
  const { composite, compositeBefore, overall, weightsSetAt } = debrief
  const { value, low, high, note } = composite
  const interval = low !== null && high !== null ? { low, high } : undefined
  const was = compositeBefore.value?.toFixed(1)
  return (
    <div className="grid gap-3 border-t border-rule-strong py-2.5">
      <div>
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span className="font-semibold">Composite {value === null ? "" : value.toFixed(1)}</span>
          {interval && (
            <span className="text-small text-ink-2">
              95 %: {interval.low.toFixed(1)} to {interval.high.toFixed(1)}
            </span>
          )}
        </p>
        {value !== null && <CompositeMark value={value} interval={interval} />}
        <p className="text-small text-ink-2">
          {!interval && `${note} `}
          {was !== undefined &&
            value !== null &&
            was !== value.toFixed(1) &&
            `${was} when the cards opened. `}
          Weights set <Time at={weightsSetAt} form="relative" />.
        </p>
      </div>
      {overall.length > 0 && (
        <p className="text-small text-ink-2">
          Overall, before the debrief:{" "}
          {overall
            .map(
              ({ raterId, recommendation }) =>
                `${names.get(raterId)} ${RECOMMENDATION_WORDS[recommendation]}`,
            )
            .join(", ")}
        </p>
      )}
    </div>
  )
}
