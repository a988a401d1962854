import { type BackPlan, TELLINGS_A_STORY } from "./plan-back.ts"

/** How far a story is told aloud. */
export interface ToldAloud {
  /** Rehearsals of it there are, to a question or freely. */
  ever: number
  /** Different questions it met in the last seven days. */
  told: number
  /** A question that would be new to it this week; undefined where none fits. */
  next: unknown
}
/** A story to tell aloud next: in the last week to a new question, before it because nobody ever heard it. */
export interface NextTelling<Telling> {
  telling: Telling
  why: "last-week" | "never-told"
}

/**
 * The story to tell aloud next, if it is time for one. In the days of the plan that tell stories: one that has met fewer
 * than three questions, until the day has as many tellings as the plan wants of it. Without such days yet: one that was
 * never told, and one of them a day. On the day before the on-site one telling is enough.
 * @param tellings the least told first
 * @param toldToday rehearsals of today, where the person is
 */
export function nextTelling<Telling extends ToldAloud>(
  tellings: readonly Telling[],
  plan: BackPlan,
  toldToday: number,
): NextTelling<Telling> | undefined {
  const untold = tellings.find(({ ever }) => ever === 0)
  const today = plan.state === "ahead" ? plan.spans[0] : undefined
  if (today?.kind === "day") {
    const planned = today.tasks.find((task) => task.kind === "tell")?.count ?? 0
    const wanted = today.daysBefore === 1 ? Math.min(1, planned) : planned
    const open = tellings.find(({ told, next }) => told < TELLINGS_A_STORY && next !== undefined)
    const telling = open ?? untold
    return telling && toldToday < wanted ? { telling, why: "last-week" } : undefined
  }
  return untold && toldToday === 0 ? { telling: untold, why: "never-told" } : undefined
}
