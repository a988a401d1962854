import { and, eq, gt, inArray, isNotNull, lt, or } from "drizzle-orm"
import type { App } from "../app.ts"
import { folderOf } from "../storage.ts"
import { tidyWork } from "./finish.ts"
import { type Shelf, shelfDb, SHELVES } from "./shelf.ts"
import { markExpired, selectChunks } from "./store.ts"

const HOUR = 3_600_000
/** What a recording was made from stays this long, so that a backup that began before finds it. */
const KEPT_CHUNKS_HOURS = 6
/** So long a client that comes back is told that its upload is gone. */
const KEPT_TOMBSTONES_HOURS = 30 * 24
/** So long after a recording went its folder is looked at, whatever the database says is in it. */
const LOOKED_AT_HOURS = 3
const STRAYS_AT_ONCE = 500
const GONE = ["expired", "removed"] as const

/**
 * Deletes all that lies in a recording's folder, also what a killed server had written and told nobody of, then what points
 * at it. Broken off, it goes on the next time.
 */
async function deleteAll(app: App, shelf: Shelf, recordingId: string): Promise<void> {
  const { rows, chunks } = shelf
  const db = shelfDb(app, shelf)
  await app.storage.clear(folderOf(recordingId))
  await tidyWork(app, recordingId)
  await db.delete(chunks).where(eq(chunks.recordingId, recordingId))
  await db
    .update(rows)
    .set({ fileKey: null, fileBytes: null })
    .where(and(eq(rows.id, recordingId), inArray(rows.state, GONE)))
}

/**
 * Deletes the files of removed and given-up recordings; call it after the commit that marked some. Of the named ones also what no
 * row knows of.
 */
export async function deleteGone(app: App, shelf: Shelf, named: readonly string[] = []): Promise<void> {
  const { rows, chunks } = shelf
  const left = await shelfDb(app, shelf)
    .selectDistinct({ id: rows.id })
    .from(rows)
    .leftJoin(chunks, eq(chunks.recordingId, rows.id))
    .where(
      and(
        inArray(rows.state, GONE),
        or(isNotNull(chunks.recordingId), isNotNull(rows.fileKey), inArray(rows.id, [...named])),
      ),
    )
  for (const { id } of left) await deleteAll(app, shelf, id)
}

/**
 * As `deleteGone`, where the change holds whatever becomes of the files: those that can’t be reached just now go with the next
 * sweep.
 */
export async function deleteGoneNowOrLater(
  app: App,
  shelf: Shelf,
  named: readonly string[] = [],
): Promise<void> {
  await deleteGone(app, shelf, named).catch((error: unknown) =>
    app.log.warn(
      { err: error },
      "files of removed recordings couldn’t be deleted yet; it is tried again within the hour",
    ),
  )
}

/** What of these keys a recording's rows name. */
async function namedKeys(app: App, keys: string[]): Promise<Set<string>> {
  const named = new Set<string>()
  for (const shelf of SHELVES) {
    const { rows, chunks } = shelf
    const db = shelfDb(app, shelf)
    const files = await db.select({ key: rows.fileKey }).from(rows).where(inArray(rows.fileKey, keys))
    const pieces = await db
      .select({ key: chunks.storageKey })
      .from(chunks)
      .where(inArray(chunks.storageKey, keys))
    for (const { key } of [...files, ...pieces]) if (key !== null) named.add(key)
  }
  return named
}

/**
 * Deletes what was written before a time and that no row names: a server was killed between writing and entering it.
 * Answers how many.
 */
export async function dropStrays(app: App, before: Date): Promise<number> {
  let dropped = 0
  const drop = async (keys: string[]) => {
    if (keys.length === 0) return
    const named = await namedKeys(app, keys)
    for (const key of keys.filter((one) => !named.has(one))) {
      await app.storage.remove(key)
      dropped++
    }
  }
  let keys: string[] = []
  for await (const { key, writtenAt } of app.storage.list()) {
    if (writtenAt < before) keys.push(key)
    if (keys.length < STRAYS_AT_ONCE) continue
    await drop(keys)
    keys = []
  }
  await drop(keys)
  return dropped
}

/** Deletes what a recording was made from, now that it is one file. */
async function deletePieces(app: App, shelf: Shelf, recordingId: string): Promise<void> {
  const db = shelfDb(app, shelf)
  for (const { storageKey } of await selectChunks(db, shelf, recordingId))
    await app.storage.remove(storageKey)
  await db.delete(shelf.chunks).where(eq(shelf.chunks.recordingId, recordingId))
}

/** Gives up what got no further, deletes what is gone, and the pieces of what has become one file. */
export async function sweepRecordings(app: App, shelf: Shelf): Promise<void> {
  const { rows, chunks } = shelf
  const db = shelfDb(app, shelf)
  const now = app.clock()
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR)
  await markExpired(db, shelf, now)
  const late = await db
    .select({ id: rows.id })
    .from(rows)
    .where(and(inArray(rows.state, GONE), gt(rows.changedAt, before(LOOKED_AT_HOURS))))
  await deleteGone(
    app,
    shelf,
    late.map(({ id }) => id),
  )
  const whole = await db
    .selectDistinct({ id: rows.id })
    .from(rows)
    .innerJoin(chunks, eq(chunks.recordingId, rows.id))
    .where(and(inArray(rows.state, ["ready", "as-it-came"]), lt(rows.changedAt, before(KEPT_CHUNKS_HOURS))))
  for (const { id } of whole) await deletePieces(app, shelf, id)
  await db
    .delete(rows)
    .where(and(inArray(rows.state, GONE), lt(rows.changedAt, before(KEPT_TOMBSTONES_HOURS))))
}
