import type { ReadinessGroup } from "@backfill/contract"
import type { BackPlan, PlanSpan, PlanTask } from "@backfill/core"
import { cx, Link, Section } from "../../ui/index.ts"
import { ItemRow } from "../readiness/item-row.tsx"
import type { Telling } from "../rehearse/tellings.ts"
import { ToldThisWeek } from "../rehearse/told-this-week.tsx"
import { OnSiteField } from "./on-site-field.tsx"
import { daysLeftWords, droppedWords, spanWords, taskWords } from "./plan-words.ts"

export type PlanViewProps = {
  plan: BackPlan
  onSite: string | null
  today: string
  /** The lists for the days of the last week. */
  days: readonly ReadinessGroup[]
  /** How far each story is on its way to three questions this week. */
  tellings: readonly Telling[]
}

/** The date, and what it asks for from today on, week by week and then day by day. */
export function PlanView({ plan, onSite, today, days, tellings }: PlanViewProps) {
  const dropped = droppedWords(plan)
  return (
    <Section title={daysLeftWords(plan)} note={plan.state === "ahead" ? "planned back from it" : undefined}>
      <div className="grid gap-5">
        {plan.state !== "ahead" && <p className="max-w-measure text-ink-2">{besides(plan)}</p>}
        <OnSiteField key={onSite ?? ""} onSite={onSite} today={today} />
        {plan.state === "today" && <DayList days={days} daysBefore={0} />}
        {plan.state === "ahead" && (
          <ol>
            {plan.spans.map((span) => (
              <Span
                key={span.from}
                span={span}
                now={span.from <= today && today <= span.to}
                days={days}
                tellings={tellings}
              />
            ))}
          </ol>
        )}
        {dropped && <p className="max-w-measure text-ink-2">{dropped}</p>}
      </div>
    </Section>
  )
}

/** Where a task of the plan is done. */
const TASK_PLACES: Record<PlanTask["kind"], string> = {
  write: "/stories",
  "first-telling": "/rehearse",
  technical: "/readiness",
  questions: "/questions",
  tell: "/rehearse",
  "design-round": "/readiness",
  mock: "/mocks",
}

type SpanProps = {
  span: PlanSpan
  now: boolean
  days: readonly ReadinessGroup[]
  tellings: readonly Telling[]
}

function Span({ span, now, days, tellings }: SpanProps) {
  const open = openItems(days, span)
  return (
    <li
      aria-current={now ? "date" : undefined}
      className={cx(
        "grid gap-x-4 border-t border-rule py-2 sm:grid-cols-[10rem_1fr]",
        now && "bg-wash shadow-[-12px_0_var(--color-wash),12px_0_var(--color-wash)]",
      )}
    >
      <p className={now ? "font-semibold" : "text-ink-2"}>
        {spanWords(span)}
        {now && <span className="font-normal text-ink-2"> · now</span>}
      </p>
      <div className="grid gap-0.5">
        {span.tasks.map((task) => (
          <p key={task.kind} className={now ? "min-h-6" : undefined}>
            {now ? <Link to={TASK_PLACES[task.kind]}>{taskWords(task)}</Link> : taskWords(task)}
          </p>
        ))}
        {now && tellings.length > 0 && span.tasks.some(({ kind }) => kind === "tell") && (
          <ToldThisWeek tellings={tellings} />
        )}
        {now && span.kind === "day" ? (
          <DayList days={days} daysBefore={span.daysBefore} />
        ) : (
          open > 0 && (
            <p className="text-small text-ink-2">
              {open} on the <Link to="/readiness">day’s list</Link>
            </p>
          )
        )}
        {span.tasks.length === 0 && open === 0 && <p className="text-ink-2">Rest</p>}
      </div>
    </li>
  )
}

/** The list of one day of the last week, to tick here. */
function DayList({ days, daysBefore }: { days: readonly ReadinessGroup[]; daysBefore: number }) {
  const items = days.find((group) => group.daysBefore === daysBefore)?.items.filter((item) => !item.hidden)
  if (!items || items.length === 0) return null
  return (
    <ul className="mt-1">
      {items.map((item) => (
        <li key={item.id}>
          <ItemRow item={item} />
        </li>
      ))}
    </ul>
  )
}

const openItems = (days: readonly ReadinessGroup[], { kind, daysBefore }: PlanSpan): number =>
  kind === "week"
    ? 0
    : (days.find((group) => group.daysBefore === daysBefore)?.items ?? []).filter(
        (item) => !item.hidden && !item.done,
      ).length

function besides(plan: BackPlan): string {
  if (plan.state === "none")
    return "With a date, the weeks before it are planned backwards: write, mend, tell, rest."
  if (plan.state === "today") return "Nothing new today. Warm up once, then go."
  return "How did it go? Write down what they asked while you know it, then set the next date or clear this one."
}
