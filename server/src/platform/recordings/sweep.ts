import { and, eq, inArray, isNotNull, lt, or } from "drizzle-orm"
import type { App } from "../app.ts"
import { type Shelf, shelfDb } from "./shelf.ts"
import { markExpired, selectChunks } from "./store.ts"

const HOUR = 3_600_000
/** What a recording was made from stays this long, so that a backup that began before finds it. */
const KEPT_CHUNKS_HOURS = 6
/** So long a client that comes back is told that its upload is gone. */
const KEPT_TOMBSTONES_HOURS = 30 * 24
const GONE = ["expired", "removed"] as const

/** Deletes the files of one recording, then what points at them. Broken off, it goes on the next time. */
async function deleteFiles(
  app: App,
  shelf: Shelf,
  recordingId: string,
  fileKey: string | null,
): Promise<void> {
  const db = shelfDb(app, shelf)
  for (const { storageKey } of await selectChunks(db, shelf, recordingId))
    await app.storage.remove(storageKey)
  if (fileKey !== null) await app.storage.remove(fileKey)
  await db.delete(shelf.chunks).where(eq(shelf.chunks.recordingId, recordingId))
  if (fileKey !== null)
    await db
      .update(shelf.rows)
      .set({ fileKey: null, fileBytes: null })
      .where(and(eq(shelf.rows.id, recordingId), inArray(shelf.rows.state, GONE)))
}

/** Deletes the files of removed and given-up recordings; call it after the commit that marked some. */
export async function deleteGone(app: App, shelf: Shelf): Promise<void> {
  const { rows, chunks } = shelf
  const db = shelfDb(app, shelf)
  const left = await db
    .selectDistinct({ id: rows.id, fileKey: rows.fileKey })
    .from(rows)
    .leftJoin(chunks, eq(chunks.recordingId, rows.id))
    .where(and(inArray(rows.state, GONE), or(isNotNull(chunks.recordingId), isNotNull(rows.fileKey))))
  for (const { id, fileKey } of left) await deleteFiles(app, shelf, id, fileKey)
}

/** Gives up what got no further, deletes what is gone, and the pieces of what has become one file. */
export async function sweepRecordings(app: App, shelf: Shelf): Promise<void> {
  const { rows, chunks } = shelf
  const db = shelfDb(app, shelf)
  const now = app.clock()
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR)
  await markExpired(db, shelf, now)
  await deleteGone(app, shelf)
  const whole = await db
    .selectDistinct({ id: rows.id })
    .from(rows)
    .innerJoin(chunks, eq(chunks.recordingId, rows.id))
    .where(and(inArray(rows.state, ["ready", "as-it-came"]), lt(rows.changedAt, before(KEPT_CHUNKS_HOURS))))
  for (const { id } of whole) await deleteFiles(app, shelf, id, null)
  await db
    .delete(rows)
    .where(and(inArray(rows.state, GONE), lt(rows.changedAt, before(KEPT_TOMBSTONES_HOURS))))
}
