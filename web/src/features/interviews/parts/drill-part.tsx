import type { ConsolePart } from "@backfill/contract"
import { Checkbox, clockFigures, Markdown } from "../../../ui/index.ts"
import { factsOf } from "./facts.ts"
import { FactFinder } from "./fact-finder.tsx"
import { Fold, Group } from "./fold.tsx"
import type { InHand } from "./in-hand.ts"

type DrillPartProps = { part: Extract<ConsolePart, { kind: "drill" }>; hand: InHand }

/** What is really wrong, what they find when they look, the expected runbook to tick off, and who is waiting. */
export function DrillPart({ part, hand }: DrillPartProps) {
  const { briefing, stakeholders, answers, runbook } = part.drill
  const { itemId, state, field, onMark, onLeaveSearch } = hand
  const seen = state.stepped.get(itemId)
  return (
    <>
      <div className="mt-5">
        <Fold title="What is really wrong" open={!state.started}>
          <Markdown text={briefing} />
        </Fold>
      </div>
      {answers.length > 0 && (
        <FactFinder
          title="What they find when they look or ask"
          facts={factsOf(part)}
          told={state.told.get(itemId)}
          field={field}
          onTell={(index) => onMark("tell", index)}
          onLeave={onLeaveSearch}
        />
      )}
      <div className="mt-6 grid gap-6">
        <Group title="Expected runbook" note={`${seen?.size ?? 0} of ${runbook.length} seen`}>
          <ol className="border-t border-rule">
            {runbook.map((step, at) => {
              const second = seen?.get(at + 1)
              return (
                <li key={step} className="flex items-baseline gap-4 border-b border-rule">
                  <Checkbox
                    className="min-w-0 flex-1"
                    label={step}
                    checked={second !== undefined}
                    onChange={() => onMark("step", at + 1)}
                  />
                  {second !== undefined && (
                    <span className="font-mono text-small text-ink-3">
                      <span className="sr-only">seen at </span>
                      {clockFigures(second)}
                    </span>
                  )}
                </li>
              )
            })}
          </ol>
        </Group>
        <Group title="Who is waiting, and for what">
          <dl className="border-t border-rule">
            {stakeholders.map(({ who, needs }) => (
              <div
                key={who}
                className="grid gap-x-4 border-b border-rule py-1.5 @md:grid-cols-[11rem_minmax(0,1fr)]"
              >
                <dt className="text-ink-2">{who}</dt>
                <dd className="read text-[1rem]/6">{needs}</dd>
              </div>
            ))}
          </dl>
        </Group>
      </div>
    </>
  )
}
