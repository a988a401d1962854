import { type Kit, type Plan, planChanges } from "@backfill/core"
import { and, eq, isNull, notExists, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { applications, interviews, openings, planVersions } from "../../platform/database/schema/hiring.ts"
import { signal } from "../../platform/events.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import {
  columnsOf,
  commandApplication,
  type Doer,
  lockApplication,
  stateOf,
} from "../applications/change-application.ts"
import { type OpeningRow, selectNames, selectPlan, selectUsable } from "./openings.store.ts"

/**
 * Saves a plan as the opening's next version. Unlike plans only: saving the same again does nothing. From the first
 * interview on it needs a reason. Applications that haven't been interviewed yet go on by the new plan where their past
 * allows it; all others keep the plan they were interviewed by. Returns the version now in force.
 */
export async function savePlan(
  tx: Tx,
  opening: OpeningRow,
  next: { plan: Plan; planVersion: number; reason: string | undefined },
  kit: Kit,
  doer: Doer,
): Promise<number> {
  if (next.planVersion !== opening.planVersion) throw new ProblemError("stale_version")
  const before = await selectPlan(tx, opening.id, opening.planVersion)
  const people = next.plan.stages.flatMap((stage) => stage.rounds.flatMap((round) => round.interviewers))
  await requireInterviewers(tx, before, next.plan)
  const names = await selectNames(tx, [
    ...people,
    ...before.stages.flatMap((stage) => stage.rounds.flatMap((round) => round.interviewers)),
  ])
  const titles = new Map(kit.competencies.map(({ id, title }) => [id, title]))
  const changes = planChanges(before, next.plan, (id) => names.get(id) ?? titles.get(id) ?? id)
  if (changes.length === 0) return opening.planVersion
  const reason = next.reason?.trim() || null
  if (opening.planLockedAt && reason === null) throw new ProblemError("plan_locked")
  const planVersion = opening.planVersion + 1
  await tx.insert(planVersions).values({
    openingId: opening.id,
    planVersion,
    plan: next.plan,
    reason,
    changes,
    savedBy: doer.actor,
    savedAt: doer.at,
  })
  await tx
    .update(openings)
    .set({ planVersion, version: opening.version + 1 })
    .where(eq(openings.id, opening.id))
  await moveToPlan(tx, opening.id, planVersion, next.plan, doer)
  await recordChange(tx, {
    record: "opening",
    recordId: opening.id,
    action: "changed the plan",
    actor: doer.actor,
    at: doer.at,
    before: { planVersion: opening.planVersion },
    after: { planVersion, reason, changes },
  })
  await signal(tx, { kind: "changed", topic: "opening", id: opening.id, openingId: opening.id })
  return planVersion
}

/** People newly named in the plan must have an account; those who were in it before may stay. */
async function requireInterviewers(tx: Tx, before: Plan, after: Plan): Promise<void> {
  const earlier = new Set(
    before.stages.flatMap((stage) => stage.rounds.flatMap((round) => round.interviewers)),
  )
  const placed = after.stages.flatMap((stage, s) =>
    stage.rounds.flatMap((round, r) =>
      round.interviewers.map((id, i) => ({
        id,
        path: `body.plan.stages.${s}.rounds.${r}.interviewers.${i}`,
      })),
    ),
  )
  const added = placed.filter(({ id }) => !earlier.has(id))
  const wellFormed = added.filter(({ id }) => /^[0-9a-f-]{36}$/.test(id))
  const usable = await selectUsable(
    tx,
    wellFormed.map(({ id }) => id),
  )
  const errors = added
    .filter(({ id }) => !usable.get(id)?.roles.some((role) => role !== "member"))
    .map(({ path }) => ({
      path,
      message:
        "This person can’t interview: no account that can sign in, or no hiring role. Choose someone else.",
    }))
  if (errors.length > 0) throw new ProblemError("invalid_request", { errors })
}

async function moveToPlan(
  tx: Tx,
  openingId: string,
  planVersion: number,
  plan: Plan,
  doer: Doer,
): Promise<void> {
  const held = tx
    .select({ one: sql`1` })
    .from(interviews)
    .where(and(eq(interviews.applicationId, applications.id), eq(interviews.kind, "interview")))
  const followers = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(and(eq(applications.openingId, openingId), isNull(applications.endedAt), notExists(held)))
    .orderBy(applications.id)
  const stages = plan.stages.map(({ id, kind }) => ({ id, kind }))
  for (const { id } of followers) {
    const row = await lockApplication(tx, id)
    try {
      const moved = await commandApplication(tx, row, doer, { type: "change-plan", stages })
      await tx
        .update(applications)
        .set({ planVersion, ...columnsOf(stateOf(moved), moved.stageIndex) })
        .where(eq(applications.id, id))
    } catch (error) {
      // The machine refuses a plan that rewrites what this person has been through: theirs stays.
      if (!(error instanceof ProblemError && error.id === "wrong_state")) throw error
    }
  }
}
