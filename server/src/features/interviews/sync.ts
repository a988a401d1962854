import type { ConsoleEvent, NoteEntry } from "@backfill/contract"
import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Tx } from "../../platform/app.ts"
import { recordChange } from "../../platform/audit.ts"
import { interviews, openings } from "../../platform/database/schema/hiring.ts"
import { changeApplication, type Doer, lockApplication } from "../applications/change-application.ts"
import { insertEvents, insertNotes, type RatedInterview, selectInterview } from "./interviews.store.ts"

type Event = z.infer<typeof ConsoleEvent>
export interface Batch {
  notes: NoteEntry[]
  events: Event[]
}

type Rated = Pick<RatedInterview, "interview" | "application">

const LONGEST_MS = 12 * 3_600_000

/**
 * When a round began, as a device that may have been offline tells it: the moment of its earliest stamped note less the
 * seconds on that note's stamp, else now. A clock that runs ahead or is half a day off is not believed.
 */
export function beganAt(batch: Batch, now: Date): Date {
  const told = batch.notes.map((note) => new Date(note.editedAt).getTime() - note.atSeconds * 1000)
  const sound = told.filter((time) => time <= now.getTime() && time > now.getTime() - LONGEST_MS)
  return sound.length > 0 ? new Date(Math.min(...sound)) : now
}

/**
 * Takes in what one interviewer's device made, all or nothing. Everything is kept whatever state the interview is in:
 * what arrives after the card was submitted is stored with its time of arrival and shown as late, never mixed into the
 * notes the card was judged on. The first `start` begins the round and locks the plan, the first `end` ends it. Answers
 * whether anything was new.
 */
export async function takeIn(tx: Tx, access: Rated, doer: Doer, batch: Batch): Promise<boolean> {
  const place = { interviewId: access.interview.id, authorId: doer.actor }
  const newNotes = await insertNotes(tx, place, batch.notes, doer.at)
  const newEvents = await insertEvents(tx, place, batch.events, doer.at)
  if (newNotes === 0 && newEvents.length === 0) return false
  const after = {
    notes: batch.notes.map(({ id, device, seq }) => ({ id, device, seq })),
    events: newEvents.map(({ id, kind }) => ({ id, kind })),
  }
  await recordChange(tx, {
    record: "notes",
    recordId: `${place.interviewId}:${place.authorId}`,
    action: "notes sent",
    ...doer,
    after,
    sealed: true,
  })
  if (newEvents.some((event) => event.kind === "start" || event.kind === "end"))
    await moveInterview(tx, access, doer, { ...batch, events: newEvents })
  return true
}

async function moveInterview(tx: Tx, access: Rated, doer: Doer, batch: Batch): Promise<void> {
  const application = await lockApplication(tx, access.application.id)
  const interview = await selectInterview(tx, access.interview.id)
  const starts = interview.state === "planned" && batch.events.some((event) => event.kind === "start")
  const ends = (starts || interview.state === "running") && batch.events.some((event) => event.kind === "end")
  if (!starts && !ends) return
  const state = ends ? "done" : "running"
  await tx
    .update(interviews)
    .set({ state, startedAt: interview.startedAt ?? beganAt(batch, doer.at), version: interview.version + 1 })
    .where(eq(interviews.id, interview.id))
  await tx
    .update(openings)
    .set({ planLockedAt: doer.at })
    .where(and(eq(openings.id, application.openingId), isNull(openings.planLockedAt)))
  await recordChange(tx, {
    record: "interview",
    recordId: interview.id,
    action: ends ? "ended" : "started",
    ...doer,
    before: { state: interview.state },
    after: { state },
  })
  await changeApplication(tx, application, {
    ...doer,
    action: `interview ${state}`,
    after: { interviewId: interview.id, state },
    story: [
      {
        kind: ends ? "interview-ended" : "interview-started",
        data: { interviewId: interview.id, title: interview.title },
      },
    ],
  })
}
