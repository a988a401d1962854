import { type Plan, type PlanRound, RESUME_SCREEN } from "@backfill/core"
import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import type { interviews } from "../../platform/database/schema/hiring.ts"
import { selectNames } from "../openings/openings.store.ts"

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

type RaterJson = [id: string, submitted: boolean, waived: string | null]
type RoundJson = [
  id: string,
  applicationId: string,
  stageIndex: number,
  roundId: string,
  kind: InterviewRow["kind"],
  title: string,
  state: InterviewRow["state"],
  startsAt: string | null,
  timeZone: string,
  minutes: number,
  location: string,
  startedAt: string | null,
  calendarSequence: number,
  version: number,
  createdAt: string,
  raters: RaterJson[] | null,
]
/**
 * Rounds as the database writes them into one value: by position, since keys would be most of it, and in no order; raters
 * have no names yet.
 */
export type RoundsJson = RoundJson[]

/** The rounds for which `where` (over interviews as `i`) holds, cancelled ones too: a field of a statement. */
const roundsWhere = (where: SQL) => sql<RoundsJson>`(
  SELECT coalesce(json_agg(json_build_array(i.id, i.application_id, i.stage_index, i.round_id, i.kind, i.title, i.state,
    i.starts_at, i.time_zone, i.minutes, i.location, i.started_at, i.calendar_sequence, i.version, i.created_at, (
      SELECT json_agg(json_build_array(r.account_id, c.submitted_at IS NOT NULL, r.waived_reason))
      FROM hiring.interview_raters r
      LEFT JOIN hiring.scorecards c ON c.interview_id = r.interview_id AND c.rater_id = r.account_id
      WHERE r.interview_id = i.id))), '[]')
  FROM hiring.interviews i WHERE ${where})`

/** The rounds of the application in the statement's row. */
export const roundsOfApplication = roundsWhere(sql`i.application_id = applications.id`)

/** Everybody who rates some of the rounds. */
export const ratersIn = (json: RoundsJson): string[] =>
  json.flatMap((round) => (round[RATERS] ?? []).map(([id]) => id))
const CREATED = 14
const RATERS = 15

/** Rounds in the order they were made, with their raters by name; `names` has all of them. */
export const roundsFrom = (json: RoundsJson, names: ReadonlyMap<string, string>): HeldRound[] =>
  json
    .toSorted(asMade)
    .map(
      ([
        id,
        applicationId,
        stageIndex,
        roundId,
        kind,
        title,
        state,
        startsAt,
        timeZone,
        minutes,
        location,
        startedAt,
        calendarSequence,
        version,
        createdAt,
        raters,
      ]) => ({
        id,
        applicationId,
        stageIndex,
        roundId,
        kind,
        title,
        state,
        startsAt: dateOf(startsAt),
        timeZone,
        minutes,
        location,
        startedAt: dateOf(startedAt),
        calendarSequence,
        version,
        createdAt: new Date(createdAt),
        raters: (raters ?? []).map((rater) => raterFrom(rater, names)).sort(byName),
      }),
    )

const raterFrom = ([id, submitted, waived]: RaterJson, names: ReadonlyMap<string, string>): Rater => ({
  id,
  name: names.get(id) ?? "",
  submitted,
  waived,
})
// The database writes all instants in one zone, so their text is in order of time, to the microsecond.
const asMade = (one: RoundJson, other: RoundJson) =>
  one[CREATED] < other[CREATED] || (one[CREATED] === other[CREATED] && one[0] < other[0]) ? -1 : 1
const byName = (one: Rater, other: Rater) => (one.name < other.name ? -1 : 1)
const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text))

async function selectWhere(tx: Tx, where: SQL): Promise<HeldRound[]> {
  const { rows } = await tx.execute<{ rounds: RoundsJson }>(sql`SELECT ${roundsWhere(where)} AS rounds`)
  const rounds = rows[0]?.rounds ?? []
  return roundsFrom(rounds, await selectNames(tx, ratersIn(rounds)))
}

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
