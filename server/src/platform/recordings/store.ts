import { MAX_RECORDING, RECORDING_EXPIRES_DAYS, RecordingState } from "@backfill/contract"
import { and, asc, eq, inArray, isNull, lt, or, sql } from "drizzle-orm"
import type { Drizzle, Tx } from "../app.ts"
import { found, ProblemError } from "../problem-error.ts"
import type { CommonRow, RecordingRow, Shelf } from "./shelf.ts"

const DAY = 86_400_000
/** How long a sender keeps its turn without sending a byte. */
const TURN_SECONDS = 10
/** The states in which there is a recording; in the others it is given up or removed, and takes no space for long. */
export const KEPT: CommonRow["state"][] = RecordingState.options

export type ChunkRow = Shelf["chunks"]["$inferSelect"]

/** When an unfinished upload is given up; null for a complete one. */
export const expiryOf = ({ state, changedAt }: CommonRow): Date | null =>
  state === "receiving" ? new Date(changedAt.getTime() + RECORDING_EXPIRES_DAYS * DAY) : null

/** Whether an upload has been given up, deleted, or is about to be. */
export const isGone = (row: CommonRow, now: Date): boolean => {
  const end = expiryOf(row)
  return row.state === "expired" || row.state === "removed" || (end !== null && end < now)
}

/** A recording of this owner; another's is not found, and one that is gone says so. */
export async function selectOwn(
  tx: Tx,
  { rows }: Shelf,
  recordingId: string,
  ownerId: string,
  now: Date,
  locked = false,
): Promise<RecordingRow> {
  const asked = tx
    .select()
    .from(rows)
    .where(and(eq(rows.id, recordingId), eq(rows.ownerId, ownerId)))
  const [row] = await (locked ? asked.for("update") : asked)
  if (isGone(found(row), now)) throw new ProblemError("upload_gone")
  return found(row)
}

/** As `selectOwn`, under its row lock. */
export async function lockOwn(
  tx: Tx,
  shelf: Shelf,
  recordingId: string,
  ownerId: string,
  now: Date,
): Promise<RecordingRow> {
  return selectOwn(tx, shelf, recordingId, ownerId, now, true)
}

/** What a new recording starts with. */
export const newRecording = (
  id: string,
  { kind, length, take, now }: { kind: CommonRow["kind"]; length: number | null; take: number; now: Date },
) => ({ id, kind, length, take, head: Buffer.alloc(0), changedAt: now, createdAt: now })

/** Throws unless this length is one that a recording of its kind may have. */
export function requireLength(kind: CommonRow["kind"], length: number | null): void {
  if (length === 0) throw new ProblemError("file_empty")
  if (length !== null && length > MAX_RECORDING[kind]) throw tooLarge(kind)
}

export const tooLarge = (kind: CommonRow["kind"]): ProblemError =>
  new ProblemError("too_large", {
    detail: `A ${kind} recording may have ${MAX_RECORDING[kind] / 1_000_000} MB. What arrived before is safe; keep the whole on your device and send a smaller version.`,
  })

/** Gives a sender the turn, or tells it to wait: two who send the same bytes at once would do it for nothing. */
export async function takeTurn(
  db: Drizzle,
  { rows }: Shelf,
  recordingId: string,
  token: string,
): Promise<void> {
  const { rowCount } = await db.execute(sql`
    UPDATE ${rows} SET append_token = ${token}, append_until = now() + make_interval(secs => ${TURN_SECONDS})
    WHERE id = ${recordingId} AND (append_token = ${token} OR append_until IS NULL OR append_until < now())
    RETURNING set_config('synchronous_commit', 'off', true)`)
  if (rowCount === 0) throw new ProblemError("upload_locked", { retryAfter: 2 })
}

/** Gives the turn back after a failure; after a success the same statement that counts the bytes does. */
export async function endTurn(
  db: Drizzle,
  { rows }: Shelf,
  recordingId: string,
  token: string,
): Promise<void> {
  await db.execute(sql`
    UPDATE ${rows} SET append_token = NULL, append_until = NULL WHERE id = ${recordingId} AND append_token = ${token}
    RETURNING set_config('synchronous_commit', 'off', true)`)
}

export const selectChunks = (tx: Tx, { chunks }: Shelf, recordingId: string): Promise<ChunkRow[]> =>
  tx.select().from(chunks).where(eq(chunks.recordingId, recordingId)).orderBy(asc(chunks.offset))

/** The space that recordings take: of one owner, and of all on this shelf. */
export async function spaceTaken(
  tx: Tx,
  { rows }: Shelf,
  ownerId: string,
): Promise<{ own: number; all: number }> {
  const bytes = sql`greatest(${rows.offset}, coalesce(${rows.fileBytes}, 0))`
  const [sums] = await tx
    .select({
      own: sql<string>`coalesce(sum(${bytes}) FILTER (WHERE ${rows.ownerId} = ${ownerId}), 0)`,
      all: sql<string>`coalesce(sum(${bytes}), 0)`,
    })
    .from(rows)
    .where(inArray(rows.state, KEPT))
  return { own: Number(sums?.own ?? 0), all: Number(sums?.all ?? 0) }
}

/** Marks recordings as to be removed. Their files go afterwards, since a rollback couldn’t bring them back. */
export async function markRemoved(tx: Tx, { rows }: Shelf, ids: readonly string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(rows)
    .set({ state: "removed", changedAt: now, head: null, note: "", claimToken: null, appendToken: null })
    .where(inArray(rows.id, [...ids]))
}

/** Gives up uploads that got no further for days. */
export const markExpired = (tx: Tx, { rows }: Shelf, now: Date) =>
  tx
    .update(rows)
    .set({ state: "expired", changedAt: now, head: null })
    .where(
      and(
        eq(rows.state, "receiving"),
        lt(rows.changedAt, new Date(now.getTime() - RECORDING_EXPIRES_DAYS * DAY)),
        or(isNull(rows.appendUntil), lt(rows.appendUntil, sql`now()`)),
      ),
    )
