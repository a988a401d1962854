import { createHash } from "node:crypto"
import { parseEvidence, quoteOf, ticksFromNotes } from "@backfill/core"
import { and, eq } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { evidence } from "../../platform/database/schema/hiring.ts"
import { loadHandIns } from "../attempts/look-up.ts"
import { selectEvents, selectNotes } from "../interviews/interviews.store.ts"
import { mergeRows } from "../interviews/merge-notes.ts"
import type { RoundItem } from "../interviews/round-items.ts"
import type { CitedText } from "../screening/redacted.ts"
import type { Sources } from "./check-card.ts"

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

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

interface Place {
  interviewId: string
  raterId: string
  application: { id: string; candidateId: string }
  /** Whether the rater mustn't know who the candidate is. */
  blind: boolean
}

/** Everything one rater's card of one interview may cite, read once. */
export async function loadSources(
  tx: Tx,
  place: Place,
  items: readonly RoundItem[],
  resume: CitedText,
): Promise<Sources> {
  const { interviewId, raterId, application } = place
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
    attempt: await loadAttempts(tx, place),
    resume: (ref) => citeResume(application.id, resume, ref),
  }
}

/** Looks up a part of this application's hand-ins as the rater may read them: what they cited before, or what is there now. */
async function loadAttempts(
  tx: Tx,
  { application, blind, raterId }: Pick<Place, "application" | "blind" | "raterId">,
): Promise<Sources["attempt"]> {
  const known = new Map(
    (
      await tx
        .select()
        .from(evidence)
        .where(and(eq(evidence.applicationId, application.id), eq(evidence.citedBy, raterId)))
    ).map((row) => [row.address, row.quote]),
  )
  const handIns = await loadHandIns(tx, application, blind)
  return (address, quote) => {
    const before = known.get(address)
    if (before !== undefined) return before
    const part = handIns.find(address)
    if (part?.kind === "text") return part.text.slice(part.start, part.end) || undefined
    // What stands inside a file isn't read here, so of a part of one the rater's own words are kept.
    if (part?.kind === "recording") return quote || "A part of the recording"
    return part && (part.whole ? part.file.name : quote)
  }
}
