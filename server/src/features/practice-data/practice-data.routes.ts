import { type api, MAX_PRACTICE_FILE } from "@backfill/contract"
import type { Readable } from "node:stream"
import { hint } from "../../platform/events.ts"
import type { Handlers } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { PRACTICE_SHELF } from "../../platform/recordings/shelf.ts"
import { deleteGone } from "../../platform/recordings/sweep.ts"
import { readPracticeFile, writePracticeFile } from "./practice-file.ts"
import { deleteEverything, insertEverything, selectEverything } from "./practice-data.store.ts"

/** A person's practice as a whole: out, in, and gone. Like all of practice it leaves no trace outside its schema. */
export const handlers: Handlers<typeof api.practiceData> = {
  download: async (call) => {
    const rows = await call.read((tx) => selectEverything(tx, call.account.id, call.now))
    return {
      name: `backfill-practice-${call.now.toISOString().slice(0, 10)}.json`,
      mediaType: "application/json",
      body: writePracticeFile(rows, call.now),
    }
  },

  bring: async (call) => {
    await limit(call.db, `practice:${call.account.id}`, 60, 60)
    const file = readPracticeFile(await readAll(call.upload))
    const whose = { accountId: call.account.id, now: call.now }
    return call.db.transaction((tx) => insertEverything(tx, whose, file))
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
