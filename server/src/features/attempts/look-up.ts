import { type Evidence, type Kit, exerciseById, parseEvidence, quoteOf } from "@backfill/core"
import type { Tx } from "../../platform/app.ts"
import type { AttemptRow, FileRow } from "./attempts.store.ts"
import { selectAttempts, selectFiles } from "./attempts.store.ts"
import { artifactOf } from "../recordings/recordings.present.ts"
import { selectTakesOf, type TakeRow } from "../recordings/recordings.store.ts"
import { asWritten, type ReadableText, redactor } from "./readable-text.ts"

/** What an address points at in an application's hand-ins. */
export type Found =
  | { kind: "text"; attempt: AttemptRow; text: string; start: number; end: number }
  | { kind: "file"; attempt: AttemptRow; file: FileRow; whole: boolean }
  | { kind: "recording"; attempt: AttemptRow; recordingId: string; startMs: number; endMs: number | null }

export interface HandIns {
  /** The part at an address; undefined where these bytes aren't, or aren't open to this reader. */
  find(address: string): Found | undefined
  /** The text without what tells who wrote it. */
  redacted(text: string): ReadableText
}

/** An application's hand-ins, read once, as somebody may look things up in them. To a blind reader only redacted texts are there. */
export async function loadHandIns(
  tx: Tx,
  application: { id: string; candidateId: string },
  blind: boolean,
): Promise<HandIns> {
  const attempts = await selectAttempts(tx, application.id)
  const files = blind
    ? []
    : await selectFiles(
        tx,
        attempts.map(({ id }) => id),
      )
  const takes = blind
    ? []
    : await selectTakesOf(
        tx,
        attempts.map(({ id }) => id),
      )
  const redacted = remembered(await redactor(tx, application))
  const textAt = (attempt: AttemptRow, { artifact, digest }: Evidence): string | undefined => {
    const read =
      artifact === "text-redacted"
        ? redacted(attempt.text)
        : artifact === "text" && !blind
          ? asWritten(attempt.text)
          : undefined
    return read?.digest === digest ? read.text : undefined
  }
  return {
    redacted,
    find: (address) => {
      const parsed = parseEvidence(address)
      const attempt = attempts.find(({ id }) => id === parsed?.attempt)
      if (!parsed || !attempt) return undefined
      const { artifact, digest, selector } = parsed
      const text = textAt(attempt, parsed)
      if (text !== undefined) {
        if (selector.kind === "text" && quoteOf(text, selector) !== null) {
          const { start, end } = selector
          return { kind: "text", attempt, text, start, end }
        }
        return selector.kind === "whole"
          ? { kind: "text", attempt, text, start: 0, end: text.length }
          : undefined
      }
      const take = takes.find((one) => one.attemptId === attempt.id && artifactOf(one) === artifact)
      if (take) {
        const range = take.digest === digest ? timesOf(take, selector) : undefined
        return range && { kind: "recording", attempt, recordingId: take.id, ...range }
      }
      const file = files.find((one) => one.attemptId === attempt.id && one.id === artifact)
      return file?.digest === digest
        ? { kind: "file", attempt, file, whole: selector.kind === "whole" }
        : undefined
    },
  }
}

/** The part of a recording that a selector names, in milliseconds; undefined for one that isn’t in it. */
export function timesOf(
  { durationMs }: TakeRow,
  selector: Evidence["selector"],
): { startMs: number; endMs: number | null } | undefined {
  if (selector.kind === "whole") return { startMs: 0, endMs: null }
  const inside = selector.kind === "time" && selector.end <= (durationMs ?? Number.MAX_SAFE_INTEGER)
  return inside ? { startMs: selector.start, endMs: selector.end } : undefined
}

/** Redacting a long text takes a while, and several citations may point into one. */
function remembered(redact: (text: string) => ReadableText): (text: string) => ReadableText {
  const done = new Map<string, ReadableText>()
  return (text) => {
    const made = done.get(text) ?? redact(text)
    done.set(text, made)
    return made
  }
}

/** The title of an attempt's exercise, its id where the kit has lost it, and whether what is typed for it is code. */
export function exerciseFacts(kit: Kit, attempt: AttemptRow): { title: string; code: boolean } {
  const exercise = exerciseById(kit, attempt.exerciseId)
  return { title: exercise?.title ?? attempt.exerciseId, code: exercise?.type === "coding-test" }
}
