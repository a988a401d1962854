import type { WeekCount } from "@backfill/core"
import { Temporal } from "temporal-polyfill"
import { Section } from "../../ui/index.ts"

/** Tries per week as bars, the number above each: nothing is smoothed, and an empty week is shown empty. */
export function WeekPicture({ weeks }: { weeks: readonly WeekCount[] }) {
  if (weeks.every(({ count }) => count === 0))
    return (
      <Section title="No tries yet">
        <p className="text-ink-2">
          Your tries will be counted here, week by week. Two or three a week are plenty.
        </p>
      </Section>
    )
  const most = Math.max(1, ...weeks.map(({ count }) => count))
  return (
    <Section title={weekFinding(weeks)} note={`tries a week, last ${weeks.length} weeks`}>
      <ol className="flex items-start gap-2">
        {weeks.map(({ monday, count }, at) => (
          <li key={monday} className="grid min-w-0 flex-1 gap-1 text-center text-small tabular-nums">
            <span className={count === 0 ? "text-ink-3" : undefined}>{count}</span>
            <span aria-hidden="true" className="flex h-20 items-end border-b border-edge">
              <span
                className={at === weeks.length - 1 ? "w-full bg-step-4" : "w-full bg-step-3"}
                style={{ height: `${(count / most) * 100}%` }}
              />
            </span>
            <span className="text-ink-2">
              <span className="sr-only">tries in the week of </span>
              {Temporal.PlainDate.from(monday).toLocaleString("en-GB", { day: "numeric", month: "short" })}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What the bars say, in words. */
function weekFinding(weeks: readonly WeekCount[]): string {
  const [before, now] = weeks.slice(-2).map(({ count }) => count)
  const tries = now === 1 ? "1 try" : `${now === 0 ? "No" : now} tries`
  return `${tries} this week, ${before === 0 ? "none" : before} the week before`
}
