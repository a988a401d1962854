import type { AttemptClock } from "@backfill/core"
import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { attemptEvents, attempts, files } from "../../platform/database/schema/hiring.ts"
import { signal } from "../../platform/events.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import type { Doer } from "../applications/change-application.ts"
import { timeFactorOf } from "../interviews/length.ts"

export type AttemptRow = typeof attempts.$inferSelect
export type FileRow = typeof files.$inferSelect

export const selectAttempts = (tx: Tx, applicationId: string): Promise<AttemptRow[]> =>
  tx
    .select()
    .from(attempts)
    .where(eq(attempts.applicationId, applicationId))
    .orderBy(asc(attempts.createdAt), asc(attempts.id))

/** An attempt of one application; one of another's is not found. */
export async function selectAttempt(tx: Tx, attemptId: string, applicationId?: string): Promise<AttemptRow> {
  const where =
    applicationId === undefined
      ? eq(attempts.id, attemptId)
      : and(eq(attempts.id, attemptId), eq(attempts.applicationId, applicationId))
  return found((await tx.select().from(attempts).where(where))[0])
}

/** As `selectAttempt`, under its row lock. */
export async function lockAttempt(tx: Tx, attemptId: string, applicationId: string): Promise<AttemptRow> {
  await tx.execute(sql`SELECT 1 FROM hiring.attempts WHERE id = ${attemptId} FOR UPDATE`)
  return selectAttempt(tx, attemptId, applicationId)
}

export async function selectFiles(tx: Tx, attemptIds: readonly string[]): Promise<FileRow[]> {
  if (attemptIds.length === 0) return []
  return tx
    .select()
    .from(files)
    .where(inArray(files.attemptId, [...attemptIds]))
    .orderBy(asc(files.createdAt), asc(files.id))
}

/** The rules' clock of a stored attempt. Breaks aren't kept yet, so none stop it. */
export const clockOf = (row: AttemptRow): AttemptClock => ({
  length: row.minutes * 60_000,
  factor: timeFactorOf(row.timeFactor),
  breakAllowance: 0,
  startedAt: row.startedAt?.getTime() ?? null,
  submittedAt: row.submittedAt?.getTime() ?? null,
  breaks: [],
})

interface AttemptChange extends Doer {
  openingId: string
  kind: string
  data?: Record<string, unknown>
  set?: Partial<AttemptRow>
}

/** Changes a locked attempt: row, version, its own log, audit and signal together. */
export async function changeAttempt(tx: Tx, row: AttemptRow, change: AttemptChange): Promise<AttemptRow> {
  const [changed] = await tx
    .update(attempts)
    .set({ ...change.set, version: row.version + 1 })
    .where(eq(attempts.id, row.id))
    .returning()
  await appendEvent(tx, row.id, change, change.kind, change.data ?? {})
  await recordChange(tx, {
    record: "attempt",
    recordId: row.id,
    action: change.kind,
    actor: change.actor,
    at: change.at,
    after: change.data,
  })
  await signal(tx, {
    kind: "changed",
    topic: "attempt",
    id: row.id,
    openingId: change.openingId,
    applicationId: row.applicationId,
  })
  return found(changed)
}

/** Appends to the log of a locked or just created attempt. */
export async function appendEvent(
  tx: Tx,
  attemptId: string,
  doer: Doer,
  kind: string,
  data: Record<string, unknown>,
): Promise<void> {
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${attemptEvents.seq}), 0)::int` })
    .from(attemptEvents)
    .where(eq(attemptEvents.attemptId, attemptId))
  await tx.insert(attemptEvents).values({ attemptId, seq: (last?.seq ?? 0) + 1, at: doer.at, kind, data })
}

/** Throws stale_version unless the writer has read the newest version of the attempt. */
export function checkAttemptVersion(row: AttemptRow, version: number): void {
  if (row.version !== version) throw new ProblemError("stale_version")
}
