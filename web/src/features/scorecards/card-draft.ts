import type { Rating, Recommendation, Scorecard } from "@backfill/contract"
import type { z } from "zod"

type Evidence = Rating["evidence"][number]
export type Verdict = z.infer<typeof Recommendation>

/** One item of a card as it is being judged: a score, "not" for not assessed, or undefined while it is open. */
export type Entry = { score: number | "not" | undefined; evidence: ReadonlyArray<Evidence>; comment: string }

export type CardDraft = {
  entries: Readonly<Record<string, Entry>>
  recommendation: Verdict | null
  reason: string
}
export type CardContent = Pick<Scorecard, "ratings" | "recommendation" | "reason">

/** What keeps a card from being submitted, and where. `itemId` is undefined for the verdict at its end. */
export type CardProblem = { itemId: string | undefined; message: string }

export const openEntry: Entry = { score: undefined, evidence: [], comment: "" }

/** Reads a card back. A rating without a score that cites something was left open, since what isn't assessed cites nothing. */
export function draftOf({ ratings, recommendation, reason }: CardContent): CardDraft {
  const entries = ratings.map(({ itemId, score, evidence, comment }): [string, Entry] => [
    itemId,
    { score: score ?? (evidence.length > 0 ? undefined : "not"), evidence, comment },
  ])
  return { entries: Object.fromEntries(entries), recommendation, reason }
}

/** The card as it travels, in the order of the items; an item nothing was said about stays out. */
export function contentOf(draft: CardDraft, itemIds: ReadonlyArray<string>): CardContent {
  const ratings = itemIds.flatMap((itemId): Rating[] => {
    const entry = draft.entries[itemId]
    if (!entry || (entry.score === undefined && entry.evidence.length === 0)) return []
    const { score, evidence, comment } = entry
    return [{ itemId, score: typeof score === "number" ? score : null, evidence: [...evidence], comment }]
  })
  return { ratings, recommendation: draft.recommendation, reason: draft.reason }
}

export const isDone = (entry: Entry | undefined): boolean =>
  entry?.score === "not" || (typeof entry?.score === "number" && entry.evidence.length > 0)

/** What is still missing before the card can be submitted, in the order it is filled in. */
export function problemsOf(draft: CardDraft, itemIds: ReadonlyArray<string>, verdict = true): CardProblem[] {
  const items = itemIds.flatMap((itemId): CardProblem[] => {
    const entry = draft.entries[itemId]
    if (entry?.score === undefined)
      return [{ itemId, message: "Choose the anchor that fits, or say it wasn’t assessed." }]
    if (isDone(entry)) return []
    return [{ itemId, message: "Cite at least one note, tick or passage that this score rests on." }]
  })
  if (!verdict) return items
  const end: CardProblem[] = []
  if (draft.recommendation === null) end.push({ itemId: undefined, message: "Choose what you recommend." })
  if (draft.reason.trim() === "") end.push({ itemId: undefined, message: "Give the reason in a sentence." })
  return [...items, ...end]
}

/** The server's complaints on a card, brought to their items. Paths read like `body.ratings.2.evidence`. */
export function refusedAt(
  errors: ReadonlyArray<{ path: string; message: string }>,
  content: CardContent,
): CardProblem[] {
  return errors.map(({ path, message }) => {
    const at = /ratings\.(\d+)/.exec(path)?.[1]
    return { itemId: at === undefined ? undefined : content.ratings[Number(at)]?.itemId, message }
  })
}
