import { and, asc, eq, inArray, notInArray } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import {
  adjustments,
  amendments,
  applicationEvents,
  attemptEvents,
  attempts,
  candidates,
  decisions,
  evidence,
  files,
  interviews,
  notes,
  openings,
  scorecards,
  unblindings,
} from "../../platform/database/schema/hiring.ts"
import { recordings } from "../../platform/database/schema/recordings.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { found } from "../../platform/problem-error.ts"
import type { ApplicationRow } from "./change-application.ts"

/** What the candidate gave: the content of their own download. */
export async function exportGiven(tx: Tx, row: ApplicationRow, now: Date) {
  const [candidate] = await tx.select().from(candidates).where(eq(candidates.id, row.candidateId))
  const [opening] = await tx
    .select({ title: openings.title, location: openings.location, level: openings.level })
    .from(openings)
    .where(eq(openings.id, row.openingId))
  const { name, email, phone, timeZone } = found(candidate)
  const [asked] = await tx.select().from(adjustments).where(eq(adjustments.applicationId, row.id))
  const stored = await tx
    .select()
    .from(files)
    .where(eq(files.applicationId, row.id))
    .orderBy(asc(files.createdAt))
  const tries = await tx
    .select()
    .from(attempts)
    .where(eq(attempts.applicationId, row.id))
    .orderBy(asc(attempts.createdAt))
  return {
    writtenAt: now.toISOString(),
    opening: found(opening),
    state: {
      status: row.status,
      since: row.statusSince.toISOString(),
      applied: row.submittedAt.toISOString(),
      ended: row.endedAt?.toISOString() ?? null,
    },
    you: { name, email, phone, timeZone },
    application: {
      answers: row.answers,
      coverLetter: row.coverLetter,
      resumeText: row.resumeText,
      humanLookNote: row.humanLookNote,
    },
    adjustments: asked
      ? {
          state: asked.state,
          asked: asked.kinds,
          note: asked.note,
          granted: asked.granted,
          timeFactor: asked.timeFactor,
          answer: asked.answer,
        }
      : null,
    files: stored.map((file) => ({
      kind: file.kind,
      name: file.name,
      bytes: file.bytes,
      sha256: file.digest,
      at: file.createdAt.toISOString(),
    })),
    recordings: (
      await tx
        .select()
        .from(recordings)
        .where(
          and(eq(recordings.applicationId, row.id), notInArray(recordings.state, ["expired", "removed"])),
        )
        .orderBy(asc(recordings.createdAt))
    ).map((one) => ({
      exercise: tries.find(({ id }) => id === one.attemptId)?.exerciseId ?? "",
      kind: one.kind,
      bytes: one.fileBytes ?? one.offset,
      sha256: one.digest,
      seconds: one.durationMs === null ? null : one.durationMs / 1000,
      chosen: one.chosen,
      at: one.createdAt.toISOString(),
      // The file itself plays and downloads there, for whoever has opened the candidate's page.
      address: `/api/candidate/recordings/${one.id}/media`,
    })),
    exercises: tries.map((one) => ({
      exercise: one.exerciseId,
      startedAt: one.startedAt,
      submittedAt: one.submittedAt,
      text: one.text,
    })),
  }
}

/** Everything held on a person, for an access request: what they gave, and what others wrote about them. */
export async function exportForAccess(tx: Tx, row: ApplicationRow, now: Date) {
  const held = await tx
    .select()
    .from(interviews)
    .where(eq(interviews.applicationId, row.id))
    .orderBy(asc(interviews.createdAt))
  const ids = held.map(({ id }) => id)
  const tries = (
    await tx.select({ id: attempts.id }).from(attempts).where(eq(attempts.applicationId, row.id))
  ).map(({ id }) => id)
  const names = new Map(
    (await tx.select({ id: accounts.id, name: accounts.name }).from(accounts)).map((one) => [
      one.id,
      one.name,
    ]),
  )
  const by = (id: string | null) => (id === null ? "" : (names.get(id) ?? ""))
  const cards =
    ids.length > 0 ? await tx.select().from(scorecards).where(inArray(scorecards.interviewId, ids)) : []
  const written =
    ids.length > 0
      ? await tx.select().from(notes).where(inArray(notes.interviewId, ids)).orderBy(asc(notes.receivedAt))
      : []
  const amended =
    ids.length > 0 ? await tx.select().from(amendments).where(inArray(amendments.interviewId, ids)) : []
  return {
    ...(await exportGiven(tx, row, now)),
    interviews: held.map(({ id, title, kind, startsAt, timeZone, minutes, location, state }) => ({
      id,
      title,
      kind,
      startsAt,
      timeZone,
      minutes,
      location,
      state,
    })),
    scorecards: cards.map((card) => ({
      interviewId: card.interviewId,
      by: by(card.raterId),
      ratings: card.ratings,
      recommendation: card.recommendation,
      reason: card.reason,
      submittedAt: card.submittedAt,
    })),
    amendments: amended.map((one) => ({
      interviewId: one.interviewId,
      by: by(one.raterId),
      at: one.at,
      why: one.why,
      ratingsBefore: one.ratingsBefore,
      recommendationBefore: one.recommendationBefore,
      reasonBefore: one.reasonBefore,
    })),
    notes: written.map((note) => ({
      interviewId: note.interviewId,
      by: by(note.authorId),
      itemId: note.itemId,
      atSeconds: note.atSeconds,
      text: note.text,
      deleted: note.deleted,
    })),
    evidence: (await tx.select().from(evidence).where(eq(evidence.applicationId, row.id))).map(
      ({ address, quote, citedBy, createdAt }) => ({ address, quote, by: by(citedBy), createdAt }),
    ),
    decisions: (
      await tx.select().from(decisions).where(eq(decisions.applicationId, row.id)).orderBy(asc(decisions.at))
    ).map((one) => ({
      at: one.at,
      by: by(one.decidedBy),
      stageIndex: one.stageIndex,
      choice: one.choice,
      summary: one.summary,
      reasons: one.reasons,
      supersedes: one.supersedes,
    })),
    unblindings: (await tx.select().from(unblindings).where(eq(unblindings.applicationId, row.id))).map(
      (one) => ({ by: by(one.accountId), reason: one.reason, at: one.at }),
    ),
    story: (
      await tx
        .select()
        .from(applicationEvents)
        .where(eq(applicationEvents.applicationId, row.id))
        .orderBy(asc(applicationEvents.seq))
    ).map(({ at, actorId, kind, data }) => ({ at, by: by(actorId), kind, data })),
    exerciseLog:
      tries.length > 0
        ? (await tx.select().from(attemptEvents).where(inArray(attemptEvents.attemptId, tries))).map(
            ({ attemptId, at, kind, data }) => ({ attemptId, at, kind, data }),
          )
        : [],
  }
}
