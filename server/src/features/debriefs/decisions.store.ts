import type { Debrief, Decision } from "@backfill/contract"
import { and, asc, eq, isNull } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { decisions } from "../../platform/database/schema/hiring.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { ProblemError } from "../../platform/problem-error.ts"

export type DecisionRow = typeof decisions.$inferSelect
interface Named {
  decision: DecisionRow
  name: string
}

export const presentDecision = ({ decision, name }: Named): Decision => ({
  id: decision.id,
  stageIndex: decision.stageIndex,
  choice: decision.choice,
  summary: decision.summary,
  reasons: decision.reasons as Decision["reasons"],
  // An erased decision has an empty snapshot.
  withoutScorecards: (decision.snapshot as { debrief?: Debrief }).debrief?.withoutScorecards ?? null,
  by: { id: decision.decidedBy, name },
  at: decision.at.toISOString(),
  supersedes: decision.supersedes,
  supersededBy: decision.supersededBy,
})

const named = (tx: Tx) =>
  tx
    .select({ decision: decisions, name: accounts.name })
    .from(decisions)
    .innerJoin(accounts, eq(accounts.id, decisions.decidedBy))

/** Every decision about an application, superseded ones too, in the order they were made. */
export const selectDecisions = (tx: Tx, applicationId: string): Promise<Named[]> =>
  named(tx).where(eq(decisions.applicationId, applicationId)).orderBy(asc(decisions.at), asc(decisions.id))

export const selectDecision = async (tx: Tx, id: string): Promise<Named | undefined> =>
  (await named(tx).where(eq(decisions.id, id)))[0]

/** Adds a decision. The one it replaces is marked with it and otherwise stays as it was made. */
export async function insertDecision(tx: Tx, row: typeof decisions.$inferInsert): Promise<void> {
  await tx.insert(decisions).values(row)
  if (!row.supersedes) return
  const marked = await tx
    .update(decisions)
    .set({ supersededBy: row.id })
    .where(
      and(
        eq(decisions.id, row.supersedes),
        eq(decisions.applicationId, row.applicationId),
        isNull(decisions.supersededBy),
      ),
    )
    .returning({ id: decisions.id })
  if (marked.length !== 1) throw new ProblemError("stale_version")
}
