import type { Plan, PlanRound } from "@backfill/core"
import { Button, Select } from "../../ui/index.ts"
import { changeRound } from "./plan-moves.ts"

export type Rater = { id: string; name: string; inTeam: boolean }

export type PlanRatersProps = {
  plan: Plan
  round: PlanRound
  people: ReadonlyArray<Rater>
  onChange?: (plan: Plan) => void
}

/** Who runs a round. */
export function PlanRaters({ plan, round, people, onChange }: PlanRatersProps) {
  const set = (interviewers: string[]) =>
    onChange?.(changeRound(plan, round.id, (each) => ({ ...each, interviewers })))
  const open = people.filter(({ id }) => !round.interviewers.includes(id))
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
      <span className="text-ink-2">Interviewers</span>
      {round.interviewers.map((id) => {
        const name = people.find((person) => person.id === id)?.name ?? "Someone who left"
        return (
          <span key={id} className="inline-flex items-center gap-1.5">
            {name}
            {onChange && (
              <Button
                aria-label={`Take ${name} off ${round.title}`}
                className="min-w-6 justify-center text-ink-2"
                onClick={() => set(round.interviewers.filter((each) => each !== id))}
              >
                ×
              </Button>
            )}
          </span>
        )
      })}
      {round.interviewers.length === 0 && <span className="font-semibold text-warn">nobody yet</span>}
      {onChange && open.length > 0 && (
        <span className="w-48">
          <Select
            aria-label={`Add an interviewer to ${round.title}`}
            value=""
            placeholder="Add someone"
            onChange={(event) => event.target.value && set([...round.interviewers, event.target.value])}
            options={open.map((person) => ({
              value: person.id,
              label: person.inTeam ? person.name : `${person.name} (not in the team)`,
            }))}
          />
        </span>
      )}
    </div>
  )
}
