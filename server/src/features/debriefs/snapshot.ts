import type { Debrief, Decision } from "@backfill/contract"
import { asc, eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { applicationEvents } from "../../platform/database/schema/hiring.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { type DebriefParts, presentDebrief } from "./debriefs.present.ts"
import { presentDecision, selectDecisions } from "./decisions.store.ts"

export interface StoryLine {
  at: string
  by: string
  kind: string
  data: Record<string, unknown>
}

/** The ground a decision stands on, as it was in that moment; later amendments and plans don't reach it. */
export interface Snapshot {
  debrief: Debrief
  kit: { title: string; version: string; digest: string }
  planVersion: number
  /** Decisions of earlier gates that were in force. */
  earlier: (Decision & { stageTitle: string })[]
  story: StoryLine[]
}

export async function takeSnapshot(tx: Tx, parts: DebriefParts, planVersion: number): Promise<Snapshot> {
  const { kit, plan, stage } = parts
  const decisions = (await selectDecisions(tx, parts.applicationId)).map(presentDecision)
  const rows = await tx
    .select({ at: applicationEvents.at, kind: applicationEvents.kind, data: applicationEvents.data, name: accounts.name })
    .from(applicationEvents)
    .leftJoin(accounts, eq(accounts.id, applicationEvents.actorId))
    .where(eq(applicationEvents.applicationId, parts.applicationId))
    .orderBy(asc(applicationEvents.seq))
  return {
    debrief: presentDebrief(parts),
    kit: { title: kit.title, version: kit.version, digest: kit.digest },
    planVersion,
    earlier: decisions.filter((d) => d.stageIndex < stage.index && d.supersededBy === null).map((d) => ({ ...d, stageTitle: plan.stages[d.stageIndex]?.title ?? "" })),
    story: rows.map(({ at, kind, data, name }) => ({ at: at.toISOString(), by: name ?? "", kind, data })),
  }
}
