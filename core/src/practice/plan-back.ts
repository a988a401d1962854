import { dateOfDay, dayNumber } from "./days.ts"

/** What is still to be done before the on-site. */
export interface WorkLeft {
  /** Stories there are now. */
  stories: number
  /** Technical items of the checklist that aren't ticked. */
  technical: number
  /** Of the stories, those that were never told aloud. */
  untold: number
}

export type PlanTask =
  | { kind: "write"; count: number }
  | { kind: "first-telling"; count: number }
  | { kind: "technical"; count: number }
  | { kind: "questions"; count: number }
  | { kind: "tell"; count: number }
  | { kind: "design-round" }
  | { kind: "mock" }

/** One week before the last one, or one day of the last one. `to` belongs to it. */
export interface PlanSpan {
  from: string
  to: string
  /** Days to the on-site from its last day on. */
  daysBefore: number
  kind: "week" | "day"
  tasks: PlanTask[]
}

export type BackPlan =
  | { state: "none" }
  | { state: "past"; daysAgo: number }
  | { state: "today" }
  | {
      state: "ahead"
      daysLeft: number
      spans: PlanSpan[]
      /** What no longer fits, so that it can be said instead of squeezed in. */
      dropped: { stories: number; technical: number; tellings: number }
    }

/** An inventory has six stories at least; in the last week each is told to three different questions. */
export const STORIES_WANTED = 6
export const TELLINGS_A_STORY = 3
/** Nobody prepares by a plan for longer; an on-site further away leaves the time before free. */
export const PLAN_WEEKS = 12
const LAST_WEEK = 7
/** About a quarter of an hour of speaking a day: more is recited, not told. */
const MOST_TELLINGS_A_DAY = 6
const MOST_STORIES_A_WEEK = 3
const MOST_TECHNICAL_A_WEEK = 4
const MOST_FIRST_TELLINGS_A_WEEK = 2
const QUESTIONS_A_WEEK = 3

/**
 * The plan from `today` to the day of the on-site, made from its end: the last week tells each story to three questions
 * and leaves the day before it light; weeks before it write stories, tell once what was never said
 * aloud, mend technical gaps and rehearse. Dates are
 * `2026-11-21`, calendar dates where the person is.
 * @param onSite null, or no date, where none is set
 */
export function planBack(onSite: string | null, today: string, work: WorkLeft): BackPlan {
  const last = dayNumber(onSite ?? "")
  if (Number.isNaN(last)) return { state: "none" }
  const daysLeft = last - dayNumber(today)
  if (daysLeft < 0) return { state: "past", daysAgo: -daysLeft }
  if (daysLeft === 0) return { state: "today" }
  const weeks = weeksBefore(Math.min(daysLeft, PLAN_WEEKS * 7))
  const missing = Math.max(0, STORIES_WANTED - work.stories)
  const stories = share(missing, weeks.length, MOST_STORIES_A_WEEK)
  const technical = share(work.technical, weeks.length, MOST_TECHNICAL_A_WEEK)
  // What finds no week is told in the last one, as every story is.
  const untold = share(work.untold, weeks.length, MOST_FIRST_TELLINGS_A_WEEK)
  const early = weeks.map((week, at): PlanSpan => {
    const tasks: PlanTask[] = [
      { kind: "write", count: stories[at] ?? 0 },
      { kind: "first-telling", count: untold[at] ?? 0 },
      { kind: "technical", count: technical[at] ?? 0 },
      { kind: "questions", count: QUESTIONS_A_WEEK },
      { kind: at === weeks.length - 1 ? "mock" : "design-round" },
    ]
    return span(last, week.first, week.last, "week", tasks)
  })
  const rest = { stories: missing - sum(stories), technical: work.technical - sum(technical) }
  const late = lastDays(last, Math.min(daysLeft, LAST_WEEK), work.stories + sum(stories), rest)
  return { state: "ahead", daysLeft, spans: [...early, ...late.spans], dropped: late.dropped }
}

/** Weeks that end before the last one, by days before the on-site; the first may be shorter. */
function weeksBefore(days: number): { first: number; last: number }[] {
  const weeks: { first: number; last: number }[] = []
  for (let last = LAST_WEEK + 1; last <= days; last += 7)
    weeks.unshift({ first: Math.min(days, last + 6), last })
  return weeks
}

/** The days of the last week: at most one story written and one technical item a day, before the telling takes over. */
function lastDays(
  onSite: number,
  days: number,
  stories: number,
  rest: { stories: number; technical: number },
) {
  const before = Array.from({ length: days }, (_, at) => days - at)
  // Late as it is, one story is better than none.
  const lastToWrite = stories === 0 ? 2 : 3
  const write = new Set(before.filter((day) => day >= lastToWrite).slice(0, rest.stories))
  const technical = new Set(before.filter((day) => day >= 2).slice(0, rest.technical))
  const telling = before.filter((day) => day >= 2 || days === 1)
  const wanted = TELLINGS_A_STORY * (stories + write.size)
  const told = share(wanted, telling.length, MOST_TELLINGS_A_DAY)
  const spans = before.map((day) =>
    span(onSite, day, day, "day", [
      { kind: "write", count: write.has(day) ? 1 : 0 },
      { kind: "technical", count: technical.has(day) ? 1 : 0 },
      { kind: "tell", count: told[telling.indexOf(day)] ?? 0 },
    ]),
  )
  const dropped = {
    stories: rest.stories - write.size,
    technical: rest.technical - technical.size,
    tellings: wanted - sum(told),
  }
  return { spans, dropped }
}

const span = (
  onSite: number,
  first: number,
  last: number,
  kind: PlanSpan["kind"],
  tasks: PlanTask[],
): PlanSpan => ({
  from: dateOfDay(onSite - first),
  to: dateOfDay(onSite - last),
  daysBefore: last,
  kind,
  tasks: tasks.filter((task) => !("count" in task) || task.count > 0),
})

/** Deals out a total over places as evenly as it goes, the first ones getting more, none over `most`. */
function share(total: number, places: number, most: number): number[] {
  const dealt = Math.min(total, places * most)
  return Array.from({ length: places }, (_, at) => Math.ceil((dealt - at) / places))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
