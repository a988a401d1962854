import { and, desc, eq, inArray, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { practiceRecordings } from "../../platform/database/schema/recordings.ts"
import { found } from "../../platform/problem-error.ts"
import { KEPT } from "../../platform/recordings/store.ts"

export type PracticeRecordingRow = typeof practiceRecordings.$inferSelect
type New = typeof practiceRecordings.$inferInsert

/** Somebody's recordings, newest first; those of one story if one is named. */
export const selectRecordings = (
  tx: Tx,
  accountId: string,
  storyId?: string,
): Promise<PracticeRecordingRow[]> =>
  tx
    .select()
    .from(practiceRecordings)
    .where(
      and(
        eq(practiceRecordings.accountId, accountId),
        inArray(practiceRecordings.state, KEPT),
        storyId === undefined ? undefined : eq(practiceRecordings.storyId, storyId),
      ),
    )
    .orderBy(desc(practiceRecordings.createdAt), desc(practiceRecordings.take))

/** One of somebody's recordings. */
export async function selectRecording(tx: Tx, accountId: string, id: string): Promise<PracticeRecordingRow> {
  const [row] = await tx
    .select()
    .from(practiceRecordings)
    .where(and(eq(practiceRecordings.id, id), eq(practiceRecordings.accountId, accountId)))
  return found(row)
}

/** The number of the next recording of the same story and question. */
export async function nextTake(
  tx: Tx,
  {
    accountId,
    storyId,
    kitId,
    itemId,
  }: Pick<PracticeRecordingRow, "accountId" | "storyId" | "kitId" | "itemId">,
): Promise<number> {
  const t = practiceRecordings
  const [row] = await tx
    .select({ takes: sql<number>`coalesce(max(${t.take}), 0)::int` })
    .from(t)
    .where(
      and(
        eq(t.accountId, accountId),
        sql`(${t.storyId}, ${t.kitId}, ${t.itemId}) IS NOT DISTINCT FROM (${storyId}::uuid, ${kitId}::text, ${itemId}::text)`,
      ),
    )
  return (row?.takes ?? 0) + 1
}

/** Inserts a recording; a repeated request finds the first one’s. */
export async function insertRecording(tx: Tx, row: New): Promise<PracticeRecordingRow> {
  await tx.insert(practiceRecordings).values(row).onConflictDoNothing({ target: practiceRecordings.id })
  return selectRecording(tx, row.accountId, row.id)
}
