import { and, desc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm"
import type { Drizzle, Tx } from "../../platform/app.ts"
import { practiceRecordings } from "../../platform/database/schema/recordings.ts"
import { practiceRehearsals } from "../../platform/database/schema/rehearsals.ts"
import { found } from "../../platform/problem-error.ts"
import { KEPT } from "../../platform/recordings/store.ts"
import type { PracticeRecordingRow } from "../practice-recordings/practice-recordings.store.ts"
import { asManyAsFit, type Noted } from "./rehearsals.policy.ts"

export type RehearsalRow = typeof practiceRehearsals.$inferSelect
/** A recording, and what is noted on it if anything is. */
export interface RehearsalRows {
  recording: PracticeRecordingRow
  noted: RehearsalRow | null
}

/** So many of the newest are listed, and fewer where more is noted on them than fits an answer, in bytes. */
export const REHEARSALS_SHOWN = 200
export const NOTES_SHOWN = 8_000_000

const of = (accountId: string, which: SQL | undefined) =>
  and(eq(practiceRecordings.accountId, accountId), inArray(practiceRecordings.state, KEPT), which)
const NEWEST = [desc(practiceRecordings.createdAt), desc(practiceRecordings.take)]
const ON_IT = eq(practiceRehearsals.recordingId, practiceRecordings.id)

/** Somebody's rehearsals, newest first; those for one story, kit or question if it is named. */
export async function selectRehearsals(
  tx: Tx,
  accountId: string,
  about: { storyId?: string | undefined; kitId?: string | undefined; itemId?: string | undefined },
): Promise<RehearsalRows[]> {
  const { storyId, kitId, itemId } = about
  const which = and(
    storyId === undefined ? undefined : eq(practiceRecordings.storyId, storyId),
    kitId === undefined ? undefined : eq(practiceRecordings.kitId, kitId),
    itemId === undefined ? undefined : eq(practiceRecordings.itemId, itemId),
  )
  const { speech, marks, parts, transcript, dismissed } = practiceRehearsals
  const newest = await tx
    .select({
      id: practiceRecordings.id,
      bytes: sql<number>`coalesce(octet_length(concat(${speech}, ${marks}, ${parts}, ${transcript}, ${dismissed})), 0)`,
    })
    .from(practiceRecordings)
    .leftJoin(practiceRehearsals, ON_IT)
    .where(of(accountId, which))
    .orderBy(...NEWEST)
    .limit(REHEARSALS_SHOWN)
  const ids = asManyAsFit(newest, NOTES_SHOWN).map(({ id }) => id)
  return ids.length === 0 ? [] : select(tx, accountId, inArray(practiceRecordings.id, ids))
}

const select = (tx: Tx, accountId: string, which: SQL | undefined): Promise<RehearsalRows[]> =>
  tx
    .select({ recording: practiceRecordings, noted: practiceRehearsals })
    .from(practiceRecordings)
    .leftJoin(practiceRehearsals, ON_IT)
    .where(of(accountId, which))
    .orderBy(...NEWEST)

/** One of somebody's rehearsals; anyone else's looks like none. */
export async function selectRehearsal(
  tx: Tx,
  accountId: string,
  recordingId: string,
): Promise<RehearsalRows> {
  return found((await select(tx, accountId, eq(practiceRecordings.id, recordingId)))[0])
}

/** Keeps what is noted on a recording that this transaction has locked. */
export async function keepNoted(
  tx: Tx,
  { recording }: RehearsalRows,
  noted: Noted & { version: number; changedAt: Date },
): Promise<RehearsalRow> {
  const [row] = await tx
    .insert(practiceRehearsals)
    .values({ recordingId: recording.id, accountId: recording.accountId, ...noted })
    .onConflictDoUpdate({ target: practiceRehearsals.recordingId, set: noted })
    .returning()
  return found(row)
}

/** All that somebody noted, on whatever recording. */
export const selectNoted = (tx: Tx, accountId: string): Promise<RehearsalRow[]> =>
  tx.select().from(practiceRehearsals).where(eq(practiceRehearsals.accountId, accountId))

/** Deletes what is noted: on one recording that goes, or by somebody who deletes all. */
export const forgetNoted = (tx: Tx, of: { recordingId: string } | { accountId: string }): Promise<unknown> =>
  tx
    .delete(practiceRehearsals)
    .where(
      "recordingId" in of
        ? eq(practiceRehearsals.recordingId, of.recordingId)
        : eq(practiceRehearsals.accountId, of.accountId),
    )

/** Deletes what is noted on uploads that were given up. */
export const forgetGivenUp = (db: Drizzle): Promise<unknown> =>
  db
    .delete(practiceRehearsals)
    .where(
      inArray(
        practiceRehearsals.recordingId,
        db
          .select({ id: practiceRecordings.id })
          .from(practiceRecordings)
          .where(notInArray(practiceRecordings.state, KEPT)),
      ),
    )
