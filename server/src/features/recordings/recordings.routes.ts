import type { api } from "@backfill/contract"
import { applicationAccess } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import type { AccountCaller, Handlers } from "../../platform/http/call.ts"
import { found } from "../../platform/problem-error.ts"
import { sendMedia } from "../../platform/recordings/media.ts"
import { selectAttempt } from "../attempts/attempts.store.ts"
import { candidateHandlers } from "./candidate-handlers.ts"
import { handedTake, requireScreened, takeSeconds } from "./recordings.policy.ts"
import { presentHanded } from "./recordings.present.ts"
import { selectTakes } from "./recordings.store.ts"
import { exerciseOf } from "./takes.ts"

/** An attempt's handed-in recording, for somebody who may see the application and meet its face. */
async function handedTo(tx: Tx, account: AccountCaller, attemptId: string, now: Date) {
  const attempt = await selectAttempt(tx, attemptId)
  requireScreened(await applicationAccess(tx, account, attempt.applicationId))
  const take = handedTake(attempt, await selectTakes(tx, attempt.id), now)
  return { attempt, exercise: await exerciseOf(tx, attempt), take }
}

export const handlers: Handlers<typeof api.recordings> = {
  ...candidateHandlers,

  handed: async (call) =>
    call.read(async (tx) => {
      const { attempt, exercise, take } = await handedTo(tx, call.account, call.params.attemptId, call.now)
      const seconds = takeSeconds(exercise, attempt)
      return { items: take ? [presentHanded(take, exercise, attempt)] : [], rules: { seconds } }
    }),

  watch: (call) =>
    sendMedia(call, async (asked) => {
      const { attemptId, recordingId } = asked.params
      const { take } = await asked.read((tx) => handedTo(tx, asked.account, attemptId, asked.now))
      return found(take?.id === recordingId ? take : undefined)
    }),
}
