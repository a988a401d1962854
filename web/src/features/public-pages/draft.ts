import { ADJUSTMENTS } from "@backfill/contract"
import type { ApplyAnswer, ApplyBody } from "./apply-types.ts"

export type Adjustment = (typeof ADJUSTMENTS)[number]
export type Wish = { kinds: Adjustment[]; note: string }

export type Draft = {
  name: string
  email: string
  phone: string
  timeZone: string
  resume: {
    uploadId: string | null
    fileName: string
    bytes: number
    /** As it will be sent; the person may have corrected it. */
    text: string
    /** As it was read out of the file, to tell whether it was corrected. */
    extracted: string
    warning: string | null
  }
  coverLetter: string
  /** By field: the words typed, the id chosen, or the ids chosen. */
  answers: Record<string, string | string[]>
  adjustments: Wish
  /** The idempotency key of this application, kept with it so that no retry makes a second one. */
  key: string
  /** What was sent without an answer coming back: any of these may have arrived. */
  tries: ApplyBody[]
}

/** How a sending ended. `known`: it had arrived before, and its link was given out then. */
export type Sent = (ApplyAnswer | { outcome: "known" }) & {
  /** Which words arrived: the latest, or those of an earlier try whose answer got lost. */
  version: "latest" | "earlier"
}

/** What lies on the device for one role: something being written, or how it ended. */
export type Kept = { draft: Draft } | { sent: Sent }

/** An empty application. `key` is a fresh random id; `timeZone` an IANA name. */
export function emptyDraft(key: string, timeZone: string): Draft {
  return {
    name: "",
    email: "",
    phone: "",
    timeZone,
    resume: { uploadId: null, fileName: "", bytes: 0, text: "", extracted: "", warning: null },
    coverLetter: "",
    answers: {},
    adjustments: { kinds: [], note: "" },
    key,
    tries: [],
  }
}

/** Whether anything has been written that would be a loss. */
export function isBlank(draft: Draft): boolean {
  const { name, email, phone, resume, coverLetter, answers, adjustments } = draft
  const words = [name, email, phone, resume.text, resume.fileName, coverLetter, adjustments.note]
  return (
    words.every((word) => word.trim() === "") &&
    Object.values(answers).every((answer) => answer.length === 0) &&
    adjustments.kinds.length === 0
  )
}

/**
 * Reads what was kept, also by an older version of this page: parts that are missing or of another kind fall back to
 * empty ones. Undefined where there is nothing usable.
 */
export function readKept(value: unknown, blank: Draft): Kept | undefined {
  const kept = record(value)
  if ("sent" in kept && "outcome" in record(kept.sent)) return { sent: kept.sent as Sent }
  if (!("draft" in kept)) return undefined
  const draft = record(kept.draft)
  if (typeof draft.key !== "string") return undefined
  const resume = record(draft.resume)
  const wish = record(draft.adjustments)
  const kinds: unknown[] = Array.isArray(wish.kinds) ? wish.kinds : []
  return {
    draft: {
      name: text(draft.name),
      email: text(draft.email),
      phone: text(draft.phone),
      timeZone: text(draft.timeZone) || blank.timeZone,
      resume: {
        uploadId: typeof resume.uploadId === "string" ? resume.uploadId : null,
        fileName: text(resume.fileName),
        bytes: typeof resume.bytes === "number" ? resume.bytes : 0,
        text: text(resume.text),
        extracted: text(resume.extracted),
        warning: typeof resume.warning === "string" ? resume.warning : null,
      },
      coverLetter: text(draft.coverLetter),
      answers: Object.fromEntries(Object.entries(record(draft.answers)).flatMap(answerOf)),
      adjustments: { kinds: ADJUSTMENTS.filter((kind) => kinds.includes(kind)), note: text(wish.note) },
      key: draft.key,
      tries: Array.isArray(draft.tries) ? (draft.tries as ApplyBody[]) : [],
    },
  }
}

function answerOf([id, answer]: [string, unknown]): [string, string | string[]][] {
  if (typeof answer === "string") return [[id, answer]]
  return Array.isArray(answer) ? [[id, answer.filter((part) => typeof part === "string")]] : []
}

const text = (value: unknown): string => (typeof value === "string" ? value : "")

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {}
}
