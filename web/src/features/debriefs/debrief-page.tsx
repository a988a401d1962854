import type { Debrief } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useParams } from "@tanstack/react-router"
import { type ReactNode, useMemo, useState } from "react"
import { client } from "../../app/client.ts"
import { ProblemState, useKeys } from "../../app/index.ts"
import { Button, cx, EmptyState, Link, Loading, PageHeader } from "../../ui/index.ts"
import { Agenda } from "./agenda.tsx"
import { DecisionBox } from "./decision-box.tsx"
import { emptyReason, useDecisionDraft } from "./decision-draft.ts"
import { DecisionList } from "./decision-list.tsx"
import { type Cited, DotPanel } from "./dot-panel.tsx"
import { dotsOf, firstDot, shortNames, stepDot, stepRow } from "./dots.ts"
import { Matrix } from "./matrix.tsx"
import { NarrowMatrix } from "./narrow-matrix.tsx"
import { Overall } from "./overall.tsx"
import { RatingsTable } from "./ratings-table.tsx"

/** The debrief of a stage: disagreement first, every score one press from its evidence, and the decision. */
export function DebriefPage() {
  const { applicationId = "", stageIndex = "0" }: { applicationId?: string; stageIndex?: string } = useParams(
    { strict: false },
  )
  const debrief = useQuery({
    queryKey: ["debriefs", "read", applicationId, stageIndex],
    queryFn: ({ signal }) =>
      client.debriefs.read({ params: { applicationId, stageIndex: Number(stageIndex) }, signal }),
  })
  if (debrief.data) return <Room key={`${applicationId}/${stageIndex}`} debrief={debrief.data} />
  if (debrief.error)
    return (
      <ProblemState page error={debrief.error} retry={() => void debrief.refetch()}>
        <Link to="/applications/$applicationId" params={{ applicationId }}>
          Back to the application
        </Link>
      </ProblemState>
    )
  return (
    <>
      <PageHeader title="Debrief" />
      <Loading label="Loading the debrief" lines={9} />
    </>
  )
}

function Room({ debrief }: { debrief: Debrief }) {
  const { rows, raters, decisions, canDecide } = debrief
  const names = useMemo(() => shortNames(raters), [raters])
  const [chosen, setChosen] = useState(() => firstDot(rows)?.id)
  const [asTable, setAsTable] = useState(false)
  const [superseding, setSuperseding] = useState(false)
  const work = useDecisionDraft(`${debrief.applicationId}.${debrief.stageIndex}`)
  const inForce = decisions.find(({ supersededBy }) => supersededBy === null)
  const deciding = canDecide && (!inForce || superseding)
  const dot = dotsOf(rows).find(({ id }) => id === chosen)
  const row = rows.find(({ competencyId }) => competencyId === dot?.competencyId)

  const rated = dotsOf(rows).length > 0
  const matrix = { debrief, names, chosen, onChoose: setChosen }
  const look = (next: { id: string } | undefined) => next && setChosen(next.id)
  const cite = (competencyId: string, cited: Cited) => {
    const { evidence } = work.draft.reasons[competencyId] ?? emptyReason
    if (!evidence.some(({ ref }) => ref === cited.ref))
      work.changeReason(competencyId, { evidence: [...evidence, cited] })
  }
  const isCited = (ref: string) =>
    (dot && work.draft.reasons[dot.competencyId]?.evidence.some((cited) => cited.ref === ref)) ?? false
  const behind = dot && row && (
    <DotPanel
      debrief={debrief}
      row={row}
      dot={dot}
      names={names}
      onCite={deciding ? cite : undefined}
      isCited={isCited}
    />
  )
  const inRadios = () => document.activeElement instanceof HTMLInputElement
  const arrow = (run: () => void) => () => (inRadios() ? false : run())
  useKeys(
    {
      j: { label: "Next dot", run: () => look(stepDot(rows, chosen, 1)), repeats: true },
      k: { label: "Dot before", run: () => look(stepDot(rows, chosen, -1)), repeats: true },
      right: { label: "Next dot", run: arrow(() => look(stepDot(rows, chosen, 1))), repeats: true },
      left: { label: "Dot before", run: arrow(() => look(stepDot(rows, chosen, -1))), repeats: true },
      down: { label: "Next competency", run: arrow(() => look(stepRow(rows, chosen, 1))), repeats: true },
      up: { label: "Competency before", run: arrow(() => look(stepRow(rows, chosen, -1))), repeats: true },
      t: { label: "As a table, or as a drawing", run: () => setAsTable(!asTable) },
    },
    "Debrief",
  )
  return (
    <>
      <PageHeader
        title={debrief.headline}
        over={
          <>
            {debrief.openingTitle}, {debrief.level}. {debrief.stageTitle}, debrief of{" "}
            <Link to="/applications/$applicationId" params={{ applicationId: debrief.applicationId }}>
              {debrief.candidate}
            </Link>
          </>
        }
        under={debrief.summary}
      />
      <div
        className={cx(
          "grid gap-x-10 gap-y-10",
          rated &&
            "xl:grid-rows-[auto_1fr] xl:grid-cols-[minmax(0,1fr)_20rem] 2xl:grid-cols-[minmax(0,1fr)_24rem]",
        )}
      >
        {!rated && debrief.withoutScorecards === null && (
          <EmptyState title="Nothing was scored here">
            The scorecards came in without a single score, so there is nothing to compare.
          </EmptyState>
        )}
        {rated && (
          <>
            <div className="min-w-0 md:hidden">
              <NarrowMatrix {...matrix} behind={behind} />
            </div>
            <div className="min-w-0 max-md:hidden">
              {asTable ? <RatingsTable debrief={debrief} names={names} /> : <Matrix {...matrix} />}
              <Button className="mt-2 text-small text-ink-2" onClick={() => setAsTable(!asTable)}>
                {asTable ? "Show as a drawing" : "Show as a table"}
              </Button>
            </div>
            <aside
              aria-label="Behind the dot"
              tabIndex={0}
              aria-live="polite"
              className="min-w-0 border-rule max-xl:border-t max-xl:pt-6 max-md:hidden xl:sticky xl:top-6 xl:row-span-2 xl:max-h-[calc(100dvh-3rem)] xl:self-start xl:overflow-y-auto xl:border-l xl:px-4 xl:pl-8"
            >
              {behind}
            </aside>
          </>
        )}
        <div className="@container">
          <div className="grid content-start gap-x-10 gap-y-10 @3xl:grid-cols-[17rem_minmax(0,1fr)]">
            <div className="grid content-start gap-10">
              {rated && (
                <Agenda
                  debrief={debrief}
                  onTalkAbout={(ids) =>
                    look(dotsOf(rows).find(({ competencyId }) => ids.includes(competencyId)))
                  }
                />
              )}
              <Overall debrief={debrief} />
            </div>
            <div className="grid content-start gap-10">
              <DecisionList decisions={decisions} />
              <Deciding debrief={debrief} deciding={deciding}>
                <DecisionBox
                  debrief={debrief}
                  work={work}
                  names={names}
                  supersedes={inForce}
                  onDone={() => setSuperseding(false)}
                  onLeave={inForce && (() => setSuperseding(false))}
                />
              </Deciding>
              {inForce && canDecide && !superseding && (
                <p>
                  <Button onClick={() => setSuperseding(true)}>Supersede this decision</Button>
                </p>
              )}
            </div>
          </div>
        </div>
      </div>
    </>
  )
}

type DecidingProps = { debrief: Debrief; deciding: boolean; children: ReactNode }

/** The box for those who decide; for others a word on who does. */
function Deciding({ debrief, deciding, children }: DecidingProps) {
  if (deciding) return children
  if (debrief.decisions.length > 0) return null
  return (
    <p className="text-ink-2">
      The decision is recorded here by whoever runs this opening. You will see it with its reasons.
    </p>
  )
}
