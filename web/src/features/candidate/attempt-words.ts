import type { Attempt } from "@backfill/contract"
import { allowedWords } from "./when.ts"

/** The exercise to lead to: one that runs, else the one called `title`, else the next that waits; undefined where none is left. */
export function leadAttempt(attempts: ReadonlyArray<Attempt>, title: string): Attempt | undefined {
  return (
    attempts.find(({ state }) => state === "running") ??
    attempts.find((attempt) => attempt.state === "scheduled" && attempt.title === title) ??
    attempts
      .filter(({ state }) => state === "scheduled")
      .toSorted((one, other) => (one.availableFrom ?? "").localeCompare(other.availableFrom ?? ""))[0]
  )
}

/** Whether a scheduled exercise may be started, by the server's clock. */
export function isOpen({ availableFrom }: Attempt, serverNow: number): boolean {
  return availableFrom === null || Date.parse(availableFrom) <= serverNow
}

/** Whether what is typed for an exercise is code, to be set as code. */
export const isCode = (type: Attempt["type"]): boolean => type === "coding-test"

/** Whether an exercise is answered by a recording. */
export const isRecorded = ({ type, submission }: Attempt): boolean =>
  type === "video-response" && submission !== "none"

/**
 * What the words beside a recording are for, by the adjustments that were granted, and whether one of those is about them.
 * Nothing that is asked is spoken here; captions are for what the candidate says.
 */
export function besideRecording(granted: readonly string[]): { words: string; agreed: boolean } {
  if (granted.includes("written-alternative"))
    return { words: "Your answer in writing, as we agreed; no recording is needed", agreed: true }
  if (granted.includes("captions"))
    return { words: "Captions, as we agreed: what you say, to be read beside it", agreed: true }
  return { words: "Words to go with it, or instead of it", agreed: false }
}

/** Where an exercise stands, for its line on the page. */
export function stateWords({ state, minutes, factor }: Attempt): string {
  const words = {
    scheduled: `${allowedWords(minutes, factor)}, not begun`,
    running: factor === null ? "Begun, no time limit" : "The clock is running",
    submitted: "Handed in",
    expired: "Time is over; what was saved counts",
  }
  return words[state]
}

/** What may be used, in a sentence. Unknown rules are named as they are. */
export function aiWords(aiUse: string): string {
  const words: Record<string, string> = {
    allowed: "You may use AI tools, as you would at work.",
    "not-allowed": "Please work without AI tools.",
    "part-of-task": "Working with an AI tool is part of the task; the brief says how.",
  }
  return words[aiUse] ?? aiUse
}
