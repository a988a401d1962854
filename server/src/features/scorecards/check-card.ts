import type { CardEvidence, Rating } from "@backfill/contract"
import type { z } from "zod"
import type { ProblemError } from "../../platform/problem-error.ts"
import type { RoundItem } from "../interviews/round-items.ts"
import type { Content } from "./scorecards.store.ts"

export type Evidence = z.infer<typeof CardEvidence>
type Faults = NonNullable<ProblemError["errors"]>

/** What a card's evidence may point at, as it is stored: the words there, or undefined where there is nothing to cite. */
export interface Sources {
  /** Text of the rater's own note by its id. */
  note(id: string): string | undefined
  /** Words of a sign the rater ticked at an item: its number, negative for a warning sign. */
  tick(itemId: string, index: number): string | undefined
  /** A part of an attempt of this application, by its address. `quote` is what the rater copied from it. */
  attempt(address: string, quote: string): string | undefined
  /** A part of the résumé as this rater reads it. Answers its full address with the words. */
  resume(ref: string): { ref: string; quote: string } | undefined
}

export interface Checked {
  /** The ratings with each quote as its source has it: nobody cites what wasn't written. */
  ratings: Rating[]
  /** Rated items without any evidence. */
  missing: Faults
  /** Everything else that keeps the card from being submitted. */
  faults: Faults
}

/** Whether a card may be submitted: each rating on an item of the round, each with evidence that is there, and a verdict with its reason. */
export function checkCard(content: Content, items: readonly RoundItem[], sources: Sources): Checked {
  const checked: Checked = { ratings: [], missing: [], faults: [] }
  const seen = new Set<string>()
  content.ratings.forEach((rating, index) => {
    const path = `body.ratings.${index}`
    if (!items.some((item) => item.id === rating.itemId))
      checked.faults.push({
        path: `${path}.itemId`,
        message: "This isn’t part of the round. Reload the page and rate again.",
      })
    if (seen.has(rating.itemId))
      checked.faults.push({ path: `${path}.itemId`, message: "This is rated twice. Keep one of the two." })
    seen.add(rating.itemId)
    if (rating.score !== null && rating.evidence.length === 0)
      checked.missing.push({
        path: `${path}.evidence`,
        message: "Pick at least one note or tick that this score rests on.",
      })
    const evidence = rating.evidence.flatMap((cited, place) => {
      const there = lookUp(cited, sources)
      if (!there) checked.faults.push({ path: `${path}.evidence.${place}`, message: FAULT[cited.kind] })
      return there ?? []
    })
    checked.ratings.push({ ...rating, evidence })
  })
  if (content.recommendation === null)
    checked.faults.push({
      path: "body.recommendation",
      message: "Choose an overall recommendation. “No decision” is one.",
    })
  if (content.reason.trim() === "")
    checked.faults.push({ path: "body.reason", message: "Write one sentence why you recommend this." })
  const rated = content.ratings.some((rating) => rating.score !== null)
  if (!rated && content.recommendation !== null && content.recommendation !== "no_decision")
    checked.faults.push({
      path: "body.ratings",
      message: "Rate at least one item, or recommend “no decision”.",
    })
  return checked
}

const FAULT: Record<Evidence["kind"], string> = {
  note: "This note isn’t among yours in this interview, or it was deleted. Pick another.",
  tick: "This sign isn’t ticked at this question. Tick it, or pick another.",
  attempt: "This part of the exercise isn’t there as cited. Pick it again from the exercise.",
  resume: "This part of the résumé isn’t there as cited. Mark it again in the text.",
}

/** One piece of evidence with the words of its source; undefined when it points at nothing. */
export function lookUp(cited: Evidence, sources: Sources): Evidence | undefined {
  const { kind, ref } = cited
  if (kind === "resume") {
    const part = sources.resume(ref)
    return part && { kind, ...part }
  }
  const quote =
    kind === "note"
      ? sources.note(ref)
      : kind === "tick"
        ? tickQuote(ref, sources)
        : sources.attempt(ref, cited.quote)
  return quote === undefined ? undefined : { kind, ref, quote: quote.slice(0, 4000) }
}

/** Reads `itemId:+3` or `itemId:-2`; a true minus is taken as well. */
function tickQuote(ref: string, sources: Sources): string | undefined {
  const match = /^(.+):([+\-−])([1-9]\d?)$/u.exec(ref)
  if (!match) return undefined
  return sources.tick(match[1] ?? "", Number(match[3]) * (match[2] === "+" ? 1 : -1))
}
