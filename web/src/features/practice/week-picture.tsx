import { countByWeek } from "@backfill/core"
import { Temporal } from "temporal-polyfill"
import { Section } from "../../ui/index.ts"
import { weekFinding } from "./week-words.ts"

export type WeekPictureProps = {
  /** The days on which a try was begun, and those on which a story was. */
  tries: readonly string[]
  stories: readonly string[]
  today: string
}

const WEEKS = 8
/** As many dots as fit under a bar; more are said in figures. */
const MOST_DOTS = 6

/** Tries per week as bars with their number, stories begun as dots below: nothing is smoothed, an empty week is shown empty. */
export function WeekPicture({ tries, stories, today }: WeekPictureProps) {
  const begun = countByWeek(stories, today, WEEKS)
  const weeks = countByWeek(tries, today, WEEKS).map(({ monday, count }, at) => ({
    monday,
    tries: count,
    stories: begun[at]?.count ?? 0,
  }))
  if (weeks.every((week) => week.tries + week.stories === 0))
    return (
      <Section title="Nothing counted yet">
        <p className="text-ink-2">
          Questions you tried and stories you began will be counted here, week by week. Two or three a week
          are plenty.
        </p>
      </Section>
    )
  const most = Math.max(1, ...weeks.map((week) => week.tries))
  return (
    <Section title={weekFinding(weeks)} note={`tries as bars, stories begun as dots, last ${WEEKS} weeks`}>
      <ol className="flex items-start gap-2">
        {weeks.map((week, at) => (
          <li key={week.monday} className="grid min-w-0 flex-1 gap-1 text-center text-small tabular-nums">
            <span className={week.tries === 0 ? "text-ink-3" : undefined}>
              {week.tries}
              <span className="sr-only"> {week.tries === 1 ? "try" : "tries"} in the week of</span>
            </span>
            <span aria-hidden="true" className="flex h-20 items-end border-b border-edge">
              <span
                className={at === weeks.length - 1 ? "w-full bg-step-4" : "w-full bg-step-3"}
                style={{ height: `${(week.tries / most) * 100}%` }}
              />
            </span>
            <WeekName monday={week.monday} />
            <Dots count={week.stories} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

function WeekName({ monday }: { monday: string }) {
  const day = Temporal.PlainDate.from(monday)
  return (
    <span className="leading-4 text-ink-2">
      {day.day}{" "}
      <span className="inline-block max-sm:block">{day.toLocaleString("en-GB", { month: "short" })}</span>
    </span>
  )
}

function Dots({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <span className="text-accent">
      <span className="sr-only">
        {count} {count === 1 ? "story" : "stories"} begun
      </span>
      {count > MOST_DOTS ? (
        <span aria-hidden="true">● {count}</span>
      ) : (
        <span aria-hidden="true" className="flex flex-wrap justify-center gap-0.75 pt-0.5">
          {Array.from({ length: count }, (_, nth) => (
            <span key={nth} className="size-2 rounded-full bg-accent" />
          ))}
        </span>
      )}
    </span>
  )
}
