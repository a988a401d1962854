import { randomUUID } from "node:crypto"
import type { FlaggedItem } from "@backfill/contract"
import { and, desc, eq, ne } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Tx } from "../../platform/app.ts"
import { openings, questionFlags } from "../../platform/database/schema/hiring.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"

export type FlagRow = typeof questionFlags.$inferSelect
/** More than an author would ever read; the oldest resolved ones drop out of sight first. */
const SHOWN = 500

/** A flag with the names that are shown beside it. */
export interface NamedFlag {
  flag: FlagRow
  by: string
  resolvedBy: string | null
  openingTitle: string | null
}

const resolvers = alias(accounts, "resolvers")

/** A kit's flags that weren't withdrawn, open ones first, then the newest; with `by`, one person's own. */
export async function selectFlags(
  tx: Tx,
  where: { kitId: string; by?: string | undefined },
): Promise<NamedFlag[]> {
  return named(tx)
    .where(
      and(
        eq(questionFlags.kitId, where.kitId),
        ne(questionFlags.state, "withdrawn"),
        where.by === undefined ? undefined : eq(questionFlags.flaggedBy, where.by),
      ),
    )
    .orderBy(questionFlags.state, desc(questionFlags.flaggedAt), questionFlags.id)
    .limit(SHOWN)
}

export const selectFlag = async (tx: Tx, id: string): Promise<NamedFlag> =>
  found((await named(tx).where(eq(questionFlags.id, id)))[0])

const named = (tx: Tx) =>
  tx
    .select({
      flag: questionFlags,
      by: accounts.name,
      resolvedBy: resolvers.name,
      openingTitle: openings.title,
    })
    .from(questionFlags)
    .innerJoin(accounts, eq(accounts.id, questionFlags.flaggedBy))
    .leftJoin(resolvers, eq(resolvers.id, questionFlags.resolvedBy))
    .leftJoin(openings, eq(openings.id, questionFlags.openingId))
    .$dynamic()

type NewFlag = Pick<
  FlagRow,
  "kitId" | "kitVersion" | "kitDigest" | "openingId" | "reason" | "note" | "flaggedBy" | "flaggedAt"
> & { item: FlaggedItem }

/** Adds a flag. Throws already_exists while the same person has an open one for the same reason. */
export async function insertFlag(tx: Tx, { item, ...flag }: NewFlag): Promise<FlagRow> {
  const [row] = await tx
    .insert(questionFlags)
    .values({ id: randomUUID(), itemKind: item.kind, itemId: item.id, ...flag })
    .onConflictDoNothing()
    .returning()
  if (row) return row
  throw new ProblemError("already_exists", {
    detail: "You have flagged this for the same reason already. That flag stands; nothing was added.",
  })
}

/** Changes an open flag that still has this version. Throws stale_version when it has moved on. */
export async function updateFlag(
  tx: Tx,
  id: string,
  version: number,
  change: Partial<FlagRow>,
): Promise<FlagRow> {
  const [row] = await tx
    .update(questionFlags)
    .set({ ...change, version: version + 1 })
    .where(and(eq(questionFlags.id, id), eq(questionFlags.version, version), eq(questionFlags.state, "open")))
    .returning()
  if (!row) throw new ProblemError("stale_version")
  return row
}
