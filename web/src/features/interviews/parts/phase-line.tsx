import { clockFigures, cx } from "../../../ui/index.ts"
import { type Phase, phaseAt } from "./phases.ts"

type PhaseLineProps = { phases: ReadonlyArray<Phase>; second: number }

/** This much before a phase ends, its time turns: the interviewer says aloud that it does. */
const turnsAt = 60

/** The timed frame to scale, with what is left of the phase that should be under way. */
export function PhaseLine({ phases, second }: PhaseLineProps) {
  const now = phaseAt(phases, second)
  const current = phases[now]
  const next = phases[now + 1]
  const left = current ? Math.ceil(current.to - second) : 0
  const turned = current === undefined || left <= turnsAt
  return (
    <>
      <ol aria-label="The timed parts" className="flex min-w-0 flex-1 basis-80 gap-0.5">
        {phases.map(({ title, from, to }, at) => {
          const share = Math.min(1, Math.max(0, (second - from) / (to - from)))
          return (
            <li
              key={title}
              aria-current={at === now ? "step" : undefined}
              style={{ flexGrow: to - from }}
              className="min-w-0 basis-6"
            >
              <span
                className={cx(
                  "block truncate text-small",
                  at === now ? "font-semibold text-ink" : at < now ? "text-ink-3" : "text-ink-2",
                )}
              >
                {title}
              </span>
              <span aria-hidden="true" className="block h-1 bg-rule">
                <span
                  className={cx("block h-1", at === now ? "bg-fill" : "bg-ink-3")}
                  style={{ width: `${share * 100}%` }}
                />
              </span>
            </li>
          )
        })}
      </ol>
      <p role="status" className={cx("text-small", turned ? "font-semibold text-warn" : "text-ink-2")}>
        {current ? (
          <>
            {current.title}: <span aria-live="off">{clockFigures(left)}</span> left
            {next && <span className="font-normal text-ink-2">, then {next.title.toLowerCase()}</span>}
          </>
        ) : (
          "The time for the design is over"
        )}
      </p>
    </>
  )
}
