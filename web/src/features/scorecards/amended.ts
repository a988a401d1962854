import type { Scorecard } from "@backfill/contract"
import type { CardContent } from "./card-draft.ts"
import { verdictWords } from "./verdict-words.ts"

const scoreWords = (score: number | null | undefined) => (score == null ? "not assessed" : String(score))

/**
 * What an amendment would change, a line each: scores and the recommendation with what stood there, everything else by
 * its name. Empty while nothing differs.
 */
export function amendedLines(
  before: Pick<Scorecard, "ratings" | "recommendation" | "reason">,
  now: CardContent,
  items: ReadonlyArray<{ id: string; title: string }>,
): string[] {
  const lines = items.flatMap(({ id, title }): string[] => {
    const was = before.ratings.find(({ itemId }) => itemId === id)
    const is = now.ratings.find(({ itemId }) => itemId === id)
    if (scoreWords(was?.score) !== scoreWords(is?.score))
      return [`${title}: ${scoreWords(was?.score)}, now ${scoreWords(is?.score)}`]
    const refs = (rating: typeof was) =>
      rating?.evidence
        .map(({ ref }) => ref)
        .toSorted()
        .join() ?? ""
    const other = [
      refs(was) !== refs(is) && "evidence",
      (was?.comment ?? "").trim() !== (is?.comment ?? "").trim() && "comment",
    ].filter((part) => part !== false)
    return other.length > 0 ? [`${title}: ${other.join(" and ")}`] : []
  })
  const said = (verdict: Scorecard["recommendation"]) =>
    verdict === null ? "none" : verdictWords(verdict).toLowerCase()
  if (before.recommendation !== now.recommendation)
    lines.push(`Recommendation: ${said(before.recommendation)}, now ${said(now.recommendation)}`)
  if (before.reason.trim() !== now.reason.trim()) lines.push("The reason for it")
  return lines
}
