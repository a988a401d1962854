import { MAX_TRANSCRIPT } from "@backfill/contract"
import { z } from "zod"
import { ProblemError } from "../../platform/problem-error.ts"

const Answer = z.object({ text: z.string() })

/** What of a refusal a person can do something about. */
const REFUSALS: Record<number, string> = {
  401: "The transcription service doesn’t accept the key that is set here. Your recording is safe; tell whoever runs this installation, or type what you said.",
  403: "The transcription service doesn’t allow this with the key that is set here. Your recording is safe; tell whoever runs this installation, or type what you said.",
  404: "At the address that is set here no recordings are transcribed, or the model that is set isn’t there. Your recording is safe; tell whoever runs this installation, or type what you said.",
  413: "This recording is larger than the transcription service takes. It is safe here; record sound only or something shorter, or type what you said.",
  429: "The transcription service takes no more recordings at the moment. Yours is safe here; try again later, or type what you said.",
}
const ELSEWHERE =
  "The transcription service sent us on to another address, where nothing of yours was sent. Your recording is safe; tell whoever runs this installation, or type what you said."

/** The problem behind a service’s status; undefined where it answered with success. */
export function refusalOf(status: number): ProblemError | undefined {
  if (status >= 200 && status < 300) return undefined
  const cause = new Error(`transcription: the service answered ${status}`)
  if (status < 400) return new ProblemError("transcription_failed", { detail: ELSEWHERE, cause })
  if (status >= 500) return new ProblemError("transcription_failed", { cause })
  const detail = REFUSALS[status]
  return new ProblemError("transcription_refused", { cause, ...(detail && { detail }) })
}

/**
 * The text of a service’s answer, without characters that can’t be kept. Throws `transcription_unreadable` for what isn’t a
 * transcript or is longer than one can be.
 */
export function readTranscript(body: Buffer): string {
  let value: unknown
  try {
    value = JSON.parse(body.toString("utf8"))
  } catch {
    throw new ProblemError("transcription_unreadable")
  }
  const answer = Answer.safeParse(value)
  const text = answer.data?.text
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "")
    .toWellFormed()
    .trim()
  if (text === undefined || text.length > MAX_TRANSCRIPT) throw new ProblemError("transcription_unreadable")
  return text
}
