import type { api } from "@backfill/contract"
import { exerciseById } from "@backfill/core"
import type { Tx } from "../../platform/app.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import {
  addToStory,
  type ApplicationRow,
  type Doer,
  lockApplication,
} from "../applications/change-application.ts"
import {
  addFile,
  MAX_SUBMISSION,
  saveAttempt,
  startAttempt,
  submitAttempt,
} from "../attempts/attempt-work.ts"
import { presentAttempt } from "../attempts/attempts.present.ts"
import {
  type AttemptRow,
  checkAttemptVersion,
  lockAttempt,
  selectAttempt,
  selectFiles,
} from "../attempts/attempts.store.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { handInTakes } from "../recordings/takes.ts"
import { HIRING_SHELF } from "../../platform/recordings/shelf.ts"
import { deleteGoneNowOrLater } from "../../platform/recordings/sweep.ts"
import { plainName } from "../public-pages/upload-resume.ts"

type Names = "attempt" | "startAttempt" | "saveAttempt" | "uploadToAttempt" | "submitAttempt"
type Work = (
  tx: Tx,
  attempt: AttemptRow,
  place: Doer & { openingId: string },
  application: ApplicationRow,
) => Promise<AttemptRow>

/** The candidate's side of an exercise: start, save, hand in. The clock is the server's. */
export const attemptHandlers: Pick<Handlers<typeof api.candidate>, Names> = {
  attempt: async (call) =>
    call.read(async (tx) =>
      answer(tx, await selectAttempt(tx, call.params.attemptId, call.candidate.applicationId), call.now),
    ),

  startAttempt: async (call) =>
    call.write((tx) =>
      work(tx, call, async (_, attempt, place, application) => {
        const started = await startAttempt(tx, attempt, place)
        await tell(tx, application, place, "exercise-started", started)
        return started
      }),
    ),

  saveAttempt: async (call) =>
    call.write((tx) =>
      work(tx, call, async (_, attempt, place) => {
        // The answer to an earlier save may have been lost on the way.
        if (attempt.text === call.body.text && attempt.version === call.body.version + 1) return attempt
        checkAttemptVersion(attempt, call.body.version)
        return saveAttempt(tx, attempt, call.body.text, place)
      }),
    ),

  uploadToAttempt: async (call) => {
    await limit(call.db, `attempt-file:${call.candidate.applicationId}`, 40, 3600)
    await call.read((tx) => selectAttempt(tx, call.params.attemptId, call.candidate.applicationId))
    const stored = await call.app.storage.put(call.upload, MAX_SUBMISSION)
    try {
      return await call.write((tx) =>
        work(tx, call, async (_, attempt, place) =>
          addFile(tx, attempt, plainName(call.query.name), stored, place),
        ),
      )
    } catch (error) {
      // After any other error the row may be there all the same; a file without one is swept up.
      if (error instanceof ProblemError) await call.app.storage.remove(stored.key)
      throw error
    }
  },

  submitAttempt: async (call) => {
    const handedIn = await call.write((tx) =>
      work(tx, call, async (_, attempt, place, application) => {
        checkAttemptVersion(attempt, call.body.version)
        const recording = await handInTakes(tx, { application, attempt }, place)
        const submitted = await submitAttempt(tx, attempt, place, recording)
        await tell(tx, application, place, "exercise-handed-in", submitted)
        return submitted
      }),
    )
    await deleteGoneNowOrLater(call.app, HIRING_SHELF)
    return handedIn
  },
}

interface AttemptCall {
  params: { attemptId: string }
  candidate: { applicationId: string }
  now: Date
}

/** Works on one of the candidate's own attempts under its lock, as long as their application goes on. */
async function work(tx: Tx, call: AttemptCall, run: Work) {
  const application = await lockApplication(tx, call.candidate.applicationId)
  const attempt = await lockAttempt(tx, call.params.attemptId, application.id)
  if (application.endedAt)
    throw new ProblemError("wrong_state", {
      detail: "Your application has ended, so this exercise is closed. What you saved is still here.",
    })
  const changed = await run(
    tx,
    attempt,
    { actor: "candidate", at: call.now, openingId: application.openingId },
    application,
  )
  return answer(tx, changed, call.now)
}

async function tell(
  tx: Tx,
  application: ApplicationRow,
  doer: Doer,
  kind: string,
  attempt: AttemptRow,
): Promise<void> {
  const { title } = await exerciseOf(tx, attempt)
  await addToStory(tx, application.id, doer, [{ kind, data: { attemptId: attempt.id, title } }])
}

const exerciseOf = async (tx: Tx, attempt: AttemptRow) =>
  found(exerciseById(await pinnedKit(tx, attempt.kitDigest), attempt.exerciseId))

const answer = async (tx: Tx, attempt: AttemptRow, now: Date) =>
  presentAttempt(
    attempt,
    await exerciseOf(tx, attempt),
    await selectFiles(tx, [attempt.id]),
    now,
    "candidate",
  )
