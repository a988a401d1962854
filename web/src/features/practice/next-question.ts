import type { PracticeAttempt } from "@backfill/contract"

export type Tried = { id: string; kitId: string; times: number }

/**
 * What to practise next: the try that was left unfinished last, else the question tried least often (the first of them
 * in the kit's order, but not the one just finished). Undefined when there is nothing to ask.
 */
export function nextStep<Question extends Tried>(
  questions: ReadonlyArray<Question>,
  attempts: ReadonlyArray<PracticeAttempt>,
): { kind: "go-on"; attempt: PracticeAttempt } | { kind: "start"; question: Question } | undefined {
  const latest = attempts.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
  const open = latest.find((attempt) => attempt.finishedAt === null)
  if (open) return { kind: "go-on", attempt: open }
  const last = latest[0]
  const others = questions.filter((each) => each.id !== last?.itemId || each.kitId !== last.kitId)
  const pool = others.length > 0 ? others : questions
  const least = Math.min(...pool.map((each) => each.times))
  const question = pool.find((each) => each.times === least)
  return question && { kind: "start", question }
}
