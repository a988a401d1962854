import { createHash, randomUUID } from "node:crypto"
import { type ClockCommand, commandClock, deadline, GRACE, standing } from "@backfill/core"
import type { Tx } from "../../platform/app.ts"
import { files } from "../../platform/database/schema/hiring.ts"
import { ProblemError } from "../../platform/problem-error.ts"
import type { Stored } from "../../platform/storage.ts"
import type { Doer } from "../applications/change-application.ts"
import { type AttemptRow, changeAttempt, clockOf, selectFiles } from "./attempts.store.ts"

/** How much can be handed in. */
export const MAX_SUBMISSION = 50_000_000
const MAX_FILES = 10

export const digestOf = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex")

interface Place extends Doer {
  openingId: string
}

/** Starts the clock, once. Not before the attempt is open. */
export async function startAttempt(tx: Tx, row: AttemptRow, place: Place): Promise<AttemptRow> {
  if (row.availableFrom && place.at < row.availableFrom)
    throw new ProblemError("wrong_state", {
      detail: "This exercise isn’t open yet. Your page says from when; the clock hasn’t started.",
    })
  const clock = ruled(row, "start", place)
  const end = deadline(clock, place.at.getTime())
  return changeAttempt(tx, row, {
    ...place,
    kind: "started",
    data: { deadline: end },
    set: { startedAt: place.at, deadline: end === null ? null : new Date(end) },
  })
}

/** Keeps what was typed so far. A little past the deadline is taken: a slow network isn't the person's fault. */
export async function saveAttempt(tx: Tx, row: AttemptRow, text: string, place: Place): Promise<AttemptRow> {
  requireOpen(row, place.at)
  if (text === row.text) return row
  return changeAttempt(tx, row, {
    ...place,
    kind: "saved",
    data: { characters: text.length, digest: digestOf(text) },
    set: { text },
  })
}

/** Adds a handed-in file that lies in the storage already. */
export async function addFile(
  tx: Tx,
  row: AttemptRow,
  name: string,
  stored: Stored,
  place: Place,
): Promise<AttemptRow> {
  requireOpen(row, place.at)
  if (stored.bytes === 0) throw new ProblemError("file_empty")
  const before = await selectFiles(tx, [row.id])
  if (before.length >= MAX_FILES)
    throw new ProblemError("wrong_state", {
      detail: `${MAX_FILES} files are handed in already, and that is all that fit. They are safe; put the rest into one of them.`,
    })
  const id = randomUUID()
  await tx.insert(files).values({
    id,
    applicationId: row.applicationId,
    attemptId: row.id,
    kind: "submission",
    name,
    mediaType: "application/octet-stream",
    bytes: stored.bytes,
    digest: stored.digest,
    storageKey: stored.key,
    createdAt: place.at,
  })
  return changeAttempt(tx, row, {
    ...place,
    kind: "file added",
    data: { fileId: id, bytes: stored.bytes, digest: stored.digest },
  })
}

/** Hands the work in. From then on nothing of it changes, and every part of it has an address. */
export async function submitAttempt(
  tx: Tx,
  row: AttemptRow,
  place: Place,
  more: Record<string, unknown> = {},
): Promise<AttemptRow> {
  ruled(row, "submit", place)
  const handed = await selectFiles(tx, [row.id])
  const data = { text: digestOf(row.text), files: handed.map(({ id, digest }) => ({ id, digest })), ...more }
  return changeAttempt(tx, row, { ...place, kind: "submitted", data, set: { submittedAt: place.at } })
}

function ruled(row: AttemptRow, command: ClockCommand, place: Place) {
  const answer = commandClock(clockOf(row), command, place.at.getTime())
  if (!answer.ok) throw new ProblemError("wrong_state", { detail: answer.problem.sentence })
  return answer.clock
}

/** Throws unless work on the attempt is taken now: while its clock runs, and a little past its end. */
export function requireOpen(row: AttemptRow, at: Date): void {
  const clock = clockOf(row)
  const state = standing(clock, at.getTime())
  const end = deadline(clock, at.getTime())
  if (
    state === "running" ||
    state === "on-break" ||
    (state === "over" && end !== null && at.getTime() <= end + GRACE)
  )
    return
  throw new ProblemError("wrong_state", { detail: WORDS[state] })
}

const WORDS = {
  "not-started": "This exercise hasn’t begun. Start it first; your time begins then.",
  running: "",
  "on-break": "",
  over: "Time is up. What you saved before is safe and counts as handed in.",
  submitted: "Your work was handed in and is safe. It can’t be changed any more.",
}
