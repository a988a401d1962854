import type { PracticeAttempt, PracticeQuestion } from "@backfill/contract"
import { Level } from "@backfill/core"
import type { z } from "zod"
import type { PracticeItem } from "./practice.policy.ts"
import type { AttemptRow } from "./practice.store.ts"

export const presentQuestion = (
  { kit, question }: PracticeItem,
  tries: ReadonlyMap<string, number>,
): z.infer<typeof PracticeQuestion> => ({
  id: question.id,
  kitId: kit.id,
  title: question.title,
  kind: question.kind,
  competency: kit.competencies.find((c) => c.id === question.competency)?.title ?? question.competency,
  question: question.question,
  probes: question.probes,
  minutes: question.minutes,
  theme: question.theme ?? null,
  times: [...tries.values()].reduce((sum, times) => sum + times, 0),
  timesAt: timesAt(tries),
})

const timesAt = (tries: ReadonlyMap<string, number>) => ({
  junior: tries.get("junior") ?? 0,
  mid: tries.get("mid") ?? 0,
  senior: tries.get("senior") ?? 0,
  principal: tries.get("principal") ?? 0,
})

/**
 * An attempt for the person whose it is. The anchors come with the finished one only: read before, they would be
 * recited. A question the kit no longer holds leaves the text, which is the person's own.
 */
export function presentAttempt(row: AttemptRow, item: PracticeItem | undefined, now: Date): PracticeAttempt {
  const anchors = item && row.finishedAt ? item.question.anchors : undefined
  const level = Level.safeParse(row.level)
  const expected =
    item && row.finishedAt && level.success ? item.question.expectations[level.data] : undefined
  return {
    id: row.id,
    kitId: row.kitId,
    itemId: row.itemId,
    title: item?.question.title ?? "A question that is no longer in the kit",
    question: item?.question.question ?? "",
    text: row.text,
    selfScore: row.selfScore,
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    minutes: row.minutes,
    level: row.level,
    probes: item?.question.probes ?? [],
    expected: expected?.expected ?? null,
    version: row.version,
    anchors: anchors ? [anchors[1], anchors[2], anchors[3], anchors[4], anchors[5]] : [],
    serverNow: now.toISOString(),
  }
}
