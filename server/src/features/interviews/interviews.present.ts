import type { Console, InterviewCard } from "@backfill/contract"
import type { Kit, TimeFactor } from "@backfill/core"
import type { InterviewRow, RaterRow } from "./interviews.store.ts"
import { bookedMinutes } from "./length.ts"
import type { RoundItem } from "./round-items.ts"

/**
 * An interview as its people see it. `factor` is the candidate's adjustment of time. With `only`, that rater alone is
 * named: who else reads a résumé stays unknown to each.
 */
export const presentCard = (
  interview: InterviewRow,
  raters: readonly RaterRow[],
  factor: TimeFactor,
  only?: string,
): InterviewCard => ({
  id: interview.id,
  roundId: interview.roundId,
  title: interview.title,
  kind: interview.kind,
  state: interview.state,
  startsAt: interview.startsAt?.toISOString() ?? null,
  timeZone: interview.timeZone,
  minutes: bookedMinutes(interview.minutes, factor),
  where: interview.location,
  version: interview.version,
  raters: raters
    .filter((rater) => rater.interviewId === interview.id && (only === undefined || rater.id === only))
    .map((rater) => ({
      person: { id: rater.id, name: rater.name },
      submitted: rater.submittedAt !== null,
      waived: rater.waivedReason,
    })),
})

/** An item of the round for its interviewer, its planned minutes stretched like the round's. */
export const presentItem = (item: RoundItem, kit: Kit, factor: TimeFactor): Console["items"][number] => ({
  id: item.id,
  kind: item.kind === "exercise" ? "exercise" : "question",
  title: item.title,
  minutes: item.minutes * (factor === "none" ? 1 : factor),
  competencies: item.competencies.map((id) => ({
    id,
    title: kit.competencies.find((c) => c.id === id)?.title ?? id,
  })),
  wording: item.wording,
  probes: item.probes,
  expectation: item.expectation,
  positive: item.positive,
  negative: item.negative,
  anchors: item.anchors,
  guide: item.guide,
  part: item.part,
})
