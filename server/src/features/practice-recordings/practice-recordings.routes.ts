import { randomUUID } from "node:crypto"
import type { api } from "@backfill/contract"
import type { Call, Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { readCreation } from "../../platform/recordings/headers.ts"
import { sendMedia } from "../../platform/recordings/media.ts"
import { PRACTICE_SHELF } from "../../platform/recordings/shelf.ts"
import { ownSpace, requireSpace } from "../../platform/recordings/space.ts"
import {
  lockOwn,
  markRemoved,
  newRecording,
  requireLength,
  selectOwn,
  spaceTaken,
} from "../../platform/recordings/store.ts"
import { deleteGoneNowOrLater } from "../../platform/recordings/sweep.ts"
import { answerChunk, answerCreated, answerProtocol, sayUpload } from "../../platform/recordings/uploads.ts"
import { attemptId as idFor } from "../practice/practice.store.ts"
import { forgetNoted } from "../rehearsals/rehearsals.store.ts"
import { hasStory } from "../stories/stories.store.ts"
import { presentPracticeRecording } from "./practice-recordings.present.ts"
import { insertRecording, nextTake, selectRecording, selectRecordings } from "./practice-recordings.store.ts"

type Of = Call<{ recordingId: string }>

async function own(call: Of) {
  await selectOwn(call.db, PRACTICE_SHELF, call.params.recordingId, call.account.id, call.now)
  return selectRecording(call.db, call.account.id, call.params.recordingId)
}

const nothingToSay = async () => {}

/** Like all of practice, recordings leave no audit entry, signal or remembered answer where the hiring side could read it. */
export const handlers: Handlers<typeof api.practiceRecordings> = {
  protocol: async (call) => (answerProtocol(call), undefined),

  list: (call) =>
    call.read(async (tx) => ({
      items: (await selectRecordings(tx, call.account.id, call.query.storyId)).map(presentPracticeRecording),
      bytes: (await spaceTaken(tx, PRACTICE_SHELF, call.account.id)).own,
      maxBytes: ownSpace(call.app),
    })),

  create: async (call) => {
    const { id: accountId } = call.account
    if (call.query.accountId !== undefined && call.query.accountId !== accountId)
      throw new ProblemError("not_signed_in", {
        detail:
          "Somebody else is signed in at this browser by now, so nothing was sent. The recording stays on this device until the one who made it signs in again.",
      })
    await limit(call.db, `recording:${accountId}`, 200, 3600)
    const { length } = readCreation(call.request.headers)
    const { kind, storyId: told, kitId = null, itemId = null } = call.query
    requireLength(kind, length)
    const key = call.request.headers["idempotency-key"]
    const id = typeof key === "string" && key !== "" ? idFor(accountId, `recording\n${key}`) : randomUUID()
    const row = await call.db.transaction(async (tx) => {
      await requireSpace(call.app, tx, PRACTICE_SHELF, accountId, length ?? 0)
      // The story may have been deleted while the device was away; what was told is worth more than what it is filed under.
      const storyId = told !== undefined && (await hasStory(tx, accountId, told)) ? told : null
      const about = { accountId, storyId, kitId, itemId }
      const take = await nextTake(tx, about)
      return insertRecording(tx, { ...newRecording(id, { kind, length, take, now: call.now }), ...about })
    })
    answerCreated(call, row, `/api/practice/recordings/${row.id}`)
    return presentPracticeRecording(row)
  },

  read: async (call) => {
    const row = await own(call)
    sayUpload(call, row)
    return presentPracticeRecording(row)
  },

  append: (call) =>
    answerChunk(call, {
      shelf: PRACTICE_SHELF,
      recordingId: call.params.recordingId,
      ownerId: call.account.id,
      admit: nothingToSay,
      completed: nothingToSay,
    }),

  remove: async (call) => {
    const { recordingId } = call.params
    await call.db.transaction(async (tx) => {
      await lockOwn(tx, PRACTICE_SHELF, recordingId, call.account.id, call.now)
      await forgetNoted(tx, { recordingId })
      await markRemoved(tx, PRACTICE_SHELF, [recordingId], call.now)
    })
    await deleteGoneNowOrLater(call.app, PRACTICE_SHELF, [recordingId])
    call.reply.status(204).header("tus-resumable", "1.0.0")
    return undefined
  },

  watch: (call) => sendMedia(call, own),
}
