import { checkPlan, type Kit, type Plan, type PlanWarning, planChanges } from "@backfill/core"
import type { Opening, PlanView } from "@backfill/contract"
import { useQuery } from "@tanstack/react-query"
import { useBlocker } from "@tanstack/react-router"
import { useMemo, useState } from "react"
import { ProblemState } from "../../app/index.ts"
import { Loading, Section } from "../../ui/index.ts"
import { Coverage } from "./coverage.tsx"
import { PlanHistory } from "./plan-history.tsx"
import { numberedRounds } from "./plan-moves.ts"
import type { Rater } from "./plan-raters.tsx"
import { PlanRoundPart } from "./plan-round.tsx"
import { PlanSave } from "./plan-save.tsx"
import { peopleQuery, pinnedKitQuery, planQuery } from "./queries.ts"

/** The interview plan: rounds in order at the left, what they cover at the right. */
export function PlanTab({ opening, manages }: { opening: Opening; manages: boolean }) {
  const view = useQuery(planQuery(opening.id))
  const kit = useQuery(pinnedKitQuery(opening.id))
  const people = useQuery({ ...peopleQuery, enabled: manages })
  const failed = [view, kit].find((query) => query.error)
  if (failed) return <ProblemState error={failed.error} retry={() => void failed.refetch()} />
  if (!view.data || !kit.data) return <Loading label="Loading the plan" lines={8} />
  const { recruiters, hiringManagers, interviewers } = opening.team
  const team = new Map([...interviewers, ...hiringManagers, ...recruiters].map(({ id, name }) => [id, name]))
  const others = (people.data?.items ?? []).filter(
    (account) =>
      !team.has(account.id) && !account.disabled && account.roles.some((role) => role !== "member"),
  )
  const raters: Rater[] = [
    ...[...team].map(([id, name]) => ({ id, name, inTeam: true })),
    ...others.map(({ id, name }) => ({ id, name, inTeam: false })),
  ]
  return (
    <PlanEditor openingId={opening.id} view={view.data} kit={kit.data} people={raters} manages={manages} />
  )
}

type PlanEditorProps = {
  openingId: string
  view: PlanView
  kit: Kit
  people: ReadonlyArray<Rater>
  manages: boolean
}

function PlanEditor({ openingId, view, kit, people, manages }: PlanEditorProps) {
  const [draft, setDraft] = useState<{ plan: Plan; base: PlanView }>()
  const plan = draft?.plan ?? view.plan
  const begunFrom = draft?.base ?? view
  const [changes, theirs] = useMemo(() => {
    const titles = new Map([
      ...view.competencies.map(({ id, title }) => [id, title] as const),
      ...people.map(({ id, name }) => [id, name] as const),
    ])
    const between = (from: Plan, to: Plan) => planChanges(from, to, (id) => titles.get(id) ?? id)
    return [between(view.plan, plan), between(begunFrom.plan, view.plan)]
  }, [view, begunFrom, plan, people])
  const dirty = changes.length > 0
  useBlocker({
    shouldBlockFn: () => dirty && !window.confirm("Leave without saving your changes to the plan?"),
    enableBeforeUnload: dirty,
  })
  const warnings = useMemo(() => checkPlan(plan, kit), [plan, kit])
  const onChange = manages ? (next: Plan) => setDraft({ plan: next, base: begunFrom }) : undefined
  const forget = () => setDraft(undefined)
  return (
    <>
      {view.locked && (
        <p className="mb-6 max-w-[60rem] bg-sunk px-4 py-3">
          <span className="font-semibold">Locked since the first interview.</span> Everyone is asked the same.{" "}
          {manages && "A change becomes a new version, with a reason that stays on record."}
        </p>
      )}
      <div className="grid gap-x-10 gap-y-10 pb-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,32rem)]">
        <PlanStages plan={plan} view={view} people={people} warnings={warnings} onChange={onChange} />
        <div className="grid content-start gap-10 max-xl:order-first xl:sticky xl:top-4 xl:max-h-[calc(100dvh-5.5rem)] xl:self-start xl:overflow-y-auto">
          <Section title="What counts, and where it is asked" note={findings(warnings)}>
            <Coverage plan={plan} view={view} onChange={onChange} />
          </Section>
          <Section title="Versions" rule="hair">
            <PlanHistory history={view.history} />
          </Section>
        </div>
      </div>
      {dirty && draft && (
        <PlanSave
          openingId={openingId}
          plan={plan}
          view={view}
          changes={changes}
          theirs={begunFrom.planVersion === view.planVersion ? undefined : theirs}
          onKeep={() => setDraft({ plan, base: view })}
          onSaved={forget}
          onDiscard={forget}
        />
      )}
    </>
  )
}

function findings(warnings: ReadonlyArray<PlanWarning>): string {
  if (warnings.length === 0) return "nothing to look at"
  return warnings.length === 1 ? "one thing to look at" : `${warnings.length} things to look at`
}

type PlanStagesProps = Pick<PlanEditorProps, "view" | "people"> & {
  plan: Plan
  warnings: ReadonlyArray<PlanWarning>
  onChange?: (plan: Plan) => void
}

function PlanStages({ plan, view, people, warnings, onChange }: PlanStagesProps) {
  const numbers = new Map(numberedRounds(plan).map(({ number, round }) => [round.id, number]))
  const loose = warnings.filter(
    (each) => !each.roundId && !each.competencyId && each.code !== "weights-not-100",
  )
  return (
    <div className="grid content-start gap-8">
      {loose.map((warning) => (
        <p key={warning.message} className="max-w-measure text-warn">
          {warning.message}
        </p>
      ))}
      {plan.stages.map((stage) => (
        <Section
          key={stage.id}
          title={stage.title}
          note={stage.kind === "interviews" ? undefined : stageNotes[stage.kind]}
          aside={
            stage.rounds.length > 0
              ? `${stage.rounds.reduce((sum, round) => sum + round.minutes, 0)} min`
              : undefined
          }
        >
          <p className="max-w-measure pb-3 text-ink-2">{stage.summary}</p>
          {stage.rounds.map((round) => (
            <PlanRoundPart
              key={round.id}
              plan={plan}
              stage={stage}
              round={round}
              number={numbers.get(round.id) ?? 0}
              view={view}
              people={people}
              warnings={warnings.filter(
                (each) =>
                  each.roundId === round.id &&
                  each.code !== "round-too-long" &&
                  each.code !== "no-interviewer",
              )}
              onChange={onChange}
            />
          ))}
        </Section>
      ))}
    </div>
  )
}

const stageNotes = {
  application: "the form",
  screen: "two raters read the redacted text",
  offer: "the last decision",
}
