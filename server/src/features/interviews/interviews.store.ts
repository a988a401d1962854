import type { ConsoleEvent, NoteEntry } from "@backfill/contract"
import type { Plan, PlanRound, TimeFactor } from "@backfill/core"
import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { z } from "zod"
import {
  applicationFields,
  type ApplicationFacts,
  placesOf,
  ratedRoundsOf,
  SIGNED_IN,
} from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import {
  adjustments,
  applications,
  candidates,
  consoleEvents,
  interviewRaters,
  interviews,
  notes,
  openings,
  planVersions,
  scorecards,
} from "../../platform/database/schema/hiring.ts"
import { accounts, sessions } from "../../platform/database/schema/platform.ts"
import { builtOnce } from "../../platform/drizzle.ts"
import type { Ask, Loaded } from "../../platform/http/call.ts"
import { SESSION } from "../../platform/http/identify.ts"
import { found } from "../../platform/problem-error.ts"
import { timeFactorOf } from "./length.ts"

export type InterviewRow = typeof interviews.$inferSelect
export type NoteRow = typeof notes.$inferSelect
type Event = z.infer<typeof ConsoleEvent>

export const selectInterview = async (tx: Tx, id: string): Promise<InterviewRow> =>
  found((await tx.select().from(interviews).where(eq(interviews.id, id)))[0])

/** An interview as one of its raters comes to it, with what decides whether they may. */
export interface RatedInterview extends Omit<ApplicationFacts, "plan"> {
  interview: InterviewRow
  /** Whether the account rates this very interview. */
  rates: boolean
}

const RATED_IN_SESSION = builtOnce((tx) =>
  tx
    .select({
      account: SESSION.account,
      interview: interviews,
      rater: interviewRaters.accountId,
      ...applicationFields(SIGNED_IN),
      places: placesOf(SIGNED_IN),
      rounds: ratedRoundsOf(SIGNED_IN),
    })
    .from(sessions)
    .innerJoin(accounts, SESSION.joined)
    .leftJoin(interviews, eq(interviews.id, sql.placeholder("interviewId")))
    .leftJoin(
      interviewRaters,
      and(eq(interviewRaters.interviewId, interviews.id), eq(interviewRaters.accountId, accounts.id)),
    )
    .leftJoin(applications, eq(applications.id, interviews.applicationId))
    .leftJoin(candidates, eq(candidates.id, applications.candidateId))
    .leftJoin(openings, eq(openings.id, applications.openingId))
    .where(SESSION.valid)
    .prepare("rated_interview_in_session"),
)

/** The session's account and the interview they come to, if there is one, in one statement. */
export async function loadRated({
  db,
  params: { interviewId },
  session,
}: Ask<{ interviewId: string }>): Promise<Loaded<RatedInterview | undefined> | undefined> {
  const [row] = await RATED_IN_SESSION(db).execute({ ...session, interviewId })
  if (!row) return undefined
  const { account, interview, rater, application, opening, email, ...rest } = row
  if (!interview || !application || !opening || email === null) return { account, page: undefined }
  return { account, page: { interview, rates: rater !== null, application, opening, email, ...rest } }
}

export interface RaterRow {
  interviewId: string
  id: string
  name: string
  email: string
  timeZone: string
  waivedReason: string | null
  submittedAt: Date | null
}

/** Who rates these interviews, by name, and whether their card is in. */
export async function selectRaters(tx: Tx, interviewIds: readonly string[]): Promise<RaterRow[]> {
  if (interviewIds.length === 0) return []
  return tx
    .select({
      interviewId: interviewRaters.interviewId,
      id: accounts.id,
      name: accounts.name,
      email: accounts.email,
      timeZone: accounts.timeZone,
      waivedReason: interviewRaters.waivedReason,
      submittedAt: scorecards.submittedAt,
    })
    .from(interviewRaters)
    .innerJoin(accounts, eq(accounts.id, interviewRaters.accountId))
    .leftJoin(
      scorecards,
      and(
        eq(scorecards.interviewId, interviewRaters.interviewId),
        eq(scorecards.raterId, interviewRaters.accountId),
      ),
    )
    .where(inArray(interviewRaters.interviewId, [...interviewIds]))
    .orderBy(asc(accounts.name), asc(accounts.id))
}

/** The plan an application goes by, and when it was saved. */
export async function selectPlan(
  tx: Tx,
  application: { openingId: string; planVersion: number },
): Promise<{ plan: Plan; savedAt: Date }> {
  const { openingId, planVersion } = application
  const rows = await tx
    .select({ plan: planVersions.plan, savedAt: planVersions.savedAt })
    .from(planVersions)
    .where(and(eq(planVersions.openingId, openingId), eq(planVersions.planVersion, planVersion)))
  return found(rows[0])
}

/** The round an interview was scheduled for; undefined for a résumé screen and a round that left the plan. */
export const roundOf = (
  plan: Plan,
  interview: Pick<InterviewRow, "stageIndex" | "roundId">,
): PlanRound | undefined =>
  plan.stages[interview.stageIndex]?.rounds.find((round) => round.id === interview.roundId) ??
  plan.stages.flatMap((stage) => stage.rounds).find((round) => round.id === interview.roundId)

/** How an adjustment stretches time: only one that was granted does. */
export const grantedFactor = (
  row: { state: string; timeFactor: number | null } | null | undefined,
): TimeFactor => (row?.state === "granted" ? timeFactorOf(row.timeFactor) : 1)

/** The granted adjustment of time. Why it was granted stays where it is. */
export async function selectTimeFactor(tx: Tx, applicationId: string): Promise<TimeFactor> {
  const [row] = await tx
    .select({ state: adjustments.state, timeFactor: adjustments.timeFactor })
    .from(adjustments)
    .where(eq(adjustments.applicationId, applicationId))
  return grantedFactor(row)
}

/** Every version of one author's notes, oldest first by arrival. Never another's: the author is part of the question. */
export const selectNotes = (tx: Tx, interviewId: string, authorId: string): Promise<NoteRow[]> =>
  tx
    .select()
    .from(notes)
    .where(and(eq(notes.interviewId, interviewId), eq(notes.authorId, authorId)))
    .orderBy(asc(notes.receivedAt), asc(notes.device), asc(notes.seq))

export async function selectEvents(tx: Tx, interviewId: string, authorId: string): Promise<Event[]> {
  const { id, kind, itemId, index, atSeconds, device, seq } = consoleEvents
  const rows = await tx
    .select({ id, kind, itemId, index, atSeconds, device, seq })
    .from(consoleEvents)
    .where(and(eq(consoleEvents.interviewId, interviewId), eq(consoleEvents.authorId, authorId)))
    .orderBy(asc(atSeconds), asc(device), asc(seq), asc(id))
  return rows.map((row) => ({ ...row, kind: row.kind as Event["kind"] }))
}

const OWN = sql`interview_id = ${sql.placeholder("interviewId")} AND author_id = ${sql.placeholder("authorId")}`
const TAKEN = builtOnce((tx) =>
  tx
    .select({
      notes: sql<
        NoteEntry[]
      >`(SELECT coalesce(json_agg(json_build_object('id', id, 'itemId', item_id, 'atSeconds', at_seconds,
        'text', text, 'editedAt', edited_at, 'deleted', deleted, 'device', device, 'seq', seq)), '[]')
        FROM hiring.notes WHERE ${OWN})`,
      events: sql<
        Event[]
      >`(SELECT coalesce(json_agg(json_build_object('id', id, 'kind', kind, 'itemId', item_id, 'index', index,
        'atSeconds', at_seconds, 'device', device, 'seq', seq) ORDER BY at_seconds, device, seq, id), '[]')
        FROM hiring.console_events WHERE ${OWN})`,
    })
    .from(sql`(SELECT 1) one`)
    .prepare("notes_and_events"),
)

/** Every version of one author's notes, and their events, in one statement. */
export async function selectTaken(
  tx: Tx,
  place: { interviewId: string; authorId: string },
): Promise<{ notes: NoteEntry[]; events: Event[] }> {
  const [row] = await TAKEN(tx).execute(place)
  return found(row)
}

export const entryOf = ({
  id,
  itemId,
  atSeconds,
  text,
  editedAt,
  deleted,
  device,
  seq,
}: NoteRow): NoteEntry => ({
  id,
  itemId,
  atSeconds,
  text,
  editedAt: editedAt.toISOString(),
  deleted,
  device,
  seq,
})

/** Appends what isn't there yet; a version sent twice is one version. Returns how many were new. */
export async function insertNotes(
  tx: Tx,
  place: { interviewId: string; authorId: string },
  entries: readonly NoteEntry[],
  now: Date,
): Promise<number> {
  if (entries.length === 0) return 0
  const rows = entries.map((entry) => ({
    ...entry,
    ...place,
    editedAt: new Date(entry.editedAt),
    receivedAt: now,
  }))
  return (await tx.insert(notes).values(rows).onConflictDoNothing().returning({ id: notes.id })).length
}

/** Appends what isn't there yet and returns the events that were new. */
export async function insertEvents(
  tx: Tx,
  place: { interviewId: string; authorId: string },
  entries: readonly Event[],
  now: Date,
): Promise<Event[]> {
  if (entries.length === 0) return []
  const added = await tx
    .insert(consoleEvents)
    .values(entries.map((entry) => ({ ...entry, ...place, receivedAt: now })))
    .onConflictDoNothing()
    .returning({ id: consoleEvents.id })
  const ids = new Set(added.map((row) => row.id))
  return entries.filter((entry) => ids.has(entry.id))
}
