import { randomUUID } from "node:crypto"
import { MAX_RECORDING, MAX_RECORDING_CHUNK } from "@backfill/contract"
import { eq } from "drizzle-orm"
import type { App, Drizzle, Tx } from "../app.ts"
import { JUDGED_MS } from "../http/judge-again.ts"
import { ProblemError } from "../problem-error.ts"
import { folderOf, type Stored } from "../storage.ts"
import type { ChunkHeaders } from "./headers.ts"
import { type RecordingRow, type Shelf, shelfDb } from "./shelf.ts"
import { CONTAINERS, HEAD_BYTES, sniff } from "./sniff.ts"
import { requireSpace } from "./space.ts"
import { endTurn, lockOwn, requireLength, selectOwn, takeTurn, tooLarge } from "./store.ts"

/** By then a transaction that lost its connection has ended one way or the other. */
const LATER_MS = 120_000

/** A chunk on its way to a recording. */
export interface Append {
  app: App
  shelf: Shelf
  recordingId: string
  ownerId: string
  headers: ChunkHeaders
  /** How many bytes the sender says will come; undefined when it doesn’t. */
  announced: number | undefined
  body: AsyncIterable<Uint8Array>
  /** Throws when whoever sends has lost the right to since the request began. */
  again(): Promise<unknown>
  /** Throws when no more may be added to this recording. */
  admit(tx: Tx, row: RecordingRow): Promise<void>
  /** Called in the transaction that makes it complete. */
  completed(tx: Tx, row: RecordingRow): Promise<void>
}

/**
 * Takes the next bytes of a recording: first to disk as an object of their own, then as a row, and only then is it
 * answered. So any server goes on from here, and nothing that broke off ever needs to be cut away. Answers the recording as
 * it is then; throws upload_offset, upload_locked, upload_checksum, too_large, recording_type, storage_full or upload_gone.
 */
export async function append(a: Append): Promise<RecordingRow> {
  const { app, shelf, recordingId, ownerId, headers } = a
  const db = shelfDb(app, shelf)
  const row = await selectOwn(db, shelf, recordingId, ownerId, app.clock())
  const length = requireFits(row, headers, a.announced)
  if (row.state !== "receiving") return row
  await a.admit(db, row)
  await requireSpace(app, db, shelf, ownerId, a.announced ?? 0)
  const token = randomUUID()
  await takeTurn(db, shelf, recordingId, token)
  const began = Date.now()
  try {
    const head = new Head(row)
    const most = Math.min(MAX_RECORDING_CHUNK, (length ?? MAX_RECORDING[row.kind]) - row.offset)
    const renew = () => Promise.all([takeTurn(db, shelf, recordingId, token), a.again()])
    const body = watched(a.body, head, most, row, renew)
    const stored = await app.storage.put(body, most, folderOf(recordingId))
    return await commit(a, db, { stored, head, length, began })
  } catch (error) {
    await endTurn(db, shelf, recordingId, token).catch(() => {})
    throw error
  }
}

/** Checks what the headers say against what is stored; answers the whole’s length where it is known. */
function requireFits(row: RecordingRow, { offset, length }: ChunkHeaders, announced: number | undefined) {
  if (offset !== row.offset) throw new ProblemError("upload_offset")
  if (length !== undefined && ((row.length !== null && length !== row.length) || length < row.offset))
    throw new ProblemError("upload_headers")
  requireLength(row.kind, length ?? null)
  const whole = length ?? row.length
  if (announced !== undefined) {
    if (whole !== null && row.offset + announced > whole) throw new ProblemError("upload_headers")
    if (announced > MAX_RECORDING_CHUNK) throw tooMuchAtOnce()
    if (row.offset + announced > MAX_RECORDING[row.kind]) throw tooLarge(row.kind)
  }
  return whole
}

const tooMuchAtOnce = () =>
  new ProblemError("too_large", {
    detail: `A request may bring ${MAX_RECORDING_CHUNK} bytes of a recording. What arrived before is safe; go on with smaller pieces.`,
  })

/** The beginning of a file, collected until it tells what file it is. */
class Head {
  bytes: Buffer
  mediaType: string | null
  readonly #kind: RecordingRow["kind"]

  constructor(row: RecordingRow) {
    this.bytes = row.head ?? Buffer.alloc(0)
    this.mediaType = row.mediaType
    this.#kind = row.kind
  }

  take(chunk: Uint8Array): void {
    if (this.mediaType !== null) return
    this.bytes = Buffer.concat([this.bytes, chunk.subarray(0, HEAD_BYTES)]).subarray(0, HEAD_BYTES)
    const told = sniff(this.bytes)
    if (told === "none") throw new ProblemError("recording_type")
    if (told !== "more") this.mediaType = `${this.#kind}/${told}`
  }
}

async function* watched(
  body: AsyncIterable<Uint8Array>,
  head: Head,
  most: number,
  row: RecordingRow,
  renew: () => Promise<unknown>,
): AsyncGenerator<Uint8Array> {
  let bytes = 0
  let renewed = Date.now()
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > most) throw most === MAX_RECORDING_CHUNK ? tooMuchAtOnce() : tooLarge(row.kind)
    head.take(chunk)
    if (Date.now() - renewed > JUDGED_MS) {
      await renew()
      renewed = Date.now()
    }
    yield chunk
  }
}

interface Arrived {
  stored: Stored
  head: Head
  length: number | null
  /** Epoch ms. */
  began: number
}

/**
 * Counts what lies on disk. The row’s lock and its offset decide, whoever had the turn. The object of a refused chunk is
 * deleted; after any other error nobody knows yet whether the database has it, so it is looked at later.
 */
async function commit(a: Append, db: Drizzle, arrived: Arrived): Promise<RecordingRow> {
  try {
    if (Date.now() - arrived.began > JUDGED_MS) await a.again()
    const row = await db.transaction((tx) => count(a, tx, arrived))
    if (arrived.stored.bytes === 0) await a.app.storage.remove(arrived.stored.key)
    return row
  } catch (error) {
    if (error instanceof ProblemError) await a.app.storage.remove(arrived.stored.key)
    else setTimeout(() => void removeUnlessCounted(a, db, arrived.stored.key), LATER_MS).unref()
    throw error
  }
}

/** Once the database is back it says whether the commit whose answer was lost had come about. */
async function removeUnlessCounted({ app, shelf }: Append, db: Drizzle, key: string): Promise<void> {
  try {
    const counted = await db
      .select({ key: shelf.chunks.storageKey })
      .from(shelf.chunks)
      .where(eq(shelf.chunks.storageKey, key))
    if (counted.length === 0) await app.storage.remove(key)
  } catch (error) {
    app.log.warn({ err: error, key }, "it is unknown whether a piece of a recording counts, so it stays")
  }
}

async function count(a: Append, tx: Tx, { stored, head, length }: Arrived): Promise<RecordingRow> {
  const { app, shelf, recordingId, ownerId, headers } = a
  if (headers.digest !== undefined && headers.digest !== stored.digest)
    throw new ProblemError("upload_checksum")
  const now = app.clock()
  const row = await lockOwn(tx, shelf, recordingId, ownerId, now)
  if (row.state !== "receiving" || row.offset !== headers.offset) throw new ProblemError("upload_offset")
  await a.admit(tx, row)
  const offset = row.offset + stored.bytes
  if (offset === length && !CONTAINERS.some((one) => head.mediaType?.endsWith(`/${one}`)))
    throw new ProblemError("recording_type")
  if (stored.bytes > 0)
    await tx.insert(shelf.chunks).values({
      recordingId,
      offset: row.offset,
      bytes: stored.bytes,
      digest: stored.digest,
      storageKey: stored.key,
    })
  const changed = {
    offset,
    length,
    head: head.mediaType === null ? head.bytes : null,
    mediaType: head.mediaType,
    state: offset === length ? ("received" as const) : row.state,
    changedAt: now,
    appendToken: null,
    appendUntil: null,
  }
  await tx.update(shelf.rows).set(changed).where(eq(shelf.rows.id, recordingId))
  const after = { ...row, ...changed }
  if (after.state === "received") await a.completed(tx, after)
  return after
}
