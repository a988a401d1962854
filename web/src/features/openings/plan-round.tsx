import type { Plan, PlanRound, PlanStage, PlanWarning } from "@backfill/core"
import type { PlanView } from "@backfill/contract"
import { Button } from "../../ui/index.ts"
import { MinutesInput } from "./minutes-input.tsx"
import { PlanItems } from "./plan-items.tsx"
import { changeRound, moveRound, removeRound } from "./plan-moves.ts"
import { PlanRaters, type Rater } from "./plan-raters.tsx"
import { SlotBar } from "./slot-bar.tsx"

export type PlanRoundPartProps = {
  plan: Plan
  stage: PlanStage
  round: PlanRound
  number: number
  view: PlanView
  people: ReadonlyArray<Rater>
  warnings: ReadonlyArray<PlanWarning>
  onChange?: (plan: Plan) => void
}

/** One round of the plan: its slot as a bar, its items, who runs it, and what is odd about it. */
export function PlanRoundPart(props: PlanRoundPartProps) {
  const { plan, stage, round, number, view, people, warnings, onChange } = props
  const set = (part: Partial<PlanRound>) =>
    onChange?.(changeRound(plan, round.id, (each) => ({ ...each, ...part })))
  const at = stage.rounds.indexOf(round)
  return (
    <section aria-label={`Round ${number}: ${round.title}`} className="grid gap-3 border-t border-rule py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="flex items-baseline gap-3">
          <span className="text-small text-ink-2">{number}</span>
          <span className="font-semibold">{round.title}</span>
        </h3>
        {onChange && (
          <span className="flex gap-4 text-small">
            <Button
              aria-label={`Move round ${round.title} up`}
              disabled={at === 0}
              onClick={() => onChange(moveRound(plan, stage.id, at, -1))}
            >
              Up
            </Button>
            <Button
              aria-label={`Move round ${round.title} down`}
              disabled={at === stage.rounds.length - 1}
              onClick={() => onChange(moveRound(plan, stage.id, at, 1))}
            >
              Down
            </Button>
            <Button
              aria-label={`Take round ${round.title} out`}
              onClick={() => onChange(removeRound(plan, stage.id, round.id))}
            >
              Take out
            </Button>
          </span>
        )}
      </div>
      <p className="max-w-measure text-ink-2">{round.summary}</p>
      <SlotBar round={round} />
      {warnings.map((warning) => (
        <p key={warning.message} className="max-w-measure text-small text-warn">
          {warning.message}
        </p>
      ))}
      {onChange && (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
          <span className="inline-flex items-center gap-2">
            Slot
            <MinutesInput
              label={`Slot of ${round.title}`}
              value={round.minutes}
              min={1}
              max={480}
              onChange={(minutes) => set({ minutes })}
            />
          </span>
          <span className="inline-flex items-center gap-2">
            Opening
            <MinutesInput
              label={`Opening of ${round.title}`}
              value={round.opening}
              min={0}
              max={60}
              onChange={(opening) => set({ opening })}
            />
          </span>
          <span className="inline-flex items-center gap-2">
            Closing
            <MinutesInput
              label={`Closing of ${round.title}`}
              value={round.closing}
              min={0}
              max={60}
              onChange={(closing) => set({ closing })}
            />
          </span>
        </div>
      )}
      <PlanItems plan={plan} round={round} view={view} onChange={onChange} />
      <PlanRaters plan={plan} round={round} people={people} onChange={onChange} />
    </section>
  )
}
