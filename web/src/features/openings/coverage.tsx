import { type Plan, ratersByCompetency } from "@backfill/core"
import type { PlanView } from "@backfill/contract"
import { MinutesInput } from "./minutes-input.tsx"
import { numberedRounds, weightTotal } from "./plan-moves.ts"

export type CoverageProps = { plan: Plan; view: PlanView; onChange?: (plan: Plan) => void }

/**
 * Competencies down, rounds across: a filled square where a round asks, with its share of weight and the number of
 * people who will rate it. A round's number is the one it has in the plan beside.
 */
export function Coverage({ plan, view, onChange }: CoverageProps) {
  const rounds = numberedRounds(plan)
  const raters = ratersByCompetency(plan)
  const total = weightTotal(plan)
  return (
    <div className="relative overflow-x-auto">
      <table className="w-full border-collapse text-small">
        <caption className="sr-only">Competencies by round, with weights and raters</caption>
        <thead>
          <tr className="border-b border-rule-strong text-ink-2">
            <th scope="col" className="pb-1 text-left font-normal">
              Competency
            </th>
            <th scope="col" className="px-1 pb-1 text-right font-normal sm:px-2">
              Weight
            </th>
            <th scope="col" className="pb-1 pr-2 text-right font-normal sm:pr-3">
              Raters
            </th>
            {rounds.map(({ number, round }) => (
              <th
                key={round.id}
                scope="col"
                className="w-4 min-w-4 pb-1 font-normal sm:w-4.5 sm:min-w-4.5"
                title={round.title}
              >
                <span aria-hidden="true">{number}</span>
                <span className="sr-only">{round.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.competencies.map(({ id, title }) => {
            const weight = plan.weights[id] ?? 0
            const count = raters.get(id)?.length ?? 0
            const asked = raters.has(id)
            return (
              <tr key={id} className="border-b border-rule">
                <th scope="row" className="py-1 pr-2 text-left text-ui leading-5 font-normal">
                  {title}
                </th>
                <td className="px-1 text-right whitespace-nowrap sm:px-2">
                  {onChange ? (
                    <MinutesInput
                      label={`Weight of ${title}`}
                      unit="%"
                      decimals
                      value={weight}
                      min={0}
                      max={100}
                      onChange={(next) => onChange({ ...plan, weights: { ...plan.weights, [id]: next } })}
                    />
                  ) : (
                    `${weight} %`
                  )}
                </td>
                <td className="pr-2 text-right sm:pr-3">
                  <Raters count={count} asked={asked} weighted={weight > 0} />
                </td>
                {rounds.map(({ round }) => {
                  const minutes = round.items
                    .filter((item) => item.competencies.includes(id))
                    .reduce((sum, item) => sum + item.minutes, 0)
                  return (
                    <td
                      key={round.id}
                      className="px-px sm:px-0.5"
                      title={minutes > 0 ? `${round.title}, ${minutes} min` : undefined}
                    >
                      {minutes > 0 ? (
                        <span
                          className={`mx-auto block size-3.5 ${minutes >= 15 ? "bg-step-5" : "bg-step-4"}`}
                        >
                          <span className="sr-only">{minutes} minutes</span>
                        </span>
                      ) : (
                        <span className="mx-auto block size-3.5 border border-rule">
                          <span className="sr-only">not asked</span>
                        </span>
                      )}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr className="border-t border-rule-strong">
            <th scope="row" className="py-2 text-left text-ui font-semibold">
              Together
            </th>
            <td
              role="status"
              className={`px-2 text-right text-ui font-semibold whitespace-nowrap ${Math.abs(total - 100) > 0.05 ? "text-warn" : ""}`}
            >
              {total} %
            </td>
            <td colSpan={rounds.length + 1} className="pl-2 text-ink-2">
              {Math.abs(total - 100) > 0.05 && (
                <span className="text-warn">
                  {total > 100 ? `${round2(total - 100)} too many` : `${round2(100 - total)} missing`}
                </span>
              )}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function round2(value: number): number {
  return Math.round(value * 100) / 100
}

function Raters({ count, asked, weighted }: { count: number; asked: boolean; weighted: boolean }) {
  if (!asked) return <span className={weighted ? "font-semibold text-warn" : "text-ink-3"}>never</span>
  if (count >= 2) return <span>{count}</span>
  return (
    <span className="font-semibold whitespace-nowrap text-warn">{count === 1 ? "only 1" : "nobody"}</span>
  )
}
