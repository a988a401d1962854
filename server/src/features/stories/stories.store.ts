import { and, asc, count, desc, eq, inArray, max } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import {
  practiceDismissedHints,
  practiceStories,
  practiceStoryVersions,
} from "../../platform/database/schema/practice.ts"
import { found } from "../../platform/problem-error.ts"

export type StoryRow = typeof practiceStories.$inferSelect
export type VersionRow = typeof practiceStoryVersions.$inferSelect
export type HintRow = typeof practiceDismissedHints.$inferSelect

const mine = (accountId: string, id: string) =>
  and(eq(practiceStories.id, id), eq(practiceStories.accountId, accountId))

/** The person's own story; anyone else's looks like none. With `lock`, others wait until this transaction is over. */
export async function selectStory(
  tx: Tx,
  accountId: string,
  id: string,
  { lock = false } = {},
): Promise<StoryRow> {
  const query = tx.select().from(practiceStories).where(mine(accountId, id))
  return found((await (lock ? query.for("update") : query))[0])
}

/** Whether this is a story of theirs. */
export async function hasStory(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const rows = await tx.select({ id: practiceStories.id }).from(practiceStories).where(mine(accountId, id))
  return rows.length > 0
}

/** All of a person's stories, the first written first. */
export const selectStories = (tx: Tx, accountId: string): Promise<StoryRow[]> =>
  tx
    .select()
    .from(practiceStories)
    .where(eq(practiceStories.accountId, accountId))
    .orderBy(asc(practiceStories.createdAt), asc(practiceStories.id))

export async function countStories(tx: Tx, accountId: string): Promise<number> {
  const [row] = await tx
    .select({ stories: count() })
    .from(practiceStories)
    .where(eq(practiceStories.accountId, accountId))
  return row?.stories ?? 0
}

/** Inserts stories; those that are there under the same id stay as they are. Answers them all, in the order given. */
export async function insertStories(
  tx: Tx,
  accountId: string,
  rows: (typeof practiceStories.$inferInsert)[],
): Promise<StoryRow[]> {
  await tx.insert(practiceStories).values(rows).onConflictDoNothing()
  const ids = rows.map((row) => row.id)
  const there = await tx
    .select()
    .from(practiceStories)
    .where(and(eq(practiceStories.accountId, accountId), inArray(practiceStories.id, ids)))
  const byId = new Map(there.map((row) => [row.id, row]))
  return ids.map((id) => found(byId.get(id)))
}

/** Changes a story that this transaction has locked. */
export async function updateStory(tx: Tx, before: StoryRow, change: Partial<StoryRow>): Promise<StoryRow> {
  const [row] = await tx
    .update(practiceStories)
    .set({ ...change, version: before.version + 1 })
    .where(mine(before.accountId, before.id))
    .returning()
  return found(row)
}

export async function deleteStory(tx: Tx, accountId: string, id: string): Promise<void> {
  found(
    (await tx.delete(practiceStories).where(mine(accountId, id)).returning({ id: practiceStories.id }))[0],
  )
}

/** The hints set aside on these stories, oldest first. */
export const selectHints = (tx: Tx, accountId: string): Promise<HintRow[]> =>
  tx
    .select()
    .from(practiceDismissedHints)
    .where(eq(practiceDismissedHints.accountId, accountId))
    .orderBy(asc(practiceDismissedHints.at), asc(practiceDismissedHints.id))

export const insertHint = (tx: Tx, row: HintRow): Promise<unknown> =>
  tx.insert(practiceDismissedHints).values(row).onConflictDoNothing()

export async function deleteHint(tx: Tx, accountId: string, storyId: string, id: string): Promise<void> {
  await tx
    .delete(practiceDismissedHints)
    .where(
      and(
        eq(practiceDismissedHints.id, id),
        eq(practiceDismissedHints.storyId, storyId),
        eq(practiceDismissedHints.accountId, accountId),
      ),
    )
}

const VERSIONS_SHOWN = 200
const versionsOf = ({ id, accountId }: StoryRow) =>
  and(eq(practiceStoryVersions.storyId, id), eq(practiceStoryVersions.accountId, accountId))

export const selectVersions = (tx: Tx, story: StoryRow): Promise<VersionRow[]> =>
  tx
    .select()
    .from(practiceStoryVersions)
    .where(versionsOf(story))
    .orderBy(desc(practiceStoryVersions.at), desc(practiceStoryVersions.id))
    .limit(VERSIONS_SHOWN)

export async function selectVersion(tx: Tx, story: StoryRow, id: string): Promise<VersionRow> {
  const [row] = await tx
    .select()
    .from(practiceStoryVersions)
    .where(and(eq(practiceStoryVersions.id, id), versionsOf(story)))
  return found(row)
}

/** When a version of the story was last kept; null if never. */
export async function lastKept(tx: Tx, story: StoryRow): Promise<Date | null> {
  const [row] = await tx
    .select({ at: max(practiceStoryVersions.at) })
    .from(practiceStoryVersions)
    .where(versionsOf(story))
  return row?.at ?? null
}

/** Keeps a version; one that is there under the same id stays as it is and is returned. */
export async function insertVersion(tx: Tx, story: StoryRow, row: VersionRow): Promise<VersionRow> {
  await tx.insert(practiceStoryVersions).values(row).onConflictDoNothing()
  return selectVersion(tx, story, row.id)
}
