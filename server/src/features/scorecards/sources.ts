import { createHash } from "node:crypto"
import { parseEvidence, quoteOf, ticksFromNotes } from "@backfill/core"
import { and, eq, inArray } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { attempts, evidence, files } from "../../platform/database/schema/hiring.ts"
import { selectEvents, selectNotes } from "../interviews/interviews.store.ts"
import { mergeRows } from "../interviews/merge-notes.ts"
import type { RoundItem } from "../interviews/round-items.ts"
import type { Sources } from "./check-card.ts"

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

/** A text of an application that may be cited, under the name its addresses use. */
export interface CitedText {
  artifact: "resume" | "resume-redacted"
  text: string
}

/**
 * Finds a part of a résumé by `120-188`, `text=120-188` or its full address, and answers the latter: UTF-16 units of the
 * text as this rater reads it.
 */
export function citeResume(
  applicationId: string,
  { artifact, text }: CitedText,
  ref: string,
): { ref: string; quote: string } | undefined {
  const address = `${applicationId}/${artifact}@${sha256(text)}#`
  const selector = ref.startsWith(address)
    ? ref.slice(address.length)
    : ref.startsWith("text=")
      ? ref
      : `text=${ref}`
  const parsed = parseEvidence(address + selector)
  const quote = parsed && quoteOf(text, parsed.selector)
  return parsed && quote ? { ref: address + selector, quote } : undefined
}

/** Everything one rater's card of one interview may cite, read once. */
export async function loadSources(
  tx: Tx,
  place: { interviewId: string; raterId: string; applicationId: string },
  items: readonly RoundItem[],
  resume: CitedText,
): Promise<Sources> {
  const { interviewId, raterId, applicationId } = place
  const notes = mergeRows(await selectNotes(tx, interviewId, raterId))
  const ticked = new Set<string>()
  for (const { kind, itemId, index } of await selectEvents(tx, interviewId, raterId)) {
    if (kind === "tick") ticked.add(`${itemId}:${index}`)
    if (kind === "untick") ticked.delete(`${itemId}:${index}`)
  }
  const bounds = Object.fromEntries(
    items.map((item) => [item.id, { good: item.positive.length, warning: item.negative.length }]),
  )
  for (const [itemId, signs] of Object.entries(ticksFromNotes(notes, bounds)))
    for (const { sign, number } of signs) ticked.add(`${itemId}:${sign === "good" ? number : -number}`)
  const cited = await loadAttempts(tx, applicationId, raterId)
  return {
    note: (id) => notes.find((note) => note.id === id && !note.deleted)?.text,
    tick: (itemId, index) => {
      const item = items.find((candidate) => candidate.id === itemId)
      return ticked.has(`${itemId}:${index}`)
        ? index > 0
          ? item?.positive[index - 1]
          : item?.negative[-index - 1]
        : undefined
    },
    attempt: (address, quote) => cited(address, quote),
    resume: (ref) => citeResume(applicationId, resume, ref),
  }
}

/** Looks up a part of this application's attempts: one this rater cited before, or one whose bytes are still the ones addressed. */
async function loadAttempts(tx: Tx, applicationId: string, raterId: string): Promise<Sources["attempt"]> {
  const known = new Map(
    (
      await tx
        .select()
        .from(evidence)
        .where(and(eq(evidence.applicationId, applicationId), eq(evidence.citedBy, raterId)))
    ).map((row) => [row.address, row.quote]),
  )
  const rows = await tx
    .select({ id: attempts.id, text: attempts.text })
    .from(attempts)
    .where(eq(attempts.applicationId, applicationId))
  const stored =
    rows.length === 0
      ? []
      : await tx
          .select({ attemptId: files.attemptId, digest: files.digest })
          .from(files)
          .where(
            inArray(
              files.attemptId,
              rows.map((row) => row.id),
            ),
          )
  return (address, quote) => {
    const before = known.get(address)
    if (before !== undefined) return before
    const parsed = parseEvidence(address)
    const row = parsed && rows.find((candidate) => candidate.id === parsed.attempt)
    if (!parsed || !row) return undefined
    if (parsed.digest === sha256(row.text)) return quoteOf(row.text, parsed.selector) ?? undefined
    // What stands in a file isn't read here, so the rater's own words on it are kept.
    return stored.some((file) => file.attemptId === row.id && file.digest === parsed.digest)
      ? quote
      : undefined
  }
}
