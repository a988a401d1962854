import type { api } from "@backfill/contract"
import type { Tx } from "../../platform/app.ts"
import type { Call, Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { readCreation } from "../../platform/recordings/headers.ts"
import { sendMedia } from "../../platform/recordings/media.ts"
import { HIRING_SHELF } from "../../platform/recordings/shelf.ts"
import { requireSpace } from "../../platform/recordings/space.ts"
import { lockOwn, requireLength, selectOwn } from "../../platform/recordings/store.ts"
import { deleteGoneNowOrLater } from "../../platform/recordings/sweep.ts"
import { answerChunk, answerCreated, answerProtocol, sayUpload } from "../../platform/recordings/uploads.ts"
import { presentAttempt } from "../attempts/attempts.present.ts"
import { changeAttempt, checkAttemptVersion, selectAttempt, selectFiles } from "../attempts/attempts.store.ts"
import { presentRules, presentTake } from "./recordings.present.ts"
import { countTakes, selectTake, selectTakes, type TakeRow } from "./recordings.store.ts"
import { beginTake, choose, exerciseOf, openPrompt, removeTake, tellTake } from "./takes.ts"

type Names = "protocol" | "list" | "create" | "read" | "append" | "remove" | "choose" | "watchOwn"
type Of = Call<{ recordingId: string }>

const CANDIDATE = "candidate"
const doing = (call: Call<unknown>) => ({ actor: CANDIDATE, at: call.now })
const ownerOf = (call: Of): string => call.candidate.applicationId

/** One of the caller's own takes; one that is gone says so. */
async function own(tx: Tx, call: Of): Promise<TakeRow> {
  await selectOwn(tx, HIRING_SHELF, call.params.recordingId, ownerOf(call), call.now)
  return selectTake(tx, call.params.recordingId, ownerOf(call))
}

/** A take's bytes are taken until its attempt is handed in, also past the deadline: what was recorded in time may arrive late. */
async function admit(tx: Tx, call: Of): Promise<void> {
  const { attemptId } = await selectTake(tx, call.params.recordingId, ownerOf(call))
  const attempt = await selectAttempt(tx, attemptId, ownerOf(call))
  if (attempt.submittedAt !== null)
    throw new ProblemError("wrong_state", {
      detail: "Your work was handed in and is safe. Nothing more is taken for this recording.",
    })
}

/** The candidate's side of a video response. */
export const candidateHandlers: Pick<Handlers<typeof api.recordings>, Names> = {
  protocol: async (call) => (answerProtocol(call), undefined),

  list: async (call) =>
    call.read(async (tx) => {
      const attempt = await selectAttempt(tx, call.params.attemptId, call.candidate.applicationId)
      return {
        items: (await selectTakes(tx, attempt.id)).map(presentTake),
        rules: presentRules(await exerciseOf(tx, attempt), attempt, await countTakes(tx, attempt.id)),
      }
    }),

  create: async (call) => {
    const { applicationId } = call.candidate
    await limit(call.db, `recording:${applicationId}`, 60, 3600)
    const { length } = readCreation(call.request.headers)
    const { kind } = call.query
    requireLength(kind, length)
    await requireSpace(call.app, call.db, HIRING_SHELF, applicationId, length ?? 0)
    const take = await call.write(async (tx) => {
      const prompt = await openPrompt(tx, call.params.attemptId, applicationId)
      return presentTake(await beginTake(tx, prompt, { kind, length }, doing(call)))
    })
    const row = await selectTake(call.db, take.id, applicationId)
    answerCreated(call, row, `/api/candidate/recordings/${take.id}`)
    return take
  },

  read: async (call) => {
    const row = await call.read((tx) => own(tx, call))
    sayUpload(call, row)
    return presentTake(row)
  },

  append: (call) =>
    answerChunk(call, {
      shelf: HIRING_SHELF,
      recordingId: call.params.recordingId,
      ownerId: ownerOf(call),
      admit: (tx) => admit(tx, call),
      completed: async (tx) => {
        const take = await selectTake(tx, call.params.recordingId, ownerOf(call))
        await tellTake(tx, take, "received", doing(call), { bytes: take.offset })
      },
    }),

  remove: async (call) => {
    await call.db.transaction(async (tx) => {
      const take = await own(tx, call)
      const prompt = await openPrompt(tx, take.attemptId, ownerOf(call))
      await lockOwn(tx, HIRING_SHELF, take.id, ownerOf(call), call.now)
      await removeTake(tx, prompt, take, doing(call))
    })
    await deleteGoneNowOrLater(call.app, HIRING_SHELF, [call.params.recordingId])
    call.reply.status(204).header("tus-resumable", "1.0.0")
    return undefined
  },

  choose: async (call) =>
    call.write(async (tx) => {
      const take = await own(tx, call)
      const prompt = await openPrompt(tx, take.attemptId, ownerOf(call))
      checkAttemptVersion(prompt.attempt, call.body.version)
      await choose(tx, prompt, take, doing(call))
      const { openingId } = prompt.application
      const changed = await changeAttempt(tx, prompt.attempt, {
        ...doing(call),
        openingId,
        kind: "take chosen",
        data: { recordingId: take.id },
      })
      const files = await selectFiles(tx, [changed.id])
      return presentAttempt(changed, prompt.exercise, files, call.now, "candidate")
    }),

  watchOwn: (call) => sendMedia(call, (asked) => asked.read((tx) => own(tx, asked))),
}
