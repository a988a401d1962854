import { type Plan, type PlanRound, RESUME_SCREEN } from "@backfill/core"
import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import {
  applications,
  interviewRaters,
  interviews,
  scorecards,
} from "../../platform/database/schema/hiring.ts"
import { accounts } from "../../platform/database/schema/platform.ts"

/** The round id of a résumé screen: it has criteria instead of items, and is never scheduled. */
export const SCREEN_ROUND = RESUME_SCREEN

export interface Rater {
  id: string
  name: string
  submitted: boolean
  waived: string | null
}
export type InterviewRow = typeof interviews.$inferSelect
/** An interview or résumé screen with those who rate it. */
export interface HeldRound extends InterviewRow {
  raters: Rater[]
}

/** The rounds of one application, cancelled ones too, in the order they were made. */
export async function selectRounds(tx: Tx, applicationId: string): Promise<HeldRound[]> {
  return (await selectRoundsWhere(tx, eq(interviews.applicationId, applicationId))).get(applicationId) ?? []
}

/** The rounds of every application of an opening, by application. */
export const selectRoundsOfOpening = (tx: Tx, openingId: string): Promise<Map<string, HeldRound[]>> =>
  selectRoundsWhere(
    tx,
    inArray(
      interviews.applicationId,
      tx.select({ id: applications.id }).from(applications).where(eq(applications.openingId, openingId)),
    ),
  )

async function selectRoundsWhere(tx: Tx, where: SQL): Promise<Map<string, HeldRound[]>> {
  const rows = await tx
    .select({
      interview: interviews,
      raterId: interviewRaters.accountId,
      name: accounts.name,
      waived: interviewRaters.waivedReason,
      submittedAt: scorecards.submittedAt,
    })
    .from(interviews)
    .leftJoin(interviewRaters, eq(interviewRaters.interviewId, interviews.id))
    .leftJoin(accounts, eq(accounts.id, interviewRaters.accountId))
    .leftJoin(
      scorecards,
      and(eq(scorecards.interviewId, interviews.id), eq(scorecards.raterId, interviewRaters.accountId)),
    )
    .where(where)
    .orderBy(asc(interviews.createdAt), asc(interviews.id), asc(accounts.name))
  const byApplication = new Map<string, HeldRound[]>()
  const byId = new Map<string, HeldRound>()
  for (const row of rows) {
    let round = byId.get(row.interview.id)
    if (!round) {
      round = { ...row.interview, raters: [] }
      byId.set(round.id, round)
      byApplication.set(round.applicationId, [...(byApplication.get(round.applicationId) ?? []), round])
    }
    if (row.raterId !== null)
      round.raters.push({
        id: row.raterId,
        name: row.name ?? "",
        submitted: row.submittedAt !== null,
        waived: row.waived,
      })
  }
  return byApplication
}

/** One round with its raters under its row lock. */
export async function lockRound(tx: Tx, interviewId: string): Promise<HeldRound | undefined> {
  await tx.execute(sql`SELECT 1 FROM hiring.interviews WHERE id = ${interviewId} FOR UPDATE`)
  return [...(await selectRoundsWhere(tx, eq(interviews.id, interviewId))).values()].flat()[0]
}

/**
 * The rounds a stage has to hold. What the plan puts into an application stage has no gate of its own; it is judged with
 * the first interviews, because recorded answers show a face and a résumé is read without one. A plan without
 * interviews has its first gate judge it.
 */
export function roundsOfStage(plan: Plan, stageIndex: number): PlanRound[] {
  const stage = plan.stages[stageIndex]
  if (!stage || stage.kind === "application") return []
  const early = plan.stages.filter((other) => other.kind === "application").flatMap((other) => other.rounds)
  return [...(stageIndex === judgesApplication(plan) ? early : []), ...stage.rounds].filter(
    (round) => round.id !== SCREEN_ROUND,
  )
}

function judgesApplication(plan: Plan): number {
  const interviewing = plan.stages.findIndex((stage) => stage.kind === "interviews")
  return interviewing >= 0 ? interviewing : plan.stages.findIndex((stage) => stage.kind !== "application")
}
