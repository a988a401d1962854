import { MAX_RECORDING } from "@backfill/contract"
import type { App, Tx } from "../app.ts"
import { hint } from "../events.ts"
import type { Call } from "../http/call.ts"
import { judgeAgain } from "../http/judge-again.ts"
import { limit } from "../rate-limit.ts"
import { append } from "./append.ts"
import { readChunk, sayProgress, sayProtocol } from "./headers.ts"
import { type CommonRow, type RecordingRow, type Shelf, shelfDb } from "./shelf.ts"
import { expiryOf } from "./store.ts"

/** Pieces of a second each, from a few recordings at once. */
const CHUNKS_PER_MINUTE = 1200

/** Which recording is meant, and what its owner’s side has to say about it. */
export interface Upload {
  shelf: Shelf
  recordingId: string
  ownerId: string
  admit(tx: Tx, row: RecordingRow): Promise<void>
  completed(tx: Tx, row: RecordingRow): Promise<void>
}

/** Says in an answer’s headers how far a recording is, for those who speak tus. */
export const sayUpload = (call: Call, row: CommonRow) =>
  sayProgress(call.reply, { offset: row.offset, length: row.length, expiresAt: expiryOf(row) })

/** Answers a creation: where the upload lies, and how far it is. */
export const answerCreated = (call: Call, row: CommonRow, location: string) =>
  sayUpload(call, row).status(201).header("location", location)

export const answerProtocol = (call: Call) => sayProtocol(call.reply, MAX_RECORDING.video)

/** Takes the chunk that a request brings, and answers as tus does. */
export async function answerChunk(call: Call, { shelf, ...upload }: Upload): Promise<undefined> {
  const { app, request } = call
  const headers = readChunk(request.headers)
  await limit(call.db, `recording-chunk:${upload.ownerId}`, CHUNKS_PER_MINUTE, 60)
  const announced = request.headers["content-length"]
  const row = await append({
    app,
    shelf,
    ...upload,
    headers,
    announced: announced === undefined ? undefined : Number(announced),
    body: call.upload,
    again: () => judgeAgain(call),
  })
  if (row.state === "received") await tellFinishers(app, shelf)
  sayUpload(call, row).status(204)
  return undefined
}

/** Lets a server process look for recordings to finish. Says nothing of whose. */
export const tellFinishers = (app: App, shelf: Shelf) =>
  hint(shelfDb(app, shelf), { kind: "work", topic: "recordings", id: "" })
