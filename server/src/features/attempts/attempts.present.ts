import type { Attempt } from "@backfill/contract"
import { candidateCodingOf, deadline, type Exercise, standing } from "@backfill/core"
import { type AttemptRow, clockOf, type FileRow } from "./attempts.store.ts"
import { asWritten, type ReadableText } from "./readable-text.ts"

const STATES = {
  "not-started": "scheduled",
  running: "running",
  "on-break": "running",
  over: "expired",
  submitted: "submitted",
} as const

/** Where an attempt stands now. Past its deadline it is expired, and what was saved counts. */
export const stateOfAttempt = (row: AttemptRow, now: Date): Attempt["state"] =>
  STATES[standing(clockOf(row), now.getTime())]

/** Whether its work is in, so that others may look at it. */
export const isIn = (row: AttemptRow, now: Date): boolean => {
  const state = stateOfAttempt(row, now)
  return state === "submitted" || state === "expired"
}

/**
 * An attempt for one of two readers. The candidate reads the brief, and the code to start from, once the clock runs; the
 * panel reads both always and the work once it is in. Indicators, anchors, the panel's guide and its parts are for
 * neither: those have pages of their own.
 */
export function presentAttempt(
  row: AttemptRow,
  exercise: Exercise,
  files: readonly FileRow[],
  now: Date,
  reader: "candidate" | "panel",
  /** Makes the text readable without what tells who wrote it, for a reader who mustn't know. */
  redacted?: (text: string) => ReadableText,
): Attempt {
  const clock = clockOf(row)
  const end = row.submittedAt === null ? deadline(clock, now.getTime()) : (row.deadline?.getTime() ?? null)
  const shown = reader === "candidate" || isIn(row, now)
  const written = shown ? row.text : ""
  const opened = reader === "panel" || row.startedAt !== null
  const coding = candidateCodingOf(exercise)
  const { artifact, text, digest } = (redacted ?? asWritten)(written)
  return {
    id: row.id,
    exerciseId: row.exerciseId,
    type: exercise.type,
    title: exercise.title,
    state: stateOfAttempt(row, now),
    minutes: row.minutes,
    factor: row.timeFactor,
    availableFrom: row.availableFrom?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    deadline: end === null ? null : new Date(end).toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    submission: exercise.submission,
    text,
    textArtifact: artifact,
    textDigest: digest,
    files: shown
      ? files
          .filter((file) => file.attemptId === row.id)
          .map(({ id, name, bytes, digest }) => ({ id, name, bytes, digest }))
      : [],
    brief: opened ? exercise.brief : null,
    coding: coding ? { ...coding, starter: opened ? coding.starter : null } : null,
    judgedOn: exercise.judgedOn,
    aiUse: exercise.aiUse,
    version: row.version,
    serverNow: now.toISOString(),
    preparation: exercise.preparation
      ? { minutes: exercise.preparationMinutes, ...exercise.preparation }
      : null,
  }
}
