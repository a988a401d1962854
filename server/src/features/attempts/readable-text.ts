import { redactResume } from "@backfill/core"
import type { Attempt } from "@backfill/contract"
import type { Tx } from "../../platform/app.ts"
import { personOf } from "../screening/redacted.ts"
import { digestOf } from "./attempt-work.ts"

/** A text of an attempt as a reader may see and cite it. */
export interface ReadableText {
  artifact: Attempt["textArtifact"]
  text: string
  digest: string
}

const readable = (artifact: Attempt["textArtifact"], text: string): ReadableText => ({
  artifact,
  text,
  digest: digestOf(text),
})

/** What was typed, as it was typed. */
export const asWritten = (text: string): ReadableText => readable("text", text)

/**
 * Makes hand-ins readable without what tells who wrote them, by the rules that redact a résumé. Always the same text for
 * the same person, so that what was cited from it is found again.
 */
export async function redactor(
  tx: Tx,
  application: { candidateId: string },
): Promise<(text: string) => ReadableText> {
  const person = await personOf(tx, application.candidateId)
  return (text) => readable("text-redacted", redactResume(text, person).text)
}
