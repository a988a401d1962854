import { createHash, randomUUID } from "node:crypto"
import { and, count, desc, eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { practiceAttempts } from "../../platform/database/schema/practice.ts"
import { found } from "../../platform/problem-error.ts"

export type AttemptRow = typeof practiceAttempts.$inferSelect
const mine = (accountId: string, id: string) =>
  and(eq(practiceAttempts.id, id), eq(practiceAttempts.accountId, accountId))

/** The person's own attempt; anyone else's looks like none. */
export const selectAttempt = async (tx: Tx, accountId: string, id: string): Promise<AttemptRow> =>
  found((await tx.select().from(practiceAttempts).where(mine(accountId, id)))[0])

export const selectAttempts = (tx: Tx, accountId: string): Promise<AttemptRow[]> =>
  tx
    .select()
    .from(practiceAttempts)
    .where(eq(practiceAttempts.accountId, accountId))
    .orderBy(desc(practiceAttempts.startedAt), desc(practiceAttempts.id))
    .limit(500)

/** How often a person has tried each question, by `kitId/itemId`, at each level. */
export async function countTries(tx: Tx, accountId: string): Promise<Map<string, Map<string, number>>> {
  const rows = await tx
    .select({
      kitId: practiceAttempts.kitId,
      itemId: practiceAttempts.itemId,
      level: practiceAttempts.level,
      times: count(),
    })
    .from(practiceAttempts)
    .where(eq(practiceAttempts.accountId, accountId))
    .groupBy(practiceAttempts.kitId, practiceAttempts.itemId, practiceAttempts.level)
  const tries = new Map<string, Map<string, number>>()
  for (const { kitId, itemId, level, times } of rows) {
    const question = `${kitId}/${itemId}`
    tries.set(question, (tries.get(question) ?? new Map<string, number>()).set(level, times))
  }
  return tries
}

/**
 * The id of a new attempt: drawn, or with an idempotency key always the same for this person and key. The key is not
 * remembered in the shared table of answers, because hiring's database role can read that one.
 */
export function attemptId(accountId: string, key: string | undefined): string {
  if (!key) return randomUUID()
  const hex = createHash("sha256").update(`${accountId}\n${key}`).digest("hex")
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Inserts an attempt; one that is there under the same id stays as it is and is returned. */
export async function insertAttempt(tx: Tx, row: typeof practiceAttempts.$inferInsert): Promise<AttemptRow> {
  await tx.insert(practiceAttempts).values(row).onConflictDoNothing()
  return selectAttempt(tx, row.accountId, row.id)
}

/** Changes the attempt if it still has this version; undefined when it has moved on. */
export async function updateAttempt(
  tx: Tx,
  before: AttemptRow,
  change: Partial<AttemptRow>,
): Promise<AttemptRow | undefined> {
  const [row] = await tx
    .update(practiceAttempts)
    .set({ ...change, version: before.version + 1 })
    .where(and(mine(before.accountId, before.id), eq(practiceAttempts.version, before.version)))
    .returning()
  return row
}

export async function deleteAttempt(tx: Tx, accountId: string, id: string): Promise<void> {
  found(
    (await tx.delete(practiceAttempts).where(mine(accountId, id)).returning({ id: practiceAttempts.id }))[0],
  )
}
