import { randomUUID } from "node:crypto"
import type { Plan } from "@backfill/core"
import { and, eq, ne } from "drizzle-orm"
import type { ApplicationHead } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { interviewRaters, interviews, openingTeam } from "../../platform/database/schema/hiring.ts"
import { cardIdOf, commandApplication, type Doer, stateOf } from "./change-application.ts"
import { SCREEN_ROUND } from "./rounds.store.ts"

/** What reading a résumé by the criteria takes, in minutes. */
const MINUTES = 15
/** Two independent readers are enough where the plan names nobody. */
const FALLBACK_RATERS = 2

/**
 * Puts a résumé before its raters once the application stands in a screen stage: those whom the plan names, or without
 * any two of the opening's team. Does nothing in another stage or when it was done before.
 */
export async function startScreen(
  tx: Tx,
  row: ApplicationHead,
  plan: Plan,
  doer: Doer,
): Promise<ApplicationHead> {
  const { place } = stateOf(row)
  const stage = place.kind === "collecting" ? plan.stages[place.stage] : undefined
  if (place.kind !== "collecting" || stage?.kind !== "screen") return row
  const before = await tx
    .select({ id: interviews.id })
    .from(interviews)
    .where(
      and(
        eq(interviews.applicationId, row.id),
        eq(interviews.kind, "screen"),
        ne(interviews.state, "cancelled"),
      ),
    )
  if (before.length > 0) return row
  const named = stage.rounds.find((round) => round.id === SCREEN_ROUND)?.interviewers ?? []
  const raters = named.length > 0 ? named : await teamRaters(tx, row.openingId)
  const id = randomUUID()
  await tx.insert(interviews).values({
    id,
    applicationId: row.id,
    stageIndex: place.stage,
    roundId: SCREEN_ROUND,
    kind: "screen",
    title: "Résumé",
    timeZone: "UTC",
    minutes: MINUTES,
    createdAt: doer.at,
  })
  if (raters.length > 0)
    await tx.insert(interviewRaters).values(raters.map((accountId) => ({ interviewId: id, accountId })))
  await recordChange(tx, {
    record: "interview",
    recordId: id,
    action: "résumé given to its raters",
    actor: doer.actor,
    at: doer.at,
    after: { applicationId: row.id, raters },
  })
  let current = row
  for (const raterId of raters)
    current = await commandApplication(tx, current, doer, {
      type: "expect-card",
      cardId: cardIdOf(id, raterId),
    })
  return current
}

async function teamRaters(tx: Tx, openingId: string): Promise<string[]> {
  const team = await tx
    .select({ id: openingTeam.accountId, role: openingTeam.role })
    .from(openingTeam)
    .where(eq(openingTeam.openingId, openingId))
    .orderBy(openingTeam.role, openingTeam.accountId)
  return [...new Set(team.map((member) => member.id))].slice(0, FALLBACK_RATERS)
}
