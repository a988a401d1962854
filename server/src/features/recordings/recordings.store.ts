import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { recordings } from "../../platform/database/schema/recordings.ts"
import { found } from "../../platform/problem-error.ts"
import { KEPT } from "../../platform/recordings/store.ts"

export type TakeRow = typeof recordings.$inferSelect

/** Every byte of it is here. */
export const isComplete = ({ state }: TakeRow): boolean => state !== "receiving" && KEPT.includes(state)

/** An attempt's takes in the order they were made, without those that are gone. */
export const selectTakes = (tx: Tx, attemptId: string): Promise<TakeRow[]> =>
  tx
    .select()
    .from(recordings)
    .where(and(eq(recordings.attemptId, attemptId), inArray(recordings.state, KEPT)))
    .orderBy(asc(recordings.take))

/** Takes of several attempts. */
export const selectTakesOf = async (tx: Tx, attemptIds: readonly string[]): Promise<TakeRow[]> =>
  attemptIds.length === 0
    ? []
    : tx
        .select()
        .from(recordings)
        .where(and(inArray(recordings.attemptId, [...attemptIds]), inArray(recordings.state, KEPT)))
        .orderBy(asc(recordings.take))

/** How many takes were ever begun for an attempt. */
export async function countTakes(tx: Tx, attemptId: string): Promise<number> {
  const [row] = await tx
    .select({ takes: sql<number>`coalesce(max(${recordings.take}), 0)::int` })
    .from(recordings)
    .where(eq(recordings.attemptId, attemptId))
  return row?.takes ?? 0
}

/** One of an application's takes, gone or not. */
export async function selectTake(tx: Tx, recordingId: string, applicationId: string): Promise<TakeRow> {
  const [row] = await tx
    .select()
    .from(recordings)
    .where(and(eq(recordings.id, recordingId), eq(recordings.applicationId, applicationId)))
  return found(row)
}

/** Chooses one of an attempt's takes and no other. */
export async function chooseTake(tx: Tx, { id, attemptId }: TakeRow): Promise<void> {
  await tx
    .update(recordings)
    .set({ chosen: sql`${recordings.id} = ${id}` })
    .where(eq(recordings.attemptId, attemptId))
}
