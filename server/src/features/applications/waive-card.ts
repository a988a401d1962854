import { outstandingCards } from "@backfill/core"
import { and, eq } from "drizzle-orm"
import { applicationAccess, requireRelation } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { interviewRaters, interviews } from "../../platform/database/schema/hiring.ts"
import type { AccountCaller } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { cardIdOf, changeApplication, commandApplication, type Doer, stateOf } from "./change-application.ts"
import { lockRound } from "./rounds.store.ts"

/** Records why a rater's card won't come, so that the debrief needn't wait for it. A card that is in stays in. */
export async function waiveCard(
  tx: Tx,
  account: AccountCaller,
  interviewId: string,
  { raterId, reason }: { raterId: string; reason: string },
  doer: Doer,
): Promise<void> {
  const [interview] = await tx.select().from(interviews).where(eq(interviews.id, interviewId))
  const access = await applicationAccess(tx, account, found(interview).applicationId, { lock: true })
  requireRelation(access, "owner", "recruiter", "hiring-manager")
  const rater = found((await lockRound(tx, interviewId))?.raters.find((one) => one.id === raterId))
  if (rater.submitted)
    throw new ProblemError("wrong_state", {
      detail: "This scorecard is in already, so there is nothing to go on without. Nothing was changed.",
    })
  if (rater.waived !== null)
    throw new ProblemError("already_exists", {
      detail: "It is recorded already why this scorecard won’t come. Nothing was added.",
    })
  const { place, gates } = stateOf(access.application)
  const cardId = cardIdOf(interviewId, raterId)
  const gate = place.kind === "collecting" || place.kind === "held" ? gates[place.stage] : undefined
  if (!gate || !outstandingCards(gate).includes(cardId))
    throw new ProblemError("wrong_state", {
      detail: "This scorecard isn’t waited for where the application stands now. Nothing was changed.",
    })
  await tx
    .update(interviewRaters)
    .set({ waivedReason: reason, waivedBy: account.id })
    .where(and(eq(interviewRaters.interviewId, interviewId), eq(interviewRaters.accountId, raterId)))
  const row = await commandApplication(tx, access.application, doer, { type: "release-card", cardId })
  await recordChange(tx, {
    record: "interview",
    recordId: interviewId,
    action: "scorecard waived",
    ...doer,
    after: { raterId, reason },
  })
  await changeApplication(tx, row, {
    ...doer,
    action: "scorecard waived",
    story: [{ kind: "card-waived", data: { interviewId, raterId, reason } }],
  })
}
