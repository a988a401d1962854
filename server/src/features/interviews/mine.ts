import { and, asc, eq, ne, notInArray, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import {
  adjustments,
  applications,
  candidates,
  interviewRaters,
  interviews,
  openings,
  planVersions,
  scorecards,
  unblindings,
} from "../../platform/database/schema/hiring.ts"
import type { AccountCaller } from "../../platform/http/call.ts"
import { timeFactorOf } from "./length.ts"

/**
 * What an account has to rate, soonest first and résumé screens by age. The name is given only where it is open to this
 * rater: beyond the résumé screen, or after their own recorded unblinding. Never an interview about oneself.
 */
export async function selectMine(tx: Tx, account: AccountCaller, kind?: "screen" | "interview") {
  const rows = await tx
    .select({
      interview: interviews,
      application: applications,
      openingTitle: openings.title,
      plan: planVersions.plan,
      name: candidates.name,
      unblindedAt: unblindings.at,
      card: { version: scorecards.version, submittedAt: scorecards.submittedAt },
      adjustment: { state: adjustments.state, factor: adjustments.timeFactor },
    })
    .from(interviewRaters)
    .innerJoin(interviews, eq(interviews.id, interviewRaters.interviewId))
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .innerJoin(openings, eq(openings.id, applications.openingId))
    .innerJoin(
      planVersions,
      and(
        eq(planVersions.openingId, applications.openingId),
        eq(planVersions.planVersion, applications.planVersion),
      ),
    )
    .leftJoin(
      unblindings,
      and(eq(unblindings.applicationId, applications.id), eq(unblindings.accountId, account.id)),
    )
    .leftJoin(scorecards, and(eq(scorecards.interviewId, interviews.id), eq(scorecards.raterId, account.id)))
    .leftJoin(adjustments, eq(adjustments.applicationId, applications.id))
    .where(
      and(
        eq(interviewRaters.accountId, account.id),
        ne(interviews.state, "cancelled"),
        kind && eq(interviews.kind, kind),
        notInArray(applications.status, ["erased", "withdrawn"]),
        sql`lower(${candidates.email}) <> ${account.email.toLowerCase()}`,
      ),
    )
    .orderBy(sql`${interviews.startsAt} ASC NULLS FIRST`, asc(interviews.createdAt), asc(interviews.id))
  return rows.map(({ plan, name, unblindedAt, card, adjustment, ...row }) => {
    const beyondScreen =
      row.application.stageIndex > plan.stages.findLastIndex((stage) => stage.kind === "screen")
    return {
      ...row,
      candidate: beyondScreen || unblindedAt ? name : row.application.alias,
      mine: card?.submittedAt ? ("submitted" as const) : card ? ("drafted" as const) : ("to-do" as const),
      factor: adjustment?.state === "granted" ? timeFactorOf(adjustment.factor) : (1 as const),
    }
  })
}
export type MineRow = Awaited<ReturnType<typeof selectMine>>[number]
