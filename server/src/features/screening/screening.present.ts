import type { Screen } from "@backfill/contract"
import { findHiddenInstructions } from "@backfill/core"
import type { InterviewAccess } from "../interviews/interviews.policy.ts"
import type { MineRow } from "../interviews/mine.ts"
import type { RoundItem } from "../interviews/round-items.ts"
import type { redactedTexts } from "./redacted.ts"

/** A line of the queue. It gives the alias even to those who may see the name: the queue is read before the résumé. */
export const presentWaiting = ({ interview, application, openingTitle, mine }: MineRow) => ({
  interviewId: interview.id,
  alias: application.alias,
  openingTitle,
  since: interview.createdAt.toISOString(),
  mine,
})

/** One résumé beside its criteria, without what tells who wrote it. `queue`: ids of the screens still waiting, this one among them. */
export function presentScreen(
  access: InterviewAccess,
  texts: Awaited<ReturnType<typeof redactedTexts>>,
  criteria: readonly RoundItem[],
  queue: readonly string[],
): Screen {
  const { interview, application, opening, unblinded } = access
  const at = queue.indexOf(interview.id)
  const next = queue[at + 1] ?? queue.find((id) => id !== interview.id)
  return {
    interviewId: interview.id,
    applicationId: application.id,
    alias: application.alias,
    openingTitle: opening.title,
    level: opening.level,
    text: texts.resume.text,
    coverLetter: texts.coverLetter.text,
    redactions: texts.resume.spans.map((span) => ({
      start: span.redactedStart,
      end: span.redactedEnd,
      kind: span.kind,
    })),
    writtenForMachines: [texts.resume.text, texts.coverLetter.text].flatMap((text) =>
      findHiddenInstructions(text).map(({ kind, start, end }) => ({
        words: kind === "invisible" ? "" : text.slice(start, end),
      })),
    ),
    criteria: criteria.map(({ id, title, wording, expectation, anchors }) => ({
      id,
      title,
      looksFor: wording,
      evidence: expectation?.expected ?? "",
      anchors,
    })),
    position: at + 1,
    total: queue.length,
    nextInterviewId: next ?? null,
    unblinded,
  }
}
