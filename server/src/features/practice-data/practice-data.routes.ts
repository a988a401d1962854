import { Readable } from "node:stream"
import { type api, MAX_PRACTICE_FILE } from "@backfill/contract"
import { hint } from "../../platform/events.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { PRACTICE_SHELF } from "../../platform/recordings/shelf.ts"
import { deleteGone } from "../../platform/recordings/sweep.ts"
import { presentPracticeRecording } from "../practice-recordings/practice-recordings.present.ts"
import { selectRecordings } from "../practice-recordings/practice-recordings.store.ts"
import { filed } from "../practice-recordings/take-out.ts"
import { readPracticeFile, writePracticeFile } from "./practice-file.ts"
import { deleteEverything, insertEverything, selectEverything } from "./practice-data.store.ts"
import { zipPractice } from "./practice-zip.ts"
import { takeInRecording } from "./take-in-recording.ts"

/** Recordings of a file that is taken in, a minute: each is one request, and a file may hold many short ones. */
const RECORDINGS_A_MINUTE = 240
const fileName = (now: Date, ending: string) =>
  `backfill-practice-${now.toISOString().slice(0, 10)}.${ending}`

/** A person's practice as a whole: out, in, and gone. Like all of practice it leaves no trace outside its schema. */
export const handlers: Handlers<typeof api.practiceData> = {
  download: async (call) => {
    const rows = await call.read((tx) => selectEverything(tx, call.account.id, call.now))
    return {
      name: fileName(call.now, "json"),
      mediaType: "application/json",
      body: writePracticeFile(rows, call.now),
    }
  },

  downloadWithMedia: async (call) => {
    await limit(call.db, `practice-zip:${call.account.id}`, 30, 3600)
    const { rows, files } = await call.read(async (tx) => ({
      rows: await selectEverything(tx, call.account.id, call.now),
      files: (await selectRecordings(tx, call.account.id)).flatMap((row) => {
        const file = filed(row)
        if (file === null || row.fileKey === null) return []
        return [{ name: file.name, bytes: file.bytes, key: row.fileKey, writtenAt: row.createdAt }]
      }),
    }))
    const zip = zipPractice(writePracticeFile(rows, call.now), files, call.app.storage, call.now)
    const asked = { name: fileName(call.now, "zip"), mediaType: "application/zip", ...zip }
    if (call.request.method !== "HEAD") return asked
    zip.body.destroy()
    return { ...asked, body: Readable.from([]) }
  },

  bring: async (call) => {
    await limit(call.db, `practice:${call.account.id}`, 60, 60)
    const file = readPracticeFile(await readAll(call.upload))
    const whose = { accountId: call.account.id, now: call.now }
    return call.db.transaction((tx) => insertEverything(tx, whose, file))
  },

  bringRecording: async (call) => {
    await limit(call.db, `practice-recordings:${call.account.id}`, RECORDINGS_A_MINUTE, 60)
    const whose = { app: call.app, accountId: call.account.id, now: call.now }
    const { row, send, dropped } = await call.db.transaction((tx) => takeInRecording(tx, whose, call.body))
    if (dropped.length > 0) await deleteGone(call.app, PRACTICE_SHELF, dropped)
    return { recording: presentPracticeRecording(row), send }
  },

  removeAll: async (call) => {
    const hear = await call.db.transaction((tx) => deleteEverything(tx, call.account.id))
    await deleteGone(call.app, PRACTICE_SHELF)
    for (const id of hear) await hint(call.db, { kind: "changed", topic: "mine", id })
    return { ok: true }
  },
}

async function readAll(upload: Readable): Promise<Buffer> {
  const parts: Buffer[] = []
  let bytes = 0
  for await (const part of upload as AsyncIterable<Buffer>) {
    bytes += part.length
    if (bytes > MAX_PRACTICE_FILE) throw new ProblemError("too_large")
    parts.push(part)
  }
  return Buffer.concat(parts)
}
