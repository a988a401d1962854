import { outstandingCards } from "@backfill/core"
import { and, eq, inArray, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { applicationAccess, requireRelation } from "../../platform/access.ts"
import { recordChange } from "../../platform/audit.ts"
import { debriefs } from "../../platform/database/schema/hiring.ts"
import { audit, auditPayloads } from "../../platform/database/schema/platform.ts"
import { signal } from "../../platform/events.ts"
import type { AccountCaller } from "../../platform/http/call.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import {
  cardIdOf,
  checkVersion,
  commandApplication,
  type Doer,
  lockApplication,
  stateOf,
} from "../applications/change-application.ts"
import { type Collected, collect } from "./collect.ts"

/** Opens a stage's debrief once every card is in or waived; from then on its cards are no longer sealed. */
export async function openDebrief(
  tx: Tx,
  account: AccountCaller,
  doer: Doer,
  where: { applicationId: string; stageIndex: number },
  version: number,
): Promise<void> {
  const access = await applicationAccess(tx, account, where.applicationId)
  requireRelation(access, "owner", "recruiter", "hiring-manager")
  let application = await lockApplication(tx, where.applicationId)
  checkVersion(application, version)
  const { place } = stateOf(application)
  if (!("stage" in place) || place.stage !== where.stageIndex)
    throw new ProblemError("wrong_state", {
      detail: "The application isn’t in this stage. Reload to see where it stands.",
    })
  const collected = await collect(tx, application, where.stageIndex)
  refuseIncomplete(collected)
  // Cards the machine waits for though nobody is asked for them any more, such as those of a cancelled round.
  const asked = new Set(
    collected.rounds.flatMap((round) => round.raters.map((rater) => cardIdOf(round.id, rater.id))),
  )
  const gate = stateOf(application).gates[where.stageIndex]
  for (const cardId of gate && gate.openedAt === null ? outstandingCards(gate) : []) {
    if (!asked.has(cardId))
      application = await commandApplication(tx, application, doer, { type: "release-card", cardId })
  }
  await commandApplication(tx, application, doer, { type: "open-debrief", reason: reasonFor(collected) })
  await tx.insert(debriefs).values({ ...where, openedAt: doer.at, openedBy: account.id })
  await unseal(tx, [...asked])
  await recordChange(tx, {
    record: "debrief",
    recordId: `${where.applicationId}:${where.stageIndex}`,
    action: "opened",
    ...doer,
    after: { waivers: collected.waivers },
  })
  await signal(tx, {
    kind: "changed",
    topic: "debrief",
    id: where.applicationId,
    openingId: application.openingId,
    applicationId: where.applicationId,
  })
}

function refuseIncomplete({ missing, unscheduled }: Collected): void {
  if (missing.length > 0)
    throw new ProblemError("cards_missing", {
      detail: `Scorecards are still missing: ${missing.join(", ")}. Wait for them, or record why you go on without them.`,
    })
  if (unscheduled.length > 0)
    throw new ProblemError("cards_missing", {
      detail: `Not held yet: ${unscheduled.join(", ")}. Schedule what is missing, or take it out of the plan with a reason.`,
    })
}

/** Why the debrief opens with fewer cards than raters; null when every card is in. */
function reasonFor({ rounds, waivers }: Collected): string | null {
  if (waivers.length > 0) return waivers.map(({ rater, reason }) => `${rater.name}: ${reason}`).join("\n")
  return rounds.some((round) => round.raters.length > 0) ? null : "The plan has nobody rate in this stage."
}

/** The audit log may say what the cards held, now that they are open. */
async function unseal(tx: Tx, cardIds: string[]): Promise<void> {
  if (cardIds.length === 0) return
  const entries = tx
    .select({ id: sql`${audit.id}::int` })
    .from(audit)
    .where(and(eq(audit.record, "scorecard"), inArray(audit.recordId, cardIds)))
  await tx
    .update(auditPayloads)
    .set({ sealed: false })
    .where(inArray(auditPayloads.auditId, entries as never))
}
