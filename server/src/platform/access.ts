import type { Plan } from "@backfill/core"
import { and, eq, inArray, sql, type SQLWrapper } from "drizzle-orm"
import type { Tx } from "./app.ts"
import {
  applications,
  candidates,
  interviewRaters,
  interviews,
  openings,
  openingTeam,
  planVersions,
} from "./database/schema/hiring.ts"
import { accounts } from "./database/schema/platform.ts"
import { builtOnce } from "./drizzle.ts"
import type { AccountCaller } from "./http/call.ts"
import { found, ProblemError } from "./problem-error.ts"

export type Relation = "owner" | "recruiter" | "hiring-manager" | "interviewer"
type OpeningRow = typeof openings.$inferSelect

// Each column costs a little on every request, and what was handed in may be long: only what judging and showing need.
/** What a card of the board is made from. */
export const APPLICATION_CARD = {
  id: applications.id,
  alias: applications.alias,
  planVersion: applications.planVersion,
  state: applications.state,
  status: applications.status,
  stageIndex: applications.stageIndex,
  endedAt: applications.endedAt,
  version: applications.version,
}
const APPLICATION_HEAD = {
  ...APPLICATION_CARD,
  openingId: applications.openingId,
  candidateId: applications.candidateId,
  disqualifyingRule: applications.disqualifyingRule,
  humanLookNote: applications.humanLookNote,
  legalHold: applications.legalHold,
  submittedAt: applications.submittedAt,
}
/** An application without what was handed in. */
export type ApplicationHead = Pick<typeof applications.$inferSelect, keyof typeof APPLICATION_HEAD>
const OPENING_HEAD = {
  id: openings.id,
  title: openings.title,
  level: openings.level,
  kitDigest: openings.kitDigest,
}
/** What an application shows of its opening. */
export type OpeningHead = Pick<OpeningRow, keyof typeof OPENING_HEAD>

export interface OpeningAccess<Opening = OpeningRow> {
  opening: Opening
  relations: Set<Relation>
}
export interface ApplicationAccess extends OpeningAccess<OpeningHead> {
  application: ApplicationHead
  /** The plan the application goes by. */
  plan: Plan
  /** Rates this application in some round. */
  isRater: boolean
  unblinded: boolean
  /** Must see neither name, contact nor original file. */
  blind: boolean
}

/** What decides someone's access to an opening. */
export interface OpeningFacts<Opening = OpeningRow> {
  opening: Opening
  /** Their places in its team. */
  places: Exclude<Relation, "owner">[]
  /** Rates somebody who applied to it. */
  rates: boolean
}

/** What decides someone's access to an application. */
export interface ApplicationFacts {
  application: ApplicationHead
  opening: OpeningHead
  plan: Plan
  /** The candidate's. */
  email: string
  places: Exclude<Relation, "owner">[]
  /** The rounds of this application they rate. */
  rounds: readonly { kind: string; submitted: boolean }[]
  unblinded: boolean
}

/** Who a statement's fields are about. */
interface Who {
  id: SQLWrapper
  roles: SQLWrapper
}
/** An account that is known already, by the placeholders of `askedBy`. */
export const ASKED: Who = {
  id: sql.placeholder("accountId"),
  roles: sql`${sql.placeholder("roles")}::text[]`,
}
/** Whose session the statement's row begins with. */
export const SIGNED_IN: Who = { id: accounts.id, roles: accounts.roles }
export const askedBy = ({ id, roles }: AccountCaller) => ({ accountId: id, roles })

export const placesOf = ({ id }: Who) => sql<Exclude<Relation, "owner">[]>`ARRAY(
  SELECT t.role FROM hiring.opening_team t WHERE t.opening_id = openings.id AND t.account_id = ${id})`

/** `OpeningFacts` as fields of a statement over openings. Whom somebody rates is looked up only if nothing else lets them in. */
export const openingFields = (who: Who) => ({
  opening: openings,
  places: placesOf(who),
  rates: sql<boolean>`CASE WHEN 'owner' = ANY(${who.roles}) OR EXISTS (SELECT 1 FROM hiring.opening_team t
    WHERE t.opening_id = openings.id AND t.account_id = ${who.id} AND t.role = ANY(${who.roles})) THEN false
    ELSE EXISTS (SELECT 1 FROM hiring.interview_raters r
      JOIN hiring.interviews i ON i.id = r.interview_id JOIN hiring.applications a ON a.id = i.application_id
      WHERE r.account_id = ${who.id} AND a.opening_id = openings.id) END`,
})

/** Whether the account has had the name and file of the application in the statement's row opened. */
export const unblindedTo = ({ id }: Who) => sql<boolean>`EXISTS (SELECT 1 FROM hiring.unblindings u
  WHERE u.application_id = applications.id AND u.account_id = ${id})`

/** `ApplicationFacts` but for places, rounds and plan, as fields of a statement over applications, candidates and openings. */
export const applicationFields = (who: Who) => ({
  application: APPLICATION_HEAD,
  opening: OPENING_HEAD,
  email: candidates.email,
  unblinded: unblindedTo(who),
})

/** The rounds they rate of the application in the statement's row. */
export const ratedRoundsOf = ({ id }: Who) => sql<{ kind: string; submitted: boolean }[]>`(
  SELECT coalesce(json_agg(json_build_object('kind', i.kind, 'submitted', c.submitted_at IS NOT NULL)), '[]')
  FROM hiring.interviews i JOIN hiring.interview_raters r ON r.interview_id = i.id
  LEFT JOIN hiring.scorecards c ON c.interview_id = i.id AND c.rater_id = r.account_id
  WHERE i.application_id = applications.id AND r.account_id = ${id})`

/** A place in the team counts only while the account still has that role. */
function relationsOf(account: AccountCaller, places: Exclude<Relation, "owner">[]): Set<Relation> {
  const relations = new Set<Relation>(places.filter((role) => account.roles.includes(role)))
  if (account.roles.includes("owner")) relations.add("owner")
  return relations
}

/** What the account is to the opening. Strangers get not_found. */
export function judgeOpening<Opening>(
  account: AccountCaller,
  { opening, places, rates }: OpeningFacts<Opening>,
): OpeningAccess<Opening> {
  const relations = relationsOf(account, places)
  if (relations.size === 0 && rates) relations.add("interviewer")
  if (relations.size === 0) throw new ProblemError("not_found")
  return { opening, relations }
}

/**
 * What the account may know of the application. Not found for strangers, for interviewers without a round of this person,
 * and for an employee whose own application it is.
 */
export function judgeApplication(account: AccountCaller, facts: ApplicationFacts): ApplicationAccess {
  const { application, plan, email, places, rounds, unblinded } = facts
  if (email.toLowerCase() === account.email.toLowerCase()) throw new ProblemError("not_found")
  const isRater = rounds.length > 0
  const { opening, relations } = judgeOpening(account, { opening: facts.opening, places, rates: isRater })
  if (!isRater && relations.size === 1 && relations.has("interviewer")) throw new ProblemError("not_found")
  const beforeInterviews = application.stageIndex <= plan.stages.findLastIndex((s) => s.kind === "screen")
  const screening = rounds.some((round) => round.kind === "screen" && !round.submitted)
  const handles = relations.has("recruiter") || relations.has("owner")
  const blind = !unblinded && beforeInterviews && (screening || !handles)
  return { application, opening, plan, relations, isRater, unblinded, blind }
}

const OPENING = builtOnce((tx) =>
  tx
    .select(openingFields(ASKED))
    .from(openings)
    .where(eq(openings.id, sql.placeholder("openingId")))
    .prepare("opening_access"),
)

/** The opening and what the account is to it. Strangers get not_found. */
export async function openingAccess(
  tx: Tx,
  account: AccountCaller,
  openingId: string,
): Promise<OpeningAccess> {
  const [facts] = await OPENING(tx).execute({ ...askedBy(account), openingId })
  return judgeOpening(account, found(facts))
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

const APPLICATION = builtOnce((tx) =>
  tx
    .select({
      ...applicationFields(ASKED),
      places: placesOf(ASKED),
      plan: planVersions.plan,
      rounds: ratedRoundsOf(ASKED),
    })
    .from(applications)
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .innerJoin(openings, eq(openings.id, applications.openingId))
    .innerJoin(
      planVersions,
      and(
        eq(planVersions.openingId, applications.openingId),
        eq(planVersions.planVersion, applications.planVersion),
      ),
    )
    .where(eq(applications.id, sql.placeholder("applicationId")))
    .prepare("application_access"),
)

/** The application and what the account may know of it, as `judgeApplication` has it. */
export async function applicationAccess(
  tx: Tx,
  account: AccountCaller,
  applicationId: string,
  options: { lock?: boolean } = {},
): Promise<ApplicationAccess> {
  if (options.lock)
    await tx.execute(sql`SELECT 1 FROM hiring.applications WHERE id = ${applicationId} FOR UPDATE`)
  const [facts] = await APPLICATION(tx).execute({ accountId: account.id, applicationId })
  return judgeApplication(account, found(facts))
}

/** Throws not_allowed unless the account is one of `names` to this opening. */
export function requireRelation(access: OpeningAccess<unknown>, ...names: Relation[]): void {
  if (!names.some((n) => access.relations.has(n))) throw new ProblemError("not_allowed")
}
