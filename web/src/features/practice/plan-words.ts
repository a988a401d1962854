import type { BackPlan, PlanSpan, PlanTask } from "@backfill/core"
import { Temporal } from "temporal-polyfill"

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

/** What to do, as a line to read. */
export function taskWords(task: PlanTask): string {
  switch (task.kind) {
    case "write":
      return `Write ${plural(task.count, "story", "stories")}`
    case "first-telling":
      return `Tell ${plural(task.count, "story", "stories")} aloud for the first time`
    case "technical":
      return `Look at ${plural(task.count, "technical item")}`
    case "questions":
      return `Answer ${plural(task.count, "question")} from the drawer`
    case "tell":
      return task.count === 1
        ? "Tell a story to a new question"
        : `Tell stories to ${task.count} new questions`
    case "design-round":
      return "One design round by the clock"
    case "mock":
      return "A mock interview with another engineer"
  }
}

/** `Mon 7 December`, or `21 to 27 November` for a week. */
export function spanWords({ from, to, kind }: PlanSpan): string {
  const first = Temporal.PlainDate.from(from)
  const last = Temporal.PlainDate.from(to)
  if (kind === "day")
    return first.toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "long" })
  const end = last.toLocaleString("en-GB", { day: "numeric", month: "long" })
  if (first.equals(last)) return end
  const month = first.month === last.month ? undefined : "long"
  return `${first.toLocaleString("en-GB", { day: "numeric", month })} to ${end}`
}

/** How far the day is, as the heading of the plan. */
export function daysLeftWords(plan: BackPlan): string {
  switch (plan.state) {
    case "none":
      return "No date yet"
    case "past":
      return plan.daysAgo === 1 ? "The on-site was yesterday" : `The on-site was ${plan.daysAgo} days ago`
    case "today":
      return "The on-site is today"
    case "ahead":
      return plan.daysLeft === 1 ? "The on-site is tomorrow" : `${plan.daysLeft} days to the on-site`
  }
}

/** What no longer fits before the day, as one sentence; undefined when all does. */
export function droppedWords(plan: BackPlan): string | undefined {
  if (plan.state !== "ahead") return undefined
  const { stories, technical, tellings } = plan.dropped
  const parts = [
    stories > 0 && `writing ${plural(stories, "more story", "more stories")}`,
    technical > 0 && plural(technical, "technical item"),
    tellings > 0 && `${plural(tellings, "telling")} of your stories`,
  ].filter((part) => part !== false)
  if (parts.length === 0) return undefined
  const said = parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`
  return `No longer fits: ${said}. Better a few things well than all of them in a hurry.`
}
