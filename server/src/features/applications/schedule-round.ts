import { randomUUID } from "node:crypto"
import type { api } from "@backfill/contract"
import { eq, isNull, and } from "drizzle-orm"
import type { ApplicationHead } from "../../platform/access.ts"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { candidates, interviewRaters, interviews, openings } from "../../platform/database/schema/hiring.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import type { CallOf } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { checkTimeZone } from "../../platform/time-zone.ts"
import { lockOpening, selectPlan, selectUsable } from "../openings/openings.store.ts"
import {
  cardIdOf,
  changeApplication,
  commandApplication,
  type Doer,
  lockApplication,
  stateOf,
} from "./change-application.ts"
import { type InterviewRow, roundsOfStage, selectRounds } from "./rounds.store.ts"

type Appointment = CallOf<typeof api.applications.schedule>["body"]

/**
 * Schedules a round of the candidate's current stage with those who will rate it. The first interview of an opening locks
 * its plan. The opening is locked before the application, the order in which a change of plan takes them too.
 */
export async function scheduleRound(
  tx: Tx,
  { id, openingId }: ApplicationHead,
  body: Appointment,
  doer: Doer,
): Promise<InterviewRow> {
  const opening = await lockOpening(tx, openingId)
  let row = await lockApplication(tx, id)
  const { place } = stateOf(row)
  if (place.kind !== "collecting" && place.kind !== "held")
    throw new ProblemError("wrong_state", {
      detail:
        "No interview can be scheduled where this application stands now. Nothing was changed; reload to see its state.",
    })
  const plan = await selectPlan(tx, row.openingId, row.planVersion)
  const round = roundsOfStage(plan, place.stage).find((one) => one.id === body.roundId)
  if (!round)
    throw new ProblemError("invalid_request", {
      errors: [
        {
          path: "body.roundId",
          message: "This round isn’t part of the candidate’s current stage. Choose one that is.",
        },
      ],
    })
  if ((await selectRounds(tx, id)).some((held) => held.roundId === round.id && held.state !== "cancelled"))
    throw new ProblemError("already_exists", {
      detail: "This round is scheduled already. Move it instead; nothing was added.",
    })
  const interviewers = [...new Set(body.interviewers)]
  await checkInterviewers(tx, row, interviewers)
  checkTimeZone(body.timeZone)
  const [interview] = await tx
    .insert(interviews)
    .values({
      id: randomUUID(),
      applicationId: id,
      stageIndex: place.stage,
      roundId: round.id,
      kind: "interview",
      title: round.title,
      startsAt: new Date(body.startsAt),
      timeZone: body.timeZone,
      minutes: round.minutes,
      location: body.where,
      createdAt: doer.at,
    })
    .returning()
  const made = found(interview)
  await tx
    .insert(interviewRaters)
    .values(interviewers.map((accountId) => ({ interviewId: made.id, accountId })))
  for (const raterId of interviewers)
    row = await commandApplication(tx, row, doer, { type: "expect-card", cardId: cardIdOf(made.id, raterId) })
  await recordChange(tx, {
    record: "interview",
    recordId: made.id,
    action: "scheduled",
    ...doer,
    after: { roundId: round.id, startsAt: body.startsAt, interviewers },
  })
  await changeApplication(tx, row, {
    ...doer,
    action: "interview scheduled",
    story: [
      {
        kind: "interview-scheduled",
        data: { interviewId: made.id, title: made.title, startsAt: body.startsAt, timeZone: body.timeZone },
      },
    ],
  })
  if (opening.planLockedAt === null) await lockPlan(tx, opening.id, opening.version, doer)
  return made
}

async function lockPlan(tx: Tx, openingId: string, version: number, doer: Doer): Promise<void> {
  await tx
    .update(openings)
    .set({ planLockedAt: doer.at, version: version + 1 })
    .where(and(eq(openings.id, openingId), isNull(openings.planLockedAt)))
  await recordChange(tx, {
    record: "opening",
    recordId: openingId,
    action: "plan locked by the first interview",
    ...doer,
  })
}

/** Interviewers need an account with a hiring role, and nobody interviews themselves. */
async function checkInterviewers(tx: Tx, row: ApplicationHead, ids: readonly string[]): Promise<void> {
  const usable = await selectUsable(tx, ids)
  const [candidate] = await tx
    .select({ email: candidates.email })
    .from(candidates)
    .where(eq(candidates.id, row.candidateId))
  const [self] = candidate
    ? await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, candidate.email))
    : []
  const errors = ids.flatMap((id, index) => {
    const fit = usable.get(id)?.roles.some((role) => role !== "member") && id !== self?.id
    return fit
      ? []
      : [
          {
            path: `body.interviewers.${index}`,
            message: "This person can’t run the interview. Choose someone with a hiring role.",
          },
        ]
  })
  if (errors.length > 0) throw new ProblemError("invalid_request", { errors })
}
