import { and, count, eq, isNotNull } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { onSites, readinessItems } from "../../platform/database/schema/practice.ts"

export type ItemRow = typeof readinessItems.$inferSelect
/** What a person says about an item. */
export type ItemChange = Pick<ItemRow, "text" | "done" | "hidden">

const mine = (accountId: string, itemId: string) =>
  and(eq(readinessItems.accountId, accountId), eq(readinessItems.itemId, itemId))

export const selectItems = (tx: Tx, accountId: string): Promise<ItemRow[]> =>
  tx
    .select()
    .from(readinessItems)
    .where(eq(readinessItems.accountId, accountId))
    .orderBy(readinessItems.createdAt, readinessItems.itemId)

export const selectItem = async (tx: Tx, accountId: string, itemId: string): Promise<ItemRow | undefined> =>
  (await tx.select().from(readinessItems).where(mine(accountId, itemId)))[0]

export async function countOwn(tx: Tx, accountId: string): Promise<number> {
  const rows = await tx
    .select({ items: count() })
    .from(readinessItems)
    .where(and(eq(readinessItems.accountId, accountId), isNotNull(readinessItems.groupId)))
  return rows[0]?.items ?? 0
}

/** Inserts an item; one that is there under the same id stays as it is. Undefined then. */
export async function insertItem(
  tx: Tx,
  row: typeof readinessItems.$inferInsert,
): Promise<ItemRow | undefined> {
  return (await tx.insert(readinessItems).values(row).onConflictDoNothing().returning())[0]
}

/** Changes the item if it still has this version; undefined when it has moved on. */
export async function updateItem(
  tx: Tx,
  before: ItemRow,
  change: ItemChange,
  now: Date,
): Promise<ItemRow | undefined> {
  const [row] = await tx
    .update(readinessItems)
    .set({ ...change, changedAt: now, version: before.version + 1 })
    .where(and(mine(before.accountId, before.itemId), eq(readinessItems.version, before.version)))
    .returning()
  return row
}

/** Deletes an item of the person's own; false when there is none by that id. */
export async function deleteOwn(tx: Tx, accountId: string, itemId: string): Promise<boolean> {
  const gone = await tx
    .delete(readinessItems)
    .where(and(mine(accountId, itemId), isNotNull(readinessItems.groupId)))
    .returning({ itemId: readinessItems.itemId })
  return gone.length > 0
}

export const selectOnSite = async (tx: Tx, accountId: string): Promise<string | null> =>
  (await tx.select().from(onSites).where(eq(onSites.accountId, accountId)))[0]?.onSite ?? null

export async function saveOnSite(tx: Tx, accountId: string, onSite: string | null): Promise<void> {
  await tx
    .insert(onSites)
    .values({ accountId, onSite })
    .onConflictDoUpdate({ target: onSites.accountId, set: { onSite } })
}
