import type { api } from "@backfill/contract"
import type { App, Tx } from "../../platform/app.ts"
import type { Call, Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { PRACTICE_SHELF } from "../../platform/recordings/shelf.ts"
import { lockOwn, selectOwn } from "../../platform/recordings/store.ts"
import { inOrder, notedAs, NOTHING_NOTED } from "./rehearsals.policy.ts"
import { presentRehearsal } from "./rehearsals.present.ts"
import { keepNoted, selectRehearsal, selectRehearsals } from "./rehearsals.store.ts"
import { transcribe, type TranscriptionService } from "./transcription-service.ts"

type Of = Call<{ recordingId: string }>

/** The person’s own rehearsal; a recording that is gone says so. With `lock`, others wait until this transaction is over. */
async function own(tx: Tx, { params, account, now }: Of, { lock = false } = {}) {
  await (lock ? lockOwn : selectOwn)(tx, PRACTICE_SHELF, params.recordingId, account.id, now)
  return selectRehearsal(tx, account.id, params.recordingId)
}

/** The service that is set here; null where none is. */
function serviceOf({ config }: App): TranscriptionService | null {
  const { BACKFILL_TRANSCRIPTION_URL: base } = config
  if (base === "") return null
  return { base, key: config.BACKFILL_TRANSCRIPTION_KEY, model: config.BACKFILL_TRANSCRIPTION_MODEL }
}

/** Like all of practice, rehearsals leave no audit entry, signal or remembered answer where the hiring side could read it. */
export const handlers: Handlers<typeof api.rehearsals> = {
  list: async (call) => {
    await limit(call.db, `rehearsals:${call.account.id}`, 120, 60)
    const rows = await call.read((tx) => selectRehearsals(tx, call.account.id, call.query))
    return { items: rows.map(presentRehearsal) }
  },

  read: (call) => call.read(async (tx) => presentRehearsal(await own(tx, call))),

  note: async (call) => {
    await limit(call.db, `rehearsal-notes:${call.account.id}`, 240, 60)
    const { version, ...body } = call.body
    const noted = inOrder(body)
    return call.db.transaction(async (tx) => {
      const rows = await own(tx, call, { lock: true })
      const before = rows.noted ?? NOTHING_NOTED
      // A repeated save whose first answer was lost on the way: nothing to do, and no quarrel about versions.
      if (before.version === version + 1 && notedAs(before, noted)) return presentRehearsal(rows)
      if (before.version !== version) throw new ProblemError("stale_version")
      const kept = await keepNoted(tx, rows, { ...noted, version: version + 1, changedAt: call.now })
      return presentRehearsal({ ...rows, noted: kept })
    })
  },

  transcription: async (call) => {
    const service = serviceOf(call.app)
    return { host: service && new URL(service.base).host }
  },

  transcribe: async (call) => {
    // Whoever closes the page stops the sending.
    const gone = new AbortController()
    call.reply.raw.once("close", () => gone.abort())
    const { recording } = await own(call.db, call)
    const service = serviceOf(call.app)
    if (!service) throw new ProblemError("transcription_off")
    const { fileKey, fileBytes, mediaType } = recording
    if (fileKey === null || fileBytes === null)
      throw new ProblemError("wrong_state", {
        detail:
          "This recording isn’t ready yet, so nothing was sent. Nothing is lost; try again in a moment.",
      })
    await limit(call.db, `transcribe:${call.account.id}`, 30, 3600)
    const sound = {
      mediaType: mediaType?.split(";")[0] ?? "application/octet-stream",
      bytes: fileBytes,
      open: () => call.app.storage.read(fileKey),
    }
    return { text: await transcribe(service, sound, { signal: gone.signal }), from: "service" }
  },
}
