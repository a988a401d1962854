import type { api } from "@backfill/contract"
import { eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { requireRelation } from "../../platform/access.ts"
import { recordChange } from "../../platform/audit.ts"
import { interviewRaters, interviews } from "../../platform/database/schema/hiring.ts"
import type { CallOf } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { checkTimeZone } from "../../platform/time-zone.ts"
import {
  cardIdOf,
  changeApplication,
  commandApplication,
  type Doer,
  lockApplication,
  stateOf,
} from "../applications/change-application.ts"
import { interviewAccess } from "./interviews.policy.ts"
import { type InterviewRow, selectInterview } from "./interviews.store.ts"

/** Moves or cancels an interview that hasn't begun. Its entry in calendars follows by the sequence number. */
export async function reschedule(
  tx: Tx,
  call: CallOf<typeof api.interviews.reschedule>,
): Promise<InterviewRow> {
  const { startsAt, timeZone, where, cancelled, version } = call.body
  const access = await interviewAccess(tx, call.account, call.params.interviewId)
  requireRelation(access, "owner", "recruiter", "hiring-manager")
  if (timeZone !== undefined) checkTimeZone(timeZone)
  const doer = { actor: call.actor, at: call.now }
  const application = await lockApplication(tx, access.application.id)
  const before = await selectInterview(tx, access.interview.id)
  if (before.version !== version) throw new ProblemError("stale_version")
  if (before.kind === "screen")
    throw new ProblemError("wrong_state", {
      detail: "A résumé screen has no appointment to move. Nothing was changed.",
    })
  if (before.state !== "planned")
    throw new ProblemError("wrong_state", {
      detail: "Only an interview that hasn’t begun can be moved or cancelled. Nothing was changed.",
    })
  const change = {
    ...(startsAt === undefined ? {} : { startsAt: new Date(startsAt) }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(where === undefined ? {} : { location: where }),
    ...(cancelled ? { state: "cancelled" as const } : {}),
  }
  const set = { ...change, calendarSequence: before.calendarSequence + 1, version: before.version + 1 }
  const after = found(
    (await tx.update(interviews).set(set).where(eq(interviews.id, before.id)).returning())[0],
  )
  const action = cancelled ? "cancelled" : "moved"
  await recordChange(tx, {
    record: "interview",
    recordId: before.id,
    action,
    ...doer,
    before: timesOf(before),
    after: timesOf(after),
  })
  const released = cancelled ? await releaseCards(tx, application, before.id, doer) : application
  await changeApplication(tx, released, {
    ...doer,
    action: `interview ${action}`,
    after: timesOf(after),
    story: [
      {
        kind: `interview-${action}`,
        data: {
          interviewId: after.id,
          title: after.title,
          startsAt: after.startsAt?.toISOString() ?? null,
          timeZone: after.timeZone,
        },
      },
    ],
  })
  return after
}

/** No card will come of a cancelled interview, so the gate stops waiting for any. */
async function releaseCards(
  tx: Tx,
  application: Awaited<ReturnType<typeof lockApplication>>,
  interviewId: string,
  doer: Doer,
) {
  const raters = await tx
    .select({ id: interviewRaters.accountId })
    .from(interviewRaters)
    .where(eq(interviewRaters.interviewId, interviewId))
  let row = application
  for (const rater of raters) {
    const cardId = cardIdOf(interviewId, rater.id)
    const { place, gates } = stateOf(row)
    const gate = "stage" in place ? gates[place.stage] : undefined
    const awaited =
      gate?.expected.includes(cardId) && !gate.submitted.includes(cardId) && !gate.waived.includes(cardId)
    if (awaited && (place.kind === "collecting" || place.kind === "held"))
      row = await commandApplication(tx, row, doer, { type: "release-card", cardId })
  }
  return row
}

const timesOf = ({ startsAt, timeZone, location, state }: InterviewRow) => ({
  startsAt: startsAt?.toISOString() ?? null,
  timeZone,
  location,
  state,
})
