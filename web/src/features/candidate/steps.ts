import type { CandidatePage } from "@backfill/contract"
import type { Temporal } from "temporal-polyfill"
import type { StepState, TimelineStep } from "../../ui/index.ts"
import { stepWhen } from "./when.ts"

type Step = CandidatePage["steps"][number]

/** Whether nothing will follow any more. A human look can still turn things, so it hasn't ended. */
export function hasEnded(status: CandidatePage["status"]): boolean {
  return status === "disqualified" || status === "stopped" || status === "withdrawn" || status === "erased"
}

/** The steps as the timeline draws them, in the reader's zone. */
export function timelineSteps(page: CandidatePage, now: Temporal.Instant, zone: string): TimelineStep[] {
  const ended = hasEnded(page.status)
  const last = page.steps.findLastIndex(({ state }) => state === "done" || state === "current")
  return page.steps.map((step, at) => ({
    id: String(at),
    label: step.title,
    when: stepWhen(step, page.next?.startsAt ?? null, now, zone),
    state: ended ? (at < last ? "done" : at === last ? "stopped" : "missed") : markOf(step),
  }))
}

function markOf({ state }: Step): StepState {
  if (state === "done") return "done"
  if (state === "current") return "now"
  return state === "ahead" ? "next" : "missed"
}
