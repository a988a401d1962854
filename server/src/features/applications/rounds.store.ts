import { type Plan, type PlanRound, RESUME_SCREEN } from "@backfill/core"
import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import type { interviews } from "../../platform/database/schema/hiring.ts"

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

type Instants = "startsAt" | "startedAt" | "createdAt"
/** Rounds as the database writes them into one value: moments are texts. */
export type RoundsJson = (Omit<HeldRound, Instants> & {
  startsAt: string | null
  startedAt: string | null
  createdAt: string
})[]

/** The rounds for which `where` (over interviews as `i`) holds, cancelled ones too, in the order they were made: a field of a statement. */
export const roundsWhere = (where: SQL) => sql<RoundsJson>`(
  SELECT coalesce(json_agg(json_build_object(
    'id', i.id, 'applicationId', i.application_id, 'stageIndex', i.stage_index, 'roundId', i.round_id, 'kind', i.kind,
    'title', i.title, 'state', i.state, 'startsAt', i.starts_at, 'timeZone', i.time_zone, 'minutes', i.minutes,
    'location', i.location, 'startedAt', i.started_at, 'calendarSequence', i.calendar_sequence, 'version', i.version,
    'createdAt', i.created_at, 'raters', (
      SELECT coalesce(json_agg(json_build_object('id', a.id, 'name', a.name, 'submitted', c.submitted_at IS NOT NULL,
        'waived', r.waived_reason) ORDER BY a.name), '[]')
      FROM hiring.interview_raters r JOIN platform.accounts a ON a.id = r.account_id
      LEFT JOIN hiring.scorecards c ON c.interview_id = r.interview_id AND c.rater_id = r.account_id
      WHERE r.interview_id = i.id)) ORDER BY i.created_at, i.id), '[]')
  FROM hiring.interviews i WHERE ${where})`

/** The rounds of the application in the statement's row. */
export const roundsOfApplication = roundsWhere(sql`i.application_id = applications.id`)

export const roundsFrom = (json: RoundsJson): HeldRound[] =>
  json.map((round) => ({
    ...round,
    startsAt: dateOf(round.startsAt),
    startedAt: dateOf(round.startedAt),
    createdAt: new Date(round.createdAt),
  }))

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

const selectWhere = async (tx: Tx, where: SQL): Promise<HeldRound[]> =>
  roundsFrom(
    (await tx.execute<{ rounds: RoundsJson }>(sql`SELECT ${roundsWhere(where)} AS rounds`)).rows[0]?.rounds ??
      [],
  )

/** The rounds of one application, cancelled ones too, in the order they were made. */
export const selectRounds = (tx: Tx, applicationId: string): Promise<HeldRound[]> =>
  selectWhere(tx, sql`i.application_id = ${applicationId}`)

/** One round with its raters under its row lock. */
export async function lockRound(tx: Tx, interviewId: string): Promise<HeldRound | undefined> {
  await tx.execute(sql`SELECT 1 FROM hiring.interviews WHERE id = ${interviewId} FOR UPDATE`)
  return (await selectWhere(tx, sql`i.id = ${interviewId}`))[0]
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
