import { randomUUID } from "node:crypto"
import { type Exercise, exerciseById, recordingRules } from "@backfill/core"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { recordings } from "../../platform/database/schema/recordings.ts"
import { signal } from "../../platform/events.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { HIRING_SHELF } from "../../platform/recordings/shelf.ts"
import { markRemoved, newRecording } from "../../platform/recordings/store.ts"
import { type ApplicationRow, type Doer, lockApplication } from "../applications/change-application.ts"
import { requireOpen } from "../attempts/attempt-work.ts"
import { type AttemptRow, lockAttempt } from "../attempts/attempts.store.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { handedTake, requireHandable } from "./recordings.policy.ts"
import { chooseTake, countTakes, selectTakes, type TakeRow } from "./recordings.store.ts"

/** An attempt under its lock, with its exercise, as long as its application goes on. */
export interface OpenPrompt {
  application: ApplicationRow
  attempt: AttemptRow
  exercise: Exercise
}

export const exerciseOf = async (tx: Tx, attempt: AttemptRow): Promise<Exercise> =>
  found(exerciseById(await pinnedKit(tx, attempt.kitDigest), attempt.exerciseId))

/** Locks one of a candidate's attempts. */
export async function openPrompt(tx: Tx, attemptId: string, applicationId: string): Promise<OpenPrompt> {
  const application = await lockApplication(tx, applicationId)
  const attempt = await lockAttempt(tx, attemptId, applicationId)
  if (application.endedAt)
    throw new ProblemError("wrong_state", {
      detail:
        "Your application has ended, so nothing more can be recorded. What arrived before is kept until it is erased.",
    })
  return { application, attempt, exercise: await exerciseOf(tx, attempt) }
}

/** A change of a take: its audit entry, and a word to the pages of its attempt. */
export async function tellTake(
  tx: Tx,
  take: Pick<TakeRow, "id" | "attemptId" | "applicationId">,
  action: string,
  doer: Doer,
  after?: Record<string, unknown>,
): Promise<void> {
  await recordChange(tx, { record: "recording", recordId: take.id, action, ...doer, after })
  const { attemptId: id, applicationId } = take
  await signal(tx, { kind: "changed", topic: "attempt", id, applicationId })
}

/** Begins a take, while the attempt is open and there are takes left. */
export async function beginTake(
  tx: Tx,
  { attempt, exercise }: OpenPrompt,
  { kind, length }: Pick<TakeRow, "kind" | "length">,
  doer: Doer,
): Promise<TakeRow> {
  requireOpen(attempt, doer.at)
  if (exercise.type !== "video-response")
    throw new ProblemError("wrong_state", {
      detail: "Nothing is recorded for this exercise. Hand your work in as its brief says.",
    })
  const made = await countTakes(tx, attempt.id)
  if (made >= recordingRules(exercise).takes)
    throw new ProblemError("wrong_state", {
      detail: `No take is left of the ${made} there ${made === 1 ? "is" : "are"}. What you recorded is safe; choose the one to hand in.`,
    })
  const [row] = await tx
    .insert(recordings)
    .values({
      ...newRecording(randomUUID(), { kind, length, take: made + 1, now: doer.at }),
      applicationId: attempt.applicationId,
      attemptId: attempt.id,
    })
    .returning()
  await tellTake(tx, found(row), "begun", doer, { kind, take: made + 1 })
  return found(row)
}

/** Chooses the take to hand in, while the attempt is open. It may still be arriving. */
export async function choose(tx: Tx, { attempt }: OpenPrompt, take: TakeRow, doer: Doer): Promise<void> {
  requireOpen(attempt, doer.at)
  await chooseTake(tx, take)
  await tellTake(tx, take, "chosen", doer)
}

/** Removes a take of an attempt that isn't handed in. Its files are deleted after the commit. */
export async function removeTake(
  tx: Tx,
  { application, attempt }: OpenPrompt,
  take: TakeRow,
  doer: Doer,
): Promise<void> {
  if (application.legalHold) throw new ProblemError("legal_hold")
  if (attempt.submittedAt !== null)
    throw new ProblemError("wrong_state", {
      detail:
        "Your work was handed in and is safe. It can’t be changed any more; you can still erase your application.",
    })
  if (handedTake(attempt, await selectTakes(tx, attempt.id), doer.at)?.id === take.id)
    throw new ProblemError("wrong_state", {
      detail:
        "Time is up, and this is the recording that counts. It is safe and can’t be taken back any more; you can still erase your application.",
    })
  await markRemoved(tx, HIRING_SHELF, [take.id], doer.at)
  await tellTake(tx, take, "removed", doer)
}

/**
 * What handing an attempt in means for its takes: the chosen one has to be here to its last byte, and the others go, since
 * nobody is judged by how often they tried. Answers what the log of the attempt keeps of it.
 */
export async function handInTakes(
  tx: Tx,
  { application, attempt }: Pick<OpenPrompt, "application" | "attempt">,
  doer: Doer,
): Promise<{ recording?: { id: string; bytes: number } }> {
  const takes = await selectTakes(tx, attempt.id)
  if (takes.length === 0) return {}
  const chosen = takes.find((take) => take.chosen)
  requireHandable(chosen, await exerciseOf(tx, attempt), attempt)
  const rest = application.legalHold ? [] : takes.filter((take) => take !== chosen)
  await markRemoved(
    tx,
    HIRING_SHELF,
    rest.map(({ id }) => id),
    doer.at,
  )
  await tellTake(tx, chosen, "handed in", doer, { bytes: chosen.offset })
  return { recording: { id: chosen.id, bytes: chosen.offset } }
}
