import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm"
import type { Tx } from "../../../platform/app.ts"
import {
  adjustments,
  amendments,
  applicationEvents,
  applications,
  attemptEvents,
  attempts,
  candidates,
  consoleEvents,
  decisions,
  evidence,
  files,
  interviewRaters,
  interviews,
  notes,
  scorecards,
  unblindings,
} from "../../../platform/database/schema/hiring.ts"
import { HIRING_SHELF } from "../../../platform/recordings/shelf.ts"
import { markRemoved } from "../../../platform/recordings/store.ts"
import { audit, auditPayloads, idempotency, rateLimits } from "../../../platform/database/schema/platform.ts"

/** One application, and the ids of everything that hangs on it. */
export interface Traces {
  applicationId: string
  candidateId: string
  email: string
  interviewIds: string[]
  attemptIds: string[]
  decisionIds: string[]
  evidenceIds: string[]
  recordingIds: string[]
  at: Date
}

/** A place that knows something of the person: what leaves it, what stays and why, in words for that person. */
interface PlaceOfTraces {
  removed?: string
  kept?: { what: string; why: string }
  erase(tx: Tx, traces: Traces): Promise<unknown>
}

const SHAPE = "So that figures about our process stay right. They no longer lead to you."
const LAW = "So that we can show we did as you asked, and do it again should an older backup be brought back."

/** Every place there is. A table that starts to hold something of an applicant gets a line here. */
export const PLACES: readonly PlaceOfTraces[] = [
  {
    removed: "Your name, e-mail address, phone number and time zone",
    erase: (tx, t) =>
      tx
        .update(candidates)
        .set({
          name: "Erased",
          email: `${t.candidateId}@erased.invalid`,
          phone: "",
          timeZone: "UTC",
          erasedAt: t.at,
        })
        .where(eq(candidates.id, t.candidateId)),
  },
  {
    removed: "Your form, letter and the text of your résumé",
    erase: (tx, t) =>
      tx
        .update(applications)
        .set({ resumeText: "", coverLetter: "", answers: {}, disqualifyingRule: null, humanLookNote: null })
        .where(eq(applications.id, t.applicationId)),
  },
  {
    // The rows go once the files themselves are gone: see finishErasures.
    removed: "Your files: résumé and handed-in work",
    erase: (tx, t) => tx.update(files).set({ name: "", extractedText: null }).where(filesOf(t)),
  },
  {
    // As with other files, the rows go after them.
    removed: "Your recordings, picture and sound",
    erase: (tx, t) => markRemoved(tx, HIRING_SHELF, t.recordingIds, t.at),
  },
  {
    removed: "What you asked us to adjust, and why",
    erase: (tx, t) => tx.delete(adjustments).where(eq(adjustments.applicationId, t.applicationId)),
  },
  {
    removed: "Your answers to exercises",
    kept: { what: "Which exercises were started and handed in, and when", why: SHAPE },
    erase: async (tx, t) => {
      await tx.update(attempts).set({ text: "", seed: "" }).where(eq(attempts.applicationId, t.applicationId))
      if (t.attemptIds.length > 0)
        await tx.update(attemptEvents).set({ data: {} }).where(inArray(attemptEvents.attemptId, t.attemptIds))
      await tx.delete(evidence).where(eq(evidence.applicationId, t.applicationId))
    },
  },
  {
    removed: "Everything interviewers noted about you",
    erase: async (tx, t) => {
      if (t.interviewIds.length === 0) return
      await tx.delete(notes).where(inArray(notes.interviewId, t.interviewIds))
      await tx.delete(consoleEvents).where(inArray(consoleEvents.interviewId, t.interviewIds))
    },
  },
  {
    removed: "Every word and quotation on scorecards about you",
    kept: { what: "Bare scores without name, words or evidence", why: SHAPE },
    erase: async (tx, t) => {
      if (t.interviewIds.length === 0) return
      await tx
        .update(scorecards)
        .set({ ratings: bare(sql`${scorecards.ratings}`), reason: "" })
        .where(inArray(scorecards.interviewId, t.interviewIds))
      await tx
        .update(amendments)
        .set({ ratingsBefore: bare(sql`${amendments.ratingsBefore}`), reasonBefore: "", why: "" })
        .where(inArray(amendments.interviewId, t.interviewIds))
    },
  },
  {
    removed: "The reasons of decisions about you, and the debriefs they were taken from",
    kept: { what: "That a stage was passed or not, and when", why: SHAPE },
    erase: (tx, t) =>
      tx
        .update(decisions)
        .set({ summary: "", reasons: [], snapshot: {} })
        .where(eq(decisions.applicationId, t.applicationId)),
  },
  {
    removed: "Where your interviews took place, and remarks about them",
    kept: { what: "That interviews took place, when, and who held them", why: SHAPE },
    erase: async (tx, t) => {
      await tx
        .update(interviews)
        .set({
          location: "",
          timeZone: "UTC",
          state: sql`CASE WHEN ${interviews.state} = 'planned' THEN 'cancelled' ELSE ${interviews.state} END`,
        })
        .where(eq(interviews.applicationId, t.applicationId))
      if (t.interviewIds.length > 0)
        await tx
          .update(interviewRaters)
          .set({ waivedReason: "Erased" })
          .where(
            and(
              inArray(interviewRaters.interviewId, t.interviewIds),
              isNotNull(interviewRaters.waivedReason),
            ),
          )
    },
  },
  {
    removed: "The story of your application, but for its dates",
    erase: async (tx, t) => {
      await tx
        .update(applicationEvents)
        .set({ data: {} })
        .where(eq(applicationEvents.applicationId, t.applicationId))
      await tx.delete(unblindings).where(eq(unblindings.applicationId, t.applicationId))
    },
  },
  {
    removed: "What our change log says about you",
    kept: {
      what: "That records were changed, when and by whom, with check sums that can’t be turned back into what they were",
      why: "So that nobody can change the log of other people’s records unseen.",
    },
    erase: async (tx, t) => {
      const entries = tx.select({ id: audit.id }).from(audit).where(recordsOf(t))
      await tx.delete(auditPayloads).where(inArray(auditPayloads.auditId, entries))
    },
  },
  {
    // Answers kept for repeated requests, and counters named after the address.
    erase: async (tx, t) => {
      const mentions = [t.applicationId, t.email, ...t.interviewIds, ...t.attemptIds, ...t.recordingIds].map(
        (part) => sql`position(${part} in ${idempotency.answer}::text) > 0`,
      )
      await tx
        .delete(idempotency)
        .where(or(eq(idempotency.actor, `candidate:${t.applicationId}`), ...mentions))
      const counters = [`candidate-link:${t.email.toLowerCase()}`, `recording:${t.applicationId}`]
      await tx
        .delete(rateLimits)
        .where(inArray(rateLimits.key, [...counters, `recording-chunk:${t.applicationId}`]))
    },
  },
  {
    // Flags on questions know a kit and an opening, no interview: whom a note was written after can't be told.
    kept: {
      what: "What interviewers told a kit’s authors of an unclear or leaked question; such notes aren’t tied to an interview, and their writers are asked to name nobody",
      why: "They are about the question. If you think one speaks of you, write to us, and we’ll look for it.",
    },
    erase: async () => {},
  },
  {
    kept: {
      what: "That an application was made and erased, on which days, and the number of your certificate",
      why: LAW,
    },
    erase: async () => {},
  },
]

/** Ratings with nothing but item and score. */
const bare = (ratings: ReturnType<typeof sql>) => sql`
  CASE WHEN jsonb_typeof(${ratings}) = 'array' THEN (
    SELECT coalesce(jsonb_agg(jsonb_build_object('itemId', r->'itemId', 'score', r->'score', 'evidence', '[]'::jsonb, 'comment', '')), '[]'::jsonb)
    FROM jsonb_array_elements(${ratings}) AS r
  ) ELSE '[]'::jsonb END`

export const filesOf = (t: Pick<Traces, "applicationId" | "attemptIds">) =>
  or(
    eq(files.applicationId, t.applicationId),
    ...(t.attemptIds.length > 0 ? [inArray(files.attemptId, t.attemptIds)] : []),
  )

/** Audit entries of the application and of everything that hangs on it; a card's id begins with its interview's. */
function recordsOf(t: Traces) {
  const ids = [
    t.applicationId,
    t.candidateId,
    ...t.interviewIds,
    ...t.attemptIds,
    ...t.decisionIds,
    ...t.evidenceIds,
    ...t.recordingIds,
  ]
  return or(inArray(audit.recordId, ids), ...ids.map((id) => sql`${audit.recordId} LIKE ${`${id}%`}`))
}
