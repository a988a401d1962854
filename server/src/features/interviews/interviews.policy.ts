import type { Tx } from "../../platform/app.ts"
import { type ApplicationAccess, applicationAccess, judgeApplication } from "../../platform/access.ts"
import type { AccountCaller } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { selectSavedPlan } from "../openings/openings.store.ts"
import {
  type InterviewRow,
  type RatedInterview,
  type RaterRow,
  selectInterview,
  selectRaters,
} from "./interviews.store.ts"

export interface InterviewAccess extends ApplicationAccess {
  interview: InterviewRow
  raters: RaterRow[]
  /** Whether the account rates this very interview. */
  rates: boolean
  /** Handles the opening: its recruiters, hiring managers and the owner. */
  manages: boolean
}

/** The interview and what the account is to it. Interviewers find those they rate, no others of the same candidate. */
export async function interviewAccess(
  tx: Tx,
  account: AccountCaller,
  interviewId: string,
): Promise<InterviewAccess> {
  const interview = await selectInterview(tx, interviewId)
  const access = await applicationAccess(tx, account, interview.applicationId)
  const raters = await selectRaters(tx, [interviewId])
  const rates = raters.some((rater) => rater.id === account.id)
  const manages = ["owner", "recruiter", "hiring-manager"].some((relation) =>
    access.relations.has(relation as "owner"),
  )
  if (!rates && !manages) throw new ProblemError("not_found")
  return { ...access, interview, raters, rates, manages }
}

/** As `interviewAccess`, for what only a rater of this interview has: notes and a card. Others find nothing here. */
export async function raterAccess(
  tx: Tx,
  account: AccountCaller,
  interviewId: string,
): Promise<InterviewAccess> {
  const access = await interviewAccess(tx, account, interviewId)
  if (!access.rates) throw new ProblemError("not_found")
  return access
}

/** As `raterAccess`, of an interview that came with the session. */
export async function judgeRater(
  db: Tx,
  account: AccountCaller,
  loaded: RatedInterview | undefined,
): Promise<RatedInterview> {
  const facts = found(loaded)
  const { openingId, planVersion } = facts.application
  judgeApplication(account, { ...facts, plan: await selectSavedPlan(db, openingId, planVersion) })
  if (!facts.rates) throw new ProblemError("not_found")
  return facts
}
