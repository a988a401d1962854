import { and, eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { type ApplicationAccess, applicationAccess } from "../../platform/access.ts"
import { debriefs, interviewRaters, interviews } from "../../platform/database/schema/hiring.ts"
import type { AccountCaller } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import { stateOf } from "../applications/change-application.ts"
import { selectPlan } from "../interviews/interviews.store.ts"

export interface DebriefAccess extends ApplicationAccess {
  stageIndex: number
  openedAt: Date
  manages: boolean
}

/** Handles the opening: its recruiters, hiring managers and the owner. */
export const manages = (access: ApplicationAccess): boolean =>
  (["owner", "recruiter", "hiring-manager"] as const).some((relation) => access.relations.has(relation))

/**
 * Who may read a stage's debrief: those who handle the opening, and the raters of that very stage, once it is open.
 * Before, its cards are sealed to all of them; anyone else finds nothing, open or not.
 */
export async function debriefAccess(
  tx: Tx,
  account: AccountCaller,
  applicationId: string,
  stageIndex: number,
): Promise<DebriefAccess> {
  const access = await applicationAccess(tx, account, applicationId)
  const handles = manages(access)
  if (!handles && !(await ratesIn(tx, account.id, applicationId, stageIndex)))
    throw new ProblemError("not_found")
  const openedAt = await openedAtOf(tx, access, stageIndex)
  if (!openedAt)
    throw new ProblemError("sealed", {
      detail:
        "The debrief of this stage isn’t open yet, and until then every card is sealed. It opens once all of them are in or given up for a reason.",
    })
  return { ...access, stageIndex, openedAt, manages: handles }
}

/** When a stage's cards opened; the offer has none of its own and opens when the last gate is passed. */
async function openedAtOf(
  tx: Tx,
  { application }: ApplicationAccess,
  stageIndex: number,
): Promise<Date | undefined> {
  const { plan } = await selectPlan(tx, application)
  const stage = plan.stages[stageIndex]
  if (!stage) throw new ProblemError("not_found")
  if (stage.kind === "offer") {
    const { place, since } = stateOf(application)
    return place.kind === "deciding-offer" || place.kind === "offered" || place.kind === "not-offered"
      ? new Date(since)
      : undefined
  }
  const [row] = await tx
    .select({ at: debriefs.openedAt })
    .from(debriefs)
    .where(and(eq(debriefs.applicationId, application.id), eq(debriefs.stageIndex, stageIndex)))
  return row?.at
}

async function ratesIn(
  tx: Tx,
  accountId: string,
  applicationId: string,
  stageIndex: number,
): Promise<boolean> {
  const rows = await tx
    .select({ id: interviews.id })
    .from(interviewRaters)
    .innerJoin(interviews, eq(interviews.id, interviewRaters.interviewId))
    .where(
      and(
        eq(interviewRaters.accountId, accountId),
        eq(interviews.applicationId, applicationId),
        eq(interviews.stageIndex, stageIndex),
      ),
    )
    .limit(1)
  return rows.length > 0
}
