import { useMemo } from "react"
import { clockFigures, Section, Table } from "../../ui/index.ts"
import { paceFinding, swingFinding } from "./heard-words.ts"
import { Playhead, Row } from "./row.tsx"
import { MOST_RATE, paceLine } from "./shapes.ts"
import { type Heard, measures, type PacePoint, paceOf } from "./speech/index.ts"

/** Lines that the eye can hold the curve against, in syllables a second. */
const RULES = [3, 5, 7]
const TABLE_STEP = 10

/** How fast somebody speaks, second by second over ten of them; what is within chance isn’t called a change. */
export function PaceRow({ heard, durationMs }: { heard: Heard; durationMs: number }) {
  const points = useMemo(() => paceOf(heard), [heard])
  const { articulationRate } = measures(heard)
  const finding = paceFinding(articulationRate, heard.onsets.length)
  return (
    <Section
      title={finding}
      note={articulationRate === null ? undefined : "of speech, pauses left out; estimated from the sound"}
      rule="hair"
    >
      {articulationRate !== null && (
        <div className="grid gap-3">
          <Row label="Pace" note="syllables a second">
            <div
              role="img"
              aria-label={`${finding}. ${swingFinding(points)}`}
              className="relative h-20 border-b border-edge"
            >
              <svg
                aria-hidden="true"
                viewBox={`0 0 1000 ${MOST_RATE}`}
                preserveAspectRatio="none"
                className="absolute inset-0 h-full w-full fill-none"
              >
                {RULES.map((rate) => (
                  <line
                    key={rate}
                    x1="0"
                    x2="1000"
                    y1={MOST_RATE - rate}
                    y2={MOST_RATE - rate}
                    vectorEffect="non-scaling-stroke"
                    className="stroke-rule"
                  />
                ))}
                <path
                  d={paceLine(points, durationMs)}
                  vectorEffect="non-scaling-stroke"
                  strokeLinejoin="round"
                  className="stroke-accent stroke-2"
                />
              </svg>
              {RULES.map((rate) => (
                <span
                  key={rate}
                  aria-hidden="true"
                  className="absolute right-0 -translate-y-1/2 bg-paper pl-1 text-small text-ink-3"
                  style={{ top: `${((MOST_RATE - rate) / MOST_RATE) * 100}%` }}
                >
                  {rate}
                </span>
              ))}
              <Playhead />
            </div>
          </Row>
          <p className="max-w-measure text-small text-ink-2">
            {swingFinding(points)} Each point is ten seconds and wavers by about 8 % by itself; listeners
            notice a change from about 10 %.
          </p>
          <PaceTable points={points} />
        </div>
      )}
    </Section>
  )
}

function PaceTable({ points }: { points: readonly PacePoint[] }) {
  return (
    <details>
      <summary className="cursor-pointer text-small text-ink-2">Pace as a table</summary>
      <div className="mt-2 max-w-sm">
        <Table<PacePoint>
          caption="Pace every ten seconds"
          rows={points.filter((_, nth) => nth % TABLE_STEP === 0)}
          rowKey={({ atMs }) => String(atMs)}
          columns={[
            { id: "at", head: "Around", names: true, cell: ({ atMs }) => clockFigures(atMs / 1000) },
            {
              id: "rate",
              head: "Syllables a second",
              figure: true,
              cell: ({ syllablesPerSecond: rate }) => rate?.toFixed(1) ?? "too little speech",
            },
          ]}
        />
      </div>
    </details>
  )
}
