import type { api } from "@backfill/contract"
import { deadline } from "@backfill/core"
import { and, eq, isNull, sql } from "drizzle-orm"
import type { ApplicationHead } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { adjustments, attempts } from "../../platform/database/schema/hiring.ts"
import type { CallOf } from "../../platform/http/call.ts"
import { appendEvent, clockOf } from "../attempts/attempts.store.ts"
import { changeApplication, type Doer } from "./change-application.ts"

type Decision = CallOf<typeof api.applications.decideAdjustments>["body"]

/** Decides what is adjusted. Clocks that run get their new deadline, and those still to start begin with the new length. */
export async function decideAdjustments(
  tx: Tx,
  row: ApplicationHead,
  { granted, timeFactor, answer }: Decision,
  doer: Doer,
): Promise<void> {
  const state = granted.length > 0 || timeFactor !== 1 ? ("granted" as const) : ("declined" as const)
  const decided = {
    state,
    granted: [...new Set(granted)],
    timeFactor,
    answer,
    decidedBy: doer.actor,
    decidedAt: doer.at,
  }
  await tx
    .insert(adjustments)
    .values({ applicationId: row.id, kinds: [], note: "", ...decided })
    .onConflictDoUpdate({ target: adjustments.applicationId, set: decided })
  const open = await tx
    .select()
    .from(attempts)
    .where(and(eq(attempts.applicationId, row.id), isNull(attempts.submittedAt)))
  for (const attempt of open) {
    const end = deadline(clockOf({ ...attempt, timeFactor }), doer.at.getTime())
    await tx
      .update(attempts)
      .set({
        timeFactor,
        deadline: end === null ? null : new Date(end),
        version: sql`${attempts.version} + 1`,
      })
      .where(eq(attempts.id, attempt.id))
    await appendEvent(tx, attempt.id, doer, "time adjusted", { timeFactor, deadline: end })
  }
  await changeApplication(tx, row, {
    ...doer,
    action: "adjustments decided",
    after: { state, granted, timeFactor },
    story: [{ kind: "adjustments-decided", data: { state, granted, timeFactor } }],
  })
}
