import type { FiledRecording } from "@backfill/contract"
import { and, eq, inArray } from "drizzle-orm"
import type { App, Tx } from "../../platform/app.ts"
import { practiceRecordings } from "../../platform/database/schema/recordings.ts"
import { practiceStories } from "../../platform/database/schema/practice.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { PRACTICE_SHELF } from "../../platform/recordings/shelf.ts"
import { requireSpace } from "../../platform/recordings/space.ts"
import { isGone, markRemoved, newRecording, requireLength } from "../../platform/recordings/store.ts"
import {
  nextTake,
  type PracticeRecordingRow,
  selectRecording,
} from "../practice-recordings/practice-recordings.store.ts"
import { inOrder } from "../rehearsals/rehearsals.policy.ts"
import { forgetNoted, keepNoted } from "../rehearsals/rehearsals.store.ts"
import { idHere } from "./id-here.ts"

/** So often one recording can be taken in again within the time in which deleted ones are remembered. */
const MOST_TIMES = 30

interface Whose {
  app: App
  accountId: string
  now: Date
}

interface TakenIn {
  row: PracticeRecordingRow
  /** Whether bytes of it are still to be sent. */
  send: boolean
  /** A half-sent one that gave way: its files are to be deleted after the commit. */
  dropped: string[]
}

/**
 * Begins to take in a recording of a file, or goes on with it. It keeps the id it has in the file, whatever happens to its
 * bytes when they are made seekable anew, so that the same file adds it once, here and wherever it goes next. Where that
 * id is somebody else’s here, or that of one that was deleted, it gets another that follows from it. What is noted on it, its
 * time, story and question come along at once; its bytes follow. Without a file nothing is begun: it is asked whether it is
 * here. Throws storage_full where it doesn’t fit.
 */
export async function takeInRecording(tx: Tx, whose: Whose, filed: FiledRecording): Promise<TakenIn> {
  const { app, accountId, now } = whose
  const { file } = filed
  const ids = [filed.id, ...Array.from({ length: MOST_TIMES }, (_, n) => idHere(accountId, filed.id, n + 1))]
  const rows = await tx.select().from(practiceRecordings).where(inArray(practiceRecordings.id, ids))
  const own = rows.find((row) => row.accountId === accountId && !isGone(row, now))
  const otherBytes =
    own?.state === "receiving" &&
    own.originalDigest !== null &&
    own.originalDigest !== (file?.digest ?? own.originalDigest)
  if (own && !otherBytes)
    return {
      row: own,
      send: file !== null && own.state === "receiving" && own.originalDigest !== null,
      dropped: [],
    }
  if (!file)
    throw new ProblemError("invalid_request", {
      detail: "The file has no picture or sound of this recording, so it wasn’t taken in.",
    })
  requireLength(filed.kind, file.bytes)
  const dropped = own ? [own.id] : []
  for (const recordingId of dropped) await forgetNoted(tx, { recordingId })
  await markRemoved(tx, PRACTICE_SHELF, dropped, now)
  const id = ids.find((one) => rows.every((row) => row.id !== one))
  if (id === undefined)
    throw new ProblemError("wrong_state", {
      detail: `This recording was deleted here ${MOST_TIMES} times this month, so it stays behind. Your file still has it; try again next month.`,
    })
  await requireSpace(app, tx, PRACTICE_SHELF, accountId, file.bytes)
  return { row: await begin(tx, whose, { ...filed, file, id }), send: true, dropped }
}

/** Enters a recording whose bytes will follow. Its digest is kept, so that bytes of another file never continue it. */
async function begin(
  tx: Tx,
  { accountId, now }: Whose,
  { file, ...filed }: FiledRecording & { file: NonNullable<FiledRecording["file"]> },
): Promise<PracticeRecordingRow> {
  const { id, kind, kitId, itemId, noted } = filed
  const about = { accountId, storyId: await storyHere(tx, accountId, filed.storyId), kitId, itemId }
  // Takes that were deleted leave gaps in the numbers, and those stay.
  const take = Math.max(filed.take, await nextTake(tx, about))
  const recorded = new Date(filed.createdAt)
  const begun = await tx
    .insert(practiceRecordings)
    .values({
      ...newRecording(id, { kind, length: file.bytes, take, now }),
      ...about,
      createdAt: recorded < now ? recorded : now,
      originalDigest: file.digest,
    })
    .onConflictDoNothing({ target: practiceRecordings.id })
    .returning()
  const recording = begun[0] ?? (await selectRecording(tx, accountId, id))
  if (noted && begun.length > 0)
    await keepNoted(
      tx,
      { recording, noted: null },
      { ...inOrder(noted), version: Math.max(1, noted.version), changedAt: now },
    )
  return recording
}

/** Where the story of a recording is now; null where it isn’t here. */
async function storyHere(tx: Tx, accountId: string, storyId: string | null): Promise<string | null> {
  if (storyId === null) return null
  const ids = [storyId, idHere(accountId, storyId)]
  const rows = await tx
    .select({ id: practiceStories.id })
    .from(practiceStories)
    .where(and(inArray(practiceStories.id, ids), eq(practiceStories.accountId, accountId)))
  return ids.find((id) => rows.some((row) => row.id === id)) ?? null
}
