import type { api } from "@backfill/contract"
import { allowedMinutes } from "@backfill/core"
import { eq } from "drizzle-orm"
import { candidates } from "../../platform/database/schema/hiring.ts"
import { hint } from "../../platform/events.ts"
import { type Handlers, pageHandler } from "../../platform/http/call.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { limit } from "../../platform/rate-limit.ts"
import { pinnedKit } from "../kits/pinned-kit.ts"
import { scorecardHandlers } from "../scorecards/scorecards.routes.ts"
import { interviewAccess, judgeRater } from "./interviews.policy.ts"
import { presentCard, presentItem } from "./interviews.present.ts"
import {
  loadRated,
  roundOf,
  selectEvents,
  selectNotes,
  selectPlan,
  selectRaters,
  selectTaken,
  selectTimeFactor,
} from "./interviews.store.ts"
import { calendarFor, mailAppointment } from "./invitations.ts"
import { mergeEntries, presentNotes } from "./merge-notes.ts"
import { selectMine } from "./mine.ts"
import { reschedule } from "./reschedule.ts"
import { itemsOfRound } from "./round-items.ts"
import { takeIn } from "./sync.ts"

export const handlers: Handlers<typeof api.interviews> = {
  ...scorecardHandlers,

  mine: async (call) =>
    call.read(async (tx) => {
      const rows = await selectMine(tx, call.account)
      const raters = await selectRaters(
        tx,
        rows.map((row) => row.interview.id),
      )
      return {
        items: rows.map(({ interview, factor, application, candidate, openingTitle, mine }) => ({
          ...presentCard(
            interview,
            raters,
            factor,
            interview.kind === "screen" ? call.account.id : undefined,
          ),
          applicationId: application.id,
          candidate,
          openingTitle,
          mine,
        })),
      }
    }),

  console: async (call) =>
    call.read(async (tx) => {
      const access = await interviewAccess(tx, call.account, call.params.interviewId)
      const { interview, application, opening, raters } = access
      if (interview.kind === "screen")
        throw new ProblemError("wrong_state", {
          detail:
            "This is a résumé screen; it has no conversation to take notes of. Open it under Screening.",
        })
      const kit = await pinnedKit(tx, opening.kitDigest)
      const { plan } = await selectPlan(tx, application)
      const round = roundOf(plan, interview)
      const factor = await selectTimeFactor(tx, application.id)
      const [candidate] = access.blind
        ? []
        : await tx
            .select({ name: candidates.name })
            .from(candidates)
            .where(eq(candidates.id, application.candidateId))
      return {
        interview: presentCard(interview, raters, factor),
        applicationId: application.id,
        candidate: candidate?.name ?? application.alias,
        openingTitle: opening.title,
        level: opening.level,
        blind: access.blind,
        minutes: allowedMinutes(interview.minutes, factor),
        opening: round?.opening ?? 0,
        closing: round?.closing ?? 0,
        adjusted: factor !== 1,
        items: itemsOfRound(round?.items ?? [], kit, opening.level).map((item) =>
          presentItem(item, kit, factor),
        ),
        notes: presentNotes(await selectNotes(tx, interview.id, call.account.id)),
        events: await selectEvents(tx, interview.id, call.account.id),
        startedAt: interview.startedAt?.toISOString() ?? null,
        serverNow: call.now.toISOString(),
        submitted: raters.some((rater) => rater.id === call.account.id && rater.submittedAt !== null),
      }
    }),

  reschedule: async (call) => {
    let done = false
    const card = await call.write(async (tx) => {
      const interview = await reschedule(tx, call)
      done = true
      return presentCard(
        interview,
        await selectRaters(tx, [interview.id]),
        await selectTimeFactor(tx, interview.applicationId),
      )
    })
    // A repeated request is answered from memory: nobody gets a second letter.
    if (done) await mailAppointment(call.app, card.id, card.state === "cancelled" ? "cancelled" : "moved")
    return card
  },

  calendar: async (call) =>
    call.read(async (tx) => {
      const access = await interviewAccess(tx, call.account, call.params.interviewId)
      if (access.blind)
        throw new ProblemError("not_allowed", {
          detail:
            "The calendar file names the candidate, which is still closed to you. It opens after the résumé screen.",
        })
      const body = found(await calendarFor(tx, access.interview.id, "panel", call.app.baseUrl, call.now))
      return { name: "interview.ics", mediaType: "text/calendar; charset=utf-8", body }
    }),

  sync: pageHandler(loadRated, async (call, loaded) => {
    await limit(call.db, `sync:${call.account.id}`, 600, 60)
    const rated = await judgeRater(call.db, call.account, loaded)
    // Without the shared memory of answers: the notes' own keys make it act once, and sealed notes have no copy there.
    const { added, ...taken } = await call.db.transaction(async (tx) => {
      const added = await takeIn(tx, rated, { actor: call.account.id, at: call.now }, call.body)
      const place = { interviewId: rated.interview.id, authorId: call.account.id }
      const { notes, events } = await selectTaken(tx, place)
      return { added, notes: mergeEntries(notes), events, serverNow: call.now.toISOString() }
    })
    // Whoever writes notes has them; this is for their other pages.
    if (added) await hint(call.db, { kind: "changed", topic: "mine", id: call.account.id })
    return taken
  }),
}
