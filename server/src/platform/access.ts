import { and, eq, inArray, sql } from "drizzle-orm"
import type { Tx } from "./app.ts"
import {
  applications,
  candidates,
  interviewRaters,
  interviews,
  openings,
  openingTeam,
  planVersions,
  scorecards,
  unblindings,
} from "./database/schema/hiring.ts"
import type { AccountCaller } from "./http/call.ts"
import { found, ProblemError } from "./problem-error.ts"

export type Relation = "owner" | "recruiter" | "hiring-manager" | "interviewer"
type OpeningRow = typeof openings.$inferSelect
type ApplicationRow = typeof applications.$inferSelect

export interface OpeningAccess {
  opening: OpeningRow
  relations: Set<Relation>
}
export interface ApplicationAccess extends OpeningAccess {
  application: ApplicationRow
  /** Rates this application in some round. */
  isRater: boolean
  unblinded: boolean
  /** Must see neither name, contact nor original file. */
  blind: boolean
}

/** What someone is to an opening: their place in its team counts only while their account still has that role. */
async function relationsOf(tx: Tx, account: AccountCaller, openingId: string): Promise<Set<Relation>> {
  const places = await tx
    .select({ role: openingTeam.role })
    .from(openingTeam)
    .where(and(eq(openingTeam.openingId, openingId), eq(openingTeam.accountId, account.id)))
  const relations = new Set<Relation>(places.map((p) => p.role).filter((r) => account.roles.includes(r)))
  if (account.roles.includes("owner")) relations.add("owner")
  return relations
}

async function ratesSomeoneIn(tx: Tx, accountId: string, openingId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: interviews.id })
    .from(interviewRaters)
    .innerJoin(interviews, eq(interviews.id, interviewRaters.interviewId))
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .where(and(eq(interviewRaters.accountId, accountId), eq(applications.openingId, openingId)))
    .limit(1)
  return rows.length > 0
}

/** The opening and what the account is to it. Strangers get not_found. */
export async function openingAccess(
  tx: Tx,
  account: AccountCaller,
  openingId: string,
): Promise<OpeningAccess> {
  const opening = found((await tx.select().from(openings).where(eq(openings.id, openingId)))[0])
  const relations = await relationsOf(tx, account, openingId)
  if (relations.size === 0 && (await ratesSomeoneIn(tx, account.id, openingId))) relations.add("interviewer")
  if (relations.size === 0) throw new ProblemError("not_found")
  return { opening, relations }
}

/** Ids of the openings an account may see; undefined means all of them. */
export async function visibleOpenings(tx: Tx, account: AccountCaller): Promise<string[] | undefined> {
  if (account.roles.includes("owner")) return undefined
  const team = await tx
    .select({ id: openingTeam.openingId })
    .from(openingTeam)
    .where(
      and(
        eq(openingTeam.accountId, account.id),
        inArray(
          openingTeam.role,
          account.roles.filter((r) => r === "recruiter" || r === "hiring-manager" || r === "interviewer"),
        ),
      ),
    )
  const rated = await tx
    .selectDistinct({ id: applications.openingId })
    .from(interviewRaters)
    .innerJoin(interviews, eq(interviews.id, interviewRaters.interviewId))
    .innerJoin(applications, eq(applications.id, interviews.applicationId))
    .where(eq(interviewRaters.accountId, account.id))
  return [...new Set([...team, ...rated].map((r) => r.id))]
}

/** Index of the last résumé-screen stage of the application's plan; -1 without one. */
async function screenStage(tx: Tx, application: ApplicationRow): Promise<number> {
  const [row] = await tx
    .select({ plan: planVersions.plan })
    .from(planVersions)
    .where(
      and(
        eq(planVersions.openingId, application.openingId),
        eq(planVersions.planVersion, application.planVersion),
      ),
    )
  return row ? row.plan.stages.findLastIndex((s) => s.kind === "screen") : -1
}

/**
 * The application and what the account may know of it. Not found for strangers, for interviewers without a round of this
 * person, and for an employee whose own application it is.
 */
export async function applicationAccess(
  tx: Tx,
  account: AccountCaller,
  applicationId: string,
  options: { lock?: boolean } = {},
): Promise<ApplicationAccess> {
  if (options.lock)
    await tx.execute(sql`SELECT 1 FROM hiring.applications WHERE id = ${applicationId} FOR UPDATE`)
  const row = found(
    (
      await tx
        .select({ application: applications, email: candidates.email })
        .from(applications)
        .innerJoin(candidates, eq(candidates.id, applications.candidateId))
        .where(eq(applications.id, applicationId))
    )[0],
  )
  if (row.email.toLowerCase() === account.email.toLowerCase()) throw new ProblemError("not_found")
  const { opening, relations } = await openingAccess(tx, account, row.application.openingId)
  const rounds = await tx
    .select({ kind: interviews.kind, submittedAt: scorecards.submittedAt })
    .from(interviewRaters)
    .innerJoin(interviews, eq(interviews.id, interviewRaters.interviewId))
    .leftJoin(
      scorecards,
      and(
        eq(scorecards.interviewId, interviewRaters.interviewId),
        eq(scorecards.raterId, interviewRaters.accountId),
      ),
    )
    .where(and(eq(interviews.applicationId, applicationId), eq(interviewRaters.accountId, account.id)))
  const isRater = rounds.length > 0
  if (!isRater && relations.size === 1 && relations.has("interviewer")) throw new ProblemError("not_found")
  const unblinded =
    (
      await tx
        .select({ at: unblindings.at })
        .from(unblindings)
        .where(and(eq(unblindings.applicationId, applicationId), eq(unblindings.accountId, account.id)))
    ).length > 0
  const beforeInterviews = row.application.stageIndex <= (await screenStage(tx, row.application))
  const screening = rounds.some((r) => r.kind === "screen" && r.submittedAt === null)
  const handles = relations.has("recruiter") || relations.has("owner")
  const blind = !unblinded && beforeInterviews && (screening || !handles)
  return { application: row.application, opening, relations, isRater, unblinded, blind }
}

/** Throws not_allowed unless the account is one of `names` to this opening. */
export function requireRelation(access: OpeningAccess, ...names: Relation[]): void {
  if (!names.some((n) => access.relations.has(n))) throw new ProblemError("not_allowed")
}
