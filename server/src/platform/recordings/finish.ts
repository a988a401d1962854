import { createHash, randomUUID } from "node:crypto"
import { createReadStream, existsSync } from "node:fs"
import { mkdir, mkdtemp, open, readdir, rm } from "node:fs/promises"
import { join } from "node:path"
import { and, eq, sql } from "drizzle-orm"
import type { App, Tx } from "../app.ts"
import { ProblemError } from "../problem-error.ts"
import { folderOf, type Stored } from "../storage.ts"
import { tidyFolder } from "../storage-local.ts"
import { type Remuxed, remux } from "./remux.ts"
import { type CommonRow, type RecordingRow, type Shelf, shelfDb } from "./shelf.ts"
import { type Container, CONTAINERS } from "./sniff.ts"
import { selectChunks } from "./store.ts"

/** So long after its last sign of life a process’s work is taken over by another. */
const CLAIM_SECONDS = 30
const RENEW_MS = 8000
/** Longer than any work takes. */
const WORK_MS = 20 * 60_000
/** What fails again and again is tried again this often at the least: where its bytes lie may have been away for a day. */
const LATEST_SECONDS = 3600
const KEPT_AS_IS =
  "This file couldn’t be made seekable, so it is kept as it was sent. It may play only in some players."

/** Told in the transaction in which a recording becomes playable. */
export type Finished = (tx: Tx, row: RecordingRow) => Promise<void>

/** Where recordings are put together on this machine. */
const workFolder = (app: App): string => join(app.config.BACKFILL_DATA, "work")

/** Deletes what a killed process of this machine had put together: of one recording, or what is older than any work. */
export async function tidyWork(app: App, recordingId?: string): Promise<void> {
  const work = workFolder(app)
  if (!existsSync(work)) return
  if (recordingId === undefined) return tidyFolder(work, new Date(Date.now() - WORK_MS))
  for (const name of await readdir(work))
    if (name.startsWith(recordingId)) await rm(join(work, name), { recursive: true, force: true })
}

/** The next recording whose bytes are all here, for this process alone; each failure makes the next try later. */
async function claim(app: App, shelf: Shelf): Promise<RecordingRow | undefined> {
  const { rows } = shelf
  const next = sql`(SELECT id FROM ${rows} WHERE state = 'received'
    AND (claim_until IS NULL OR claim_until < now()) ORDER BY changed_at LIMIT 1 FOR UPDATE SKIP LOCKED)`
  const [row] = await shelfDb(app, shelf)
    .update(rows)
    .set({
      claimToken: randomUUID(),
      claimUntil: sql`now() + make_interval(secs => ${CLAIM_SECONDS})`,
      tries: sql`${rows.tries} + 1`,
    })
    .where(eq(rows.id, next))
    .returning()
  return row
}

/** Says now and then that this process is still at it. Returns the way to stop. */
function keepClaim(app: App, { rows, scope }: Shelf, { id, claimToken }: RecordingRow): () => void {
  const renew = () =>
    app.db[scope]
      .update(rows)
      .set({ claimUntil: sql`now() + make_interval(secs => ${CLAIM_SECONDS})` })
      .where(and(eq(rows.id, id), eq(rows.claimToken, claimToken ?? "")))
      .catch((error: unknown) => app.log.warn({ err: error }, "a claim on a recording couldn’t be renewed"))
  const timer = setInterval(() => void renew(), RENEW_MS)
  return () => clearInterval(timer)
}

/** Lets go of a claim that came to nothing, until somewhat later. */
async function letGo(app: App, shelf: Shelf, row: RecordingRow): Promise<void> {
  const { rows } = shelf
  await shelfDb(app, shelf)
    .update(rows)
    .set({
      claimToken: null,
      claimUntil: sql`now() + make_interval(secs => ${Math.min(LATEST_SECONDS, 5 * row.tries ** 2)})`,
    })
    .where(and(eq(rows.id, row.id), eq(rows.claimToken, row.claimToken ?? "")))
}

/**
 * Makes one received recording into a file that can be sought, or keeps it as it came. Answers whether there was one. What
 * arrived stays where it is until the new file is stored and was read back.
 */
export async function finishOne(app: App, shelf: Shelf, finished: Finished): Promise<boolean> {
  const row = await claim(app, shelf)
  if (!row) return false
  const work = workFolder(app)
  const stop = keepClaim(app, shelf, row)
  let folder: string | undefined
  try {
    await mkdir(work, { recursive: true, mode: 0o700 })
    folder = await mkdtemp(join(work, `${row.id}-`))
    await makeFile(app, shelf, row, folder, finished)
  } catch (error) {
    app.log.error({ err: error, recordingId: row.id, tries: row.tries }, "a recording couldn’t be finished")
    await letGo(app, shelf, row)
  } finally {
    stop()
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  }
  return true
}

async function makeFile(app: App, shelf: Shelf, row: RecordingRow, folder: string, finished: Finished) {
  const [came, copy] = [join(folder, "came"), join(folder, "copy")]
  const originalDigest = await assemble(app, shelf, row, came)
  const container = containerOf(row)
  const made = await remux(came, copy, { container, kind: row.kind, bytes: row.offset })
  const good = !("fault" in made)
  if (!good) app.log.warn({ recordingId: row.id, fault: made.fault }, "a recording is kept as it came")
  const stored = await app.storage.put(bytesOf(good ? copy : came), Number.MAX_SAFE_INTEGER, folderOf(row.id))
  const set = { ...shown(made, row), originalDigest }
  try {
    await shelfDb(app, shelf).transaction((tx) => store(tx, shelf, row, stored, set, app.clock(), finished))
  } catch (error) {
    if (error instanceof ProblemError) await app.storage.remove(stored.key)
    throw error
  }
}

/** A file's bytes, opened only once they are asked for: a stream that fails before anybody listens would end the process. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>
}

const containerOf = ({ mediaType }: CommonRow): Container =>
  CONTAINERS.find((one) => mediaType?.endsWith(`/${one}`)) ?? "webm"

const shown = (made: Remuxed, { mediaType }: CommonRow) =>
  "fault" in made
    ? { state: "as-it-came" as const, mediaType, note: KEPT_AS_IS }
    : { state: "ready" as const, ...made }

/** Puts the chunks together in a local file, checking each against its hash; answers the hash of the whole. */
async function assemble(app: App, shelf: Shelf, row: RecordingRow, path: string): Promise<string> {
  const file = await open(path, "wx", 0o600)
  const whole = createHash("sha256")
  let end = 0
  try {
    for (const chunk of await selectChunks(shelfDb(app, shelf), shelf, row.id)) {
      const hash = createHash("sha256")
      for await (const bytes of app.storage.read(chunk.storageKey)) {
        hash.update(bytes as Buffer)
        whole.update(bytes as Buffer)
        await file.writeFile(bytes as Buffer)
      }
      if (chunk.offset !== end || hash.digest("hex") !== chunk.digest)
        throw new Error(`the chunk at ${chunk.offset} isn’t what was stored`)
      end += chunk.bytes
    }
  } finally {
    await file.close()
  }
  if (end !== row.length) throw new Error(`${end} of ${row.length} bytes are here`)
  return whole.digest("hex")
}

/** Makes the file the recording, unless it was removed meanwhile or another process has taken the work over. */
async function store(
  tx: Tx,
  shelf: Shelf,
  row: RecordingRow,
  { key, bytes, digest }: Stored,
  set: Partial<CommonRow>,
  now: Date,
  finished: Finished,
): Promise<void> {
  const { rows } = shelf
  const [changed] = await tx
    .update(rows)
    .set({
      ...set,
      fileKey: key,
      fileBytes: bytes,
      digest,
      changedAt: now,
      claimToken: null,
      claimUntil: null,
    })
    .where(and(eq(rows.id, row.id), eq(rows.state, "received"), eq(rows.claimToken, row.claimToken ?? "")))
    .returning()
  if (!changed) throw new ProblemError("upload_gone")
  await finished(tx, changed)
}
