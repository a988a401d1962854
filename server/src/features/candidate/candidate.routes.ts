import type { api } from "@backfill/contract"
import { and, eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { adjustments, applications, interviews } from "../../platform/database/schema/hiring.ts"
import type { CandidateCaller, Handlers } from "../../platform/http/call.ts"
import { setCookie } from "../../platform/http/cookies.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { exportGiven } from "../applications/access-export.ts"
import { requireNotErased } from "../applications/applications.policy.ts"
import {
  type ApplicationRow,
  changeApplication,
  commandApplication,
  lockApplication,
} from "../applications/change-application.ts"
import { erasurePreview, eraseApplication, finishErasures } from "../applications/erasure/erase.ts"
import { writeLedger } from "../applications/erasure/ledger.ts"
import { calendarFor, mailAppointment } from "../interviews/invitations.ts"
import { attemptHandlers } from "./attempt-handlers.ts"
import { presentPage } from "./candidate.present.ts"
import { cancelOpenRounds, openSession } from "./candidate.store.ts"

const SESSION_SECONDS = 12 * 3600
const CANDIDATE = "candidate"

export const handlers: Handlers<typeof api.candidate> = {
  ...attemptHandlers,

  open: async (call) => {
    await limit(call.db, `candidate-open:${call.request.ip}`, 60, 60)
    const session = await call.db.transaction((tx) =>
      openSession(tx, call.body.token, call.now, SESSION_SECONDS),
    )
    setCookie(call.request, call.reply, "candidate", session, SESSION_SECONDS)
    return { ok: true }
  },

  page: async (call) => call.read(async (tx) => presentPage(tx, await own(tx, call.candidate), call.now)),

  humanLook: async (call) =>
    call.write(async (tx) => {
      const row = await lockApplication(tx, call.candidate.applicationId)
      const looked = await commandApplication(
        tx,
        row,
        { actor: CANDIDATE, at: call.now },
        { type: "request-look" },
      )
      await tx.update(applications).set({ humanLookNote: call.body.note }).where(eq(applications.id, row.id))
      return presentPage(tx, { ...looked, humanLookNote: call.body.note }, call.now)
    }),

  adjustments: async (call) =>
    call.write(async (tx) => {
      const row = await lockApplication(tx, call.candidate.applicationId)
      requireNotErased(row)
      const { kinds, note } = call.body
      const asked = { state: "asked" as const, kinds: [...new Set(kinds)], note }
      // What was granted before stays in force until the new wish is decided.
      const [before] = await tx.select().from(adjustments).where(eq(adjustments.applicationId, row.id))
      const state = before?.state === "granted" ? ("granted" as const) : asked.state
      await tx
        .insert(adjustments)
        .values({ applicationId: row.id, ...asked })
        .onConflictDoUpdate({ target: adjustments.applicationId, set: { ...asked, state } })
      const changed = await changeApplication(tx, row, {
        actor: CANDIDATE,
        at: call.now,
        action: "adjustments asked",
        story: [{ kind: "adjustments-asked", data: { kinds: asked.kinds } }],
      })
      return presentPage(tx, changed, call.now)
    }),

  askForAnotherTime: async (call) => {
    await limit(call.db, `another-time:${call.candidate.applicationId}`, 10, 3600)
    return call.write(async (tx) => {
      const row = await lockApplication(tx, call.candidate.applicationId)
      const interview = await ownInterview(tx, call.candidate, call.params.interviewId)
      if (interview.state !== "planned")
        throw new ProblemError("wrong_state", {
          detail:
            "This interview has begun, is over or was cancelled, so it can’t be moved. Write to us if something is wrong.",
        })
      const data = { interviewId: interview.id, title: interview.title, note: call.body.note }
      await changeApplication(tx, row, {
        actor: CANDIDATE,
        at: call.now,
        action: "another time asked",
        story: [{ kind: "another-time-asked", data }],
      })
      return { ok: true as const }
    })
  },

  calendar: async (call) =>
    call.read(async (tx) => {
      const interview = await ownInterview(tx, call.candidate, call.params.interviewId)
      const body = found(await calendarFor(tx, interview.id, "candidate", call.app.baseUrl, call.now))
      return { name: "interview.ics", mediaType: "text/calendar; charset=utf-8", body }
    }),

  withdraw: async (call) => {
    let cancelled: string[] = []
    const page = await call.write(async (tx) => {
      const row = await lockApplication(tx, call.candidate.applicationId)
      const withdrawn = await commandApplication(
        tx,
        row,
        { actor: CANDIDATE, at: call.now },
        { type: "withdraw" },
      )
      cancelled = await cancelOpenRounds(tx, row.id)
      return presentPage(tx, withdrawn, call.now)
    })
    for (const id of cancelled) await mailAppointment(call.app, id, "cancelled")
    return page
  },

  erasePreview: async (call) =>
    call.read(async (tx) => ({ ...erasurePreview(), hold: (await own(tx, call.candidate)).legalHold })),

  erase: async (call) => {
    const answer = await call.write(async (tx) => {
      const row = await lockApplication(tx, call.candidate.applicationId)
      return {
        certificate: await eraseApplication(tx, row, { actor: CANDIDATE, at: call.now }),
        kept: erasurePreview().kept,
      }
    })
    await finishErasures(call.app)
    await writeLedger(call.app)
    return answer
  },

  download: async (call) =>
    call.read(async (tx) => {
      const row = await own(tx, call.candidate)
      requireNotErased(row)
      return {
        name: "my-application.json",
        mediaType: "application/json",
        body: JSON.stringify(await exportGiven(tx, row, call.now), null, 2),
      }
    }),
}

const own = async (tx: Tx, { applicationId }: CandidateCaller): Promise<ApplicationRow> =>
  found((await tx.select().from(applications).where(eq(applications.id, applicationId)))[0])

/** One of the candidate's own interviews. That their résumé is read by somebody is no appointment of theirs. */
async function ownInterview(tx: Tx, { applicationId }: CandidateCaller, interviewId: string) {
  const mine = and(
    eq(interviews.id, interviewId),
    eq(interviews.applicationId, applicationId),
    eq(interviews.kind, "interview"),
  )
  return found((await tx.select().from(interviews).where(mine))[0])
}
