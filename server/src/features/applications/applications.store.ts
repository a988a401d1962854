import { and, asc, eq, sql } from "drizzle-orm"
import { applicationFields, type ApplicationFacts, ASKED, SIGNED_IN } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import {
  adjustments,
  applications,
  candidates,
  files,
  openings,
} from "../../platform/database/schema/hiring.ts"
import { accounts, sessions } from "../../platform/database/schema/platform.ts"
import { builtOnce } from "../../platform/drizzle.ts"
import type { Ask, Loaded } from "../../platform/http/call.ts"
import { SESSION } from "../../platform/http/identify.ts"
import { found } from "../../platform/problem-error.ts"
import { selectNames, selectSavedPlan, type TeamMember, teamOfOpening } from "../openings/openings.store.ts"
import { type HeldRound, ratersIn, roundsFrom, type RoundsJson, roundsOfApplication } from "./rounds.store.ts"
import { stateOf } from "./change-application.ts"

/** Everything an application's page is made from, and what decides who may know how much of it. */
export interface ApplicationPage extends Omit<ApplicationFacts, "rounds" | "places"> {
  candidate: Pick<typeof candidates.$inferSelect, keyof typeof CANDIDATE>
  adjustments: Pick<typeof adjustments.$inferSelect, keyof typeof ADJUSTMENTS> | null
  rounds: HeldRound[]
  team: TeamMember[]
  /** Of everybody the page speaks of. */
  names: ReadonlyMap<string, string>
}

// Each column costs a little on every request, so only those that are shown.
const CANDIDATE = { name: candidates.name, phone: candidates.phone, timeZone: candidates.timeZone }
const ADJUSTMENTS = {
  state: adjustments.state,
  kinds: adjustments.kinds,
  note: adjustments.note,
  timeFactor: adjustments.timeFactor,
  granted: adjustments.granted,
  answer: adjustments.answer,
}

const pageFields = (who: typeof ASKED) => ({
  ...applicationFields(who),
  candidate: CANDIDATE,
  adjustments: ADJUSTMENTS,
  rounds: roundsOfApplication,
  team: teamOfOpening,
})

const PAGE = builtOnce((tx) =>
  tx
    .select(pageFields(ASKED))
    .from(applications)
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .innerJoin(openings, eq(openings.id, applications.openingId))
    .leftJoin(adjustments, eq(adjustments.applicationId, applications.id))
    .where(eq(applications.id, sql.placeholder("applicationId")))
    .prepare("application_page"),
)

const PAGE_IN_SESSION = builtOnce((tx) =>
  tx
    .select({ account: SESSION.account, ...pageFields(SIGNED_IN) })
    .from(sessions)
    .innerJoin(accounts, SESSION.joined)
    .leftJoin(applications, eq(applications.id, sql.placeholder("applicationId")))
    .leftJoin(candidates, eq(candidates.id, applications.candidateId))
    .leftJoin(openings, eq(openings.id, applications.openingId))
    .leftJoin(adjustments, eq(adjustments.applicationId, applications.id))
    .where(SESSION.valid)
    .prepare("application_page_in_session"),
)

type PageRow = Omit<ApplicationPage, "plan" | "rounds" | "names"> & { rounds: RoundsJson }

/** The session's account and the page of an application, if there is one, in one statement. */
export async function loadPage({
  db,
  params: { applicationId },
  session,
}: Ask<{ applicationId: string }>): Promise<Loaded<PageRow | undefined> | undefined> {
  const [row] = await PAGE_IN_SESSION(db).execute({ ...session, applicationId })
  if (!row) return undefined
  const { account, application, opening, candidate, email, ...rest } = row
  if (!application || !opening || !candidate || email === null) return { account, page: undefined }
  return { account, page: { application, opening, candidate, email, ...rest } }
}

/** The page with the plan the application goes by and the names in both. Throws not_found without a row. */
export async function withPlan(tx: Tx, row: PageRow | undefined): Promise<ApplicationPage> {
  const { rounds, ...page } = found(row)
  const { application, team } = page
  const plan = await selectSavedPlan(tx, application.openingId, application.planVersion)
  const names = await completed(tx, new Map(team.map(({ id, name }) => [id, name])), [
    ...ratersIn(rounds),
    ...plan.stages.flatMap((stage) => stage.rounds.flatMap((round) => round.interviewers)),
    ...stateOf(application).decisions.map((decision) => decision.by),
  ])
  return { ...page, plan, names, rounds: roundsFrom(rounds, names) }
}

/** The names with those of `ids` that are still missing: hardly ever one, as most stand in the team. */
async function completed(tx: Tx, names: Map<string, string>, ids: readonly string[]) {
  const missing = ids.filter((id) => !names.has(id))
  return missing.length === 0 ? names : new Map([...names, ...(await selectNames(tx, missing))])
}

/** The page of an application. One statement, which is one snapshot, reads all that may change. Throws not_found. */
export const selectPage = async (
  tx: Tx,
  accountId: string,
  applicationId: string,
): Promise<ApplicationPage> => withPlan(tx, (await PAGE(tx).execute({ accountId, applicationId }))[0])

/** The page as `judgeApplication` takes it: what someone may know depends on their places in it and the rounds they rate. */
export const factsFor = (page: ApplicationPage, accountId: string): ApplicationFacts => ({
  ...page,
  places: page.team.filter(({ id }) => id === accountId).map(({ role }) => role),
  rounds: page.rounds.flatMap(({ kind, raters }) =>
    raters.filter(({ id }) => id === accountId).map(({ submitted }) => ({ kind, submitted })),
  ),
})

/** The originals of the résumé. */
export const selectResumeFiles = (tx: Tx, applicationId: string) =>
  tx
    .select({ id: files.id, name: files.name, bytes: files.bytes })
    .from(files)
    .where(and(eq(files.applicationId, applicationId), eq(files.kind, "resume")))
    .orderBy(asc(files.createdAt))
