import type { Finding } from "./findings.ts"
import type { FindingId } from "./ids.ts"

/** What to mend first: blame without action, then what lets it happen again, then what a panel misses most. */
export const BY_IMPORTANCE: readonly FindingId[] = [
  "blames-others",
  "no-hardening",
  "no-result",
  "no-stakeholders",
  "vague-we",
  "no-constraint",
  "technical-result-only",
  "unquantified",
  "one-sided-tradeoff",
  "tool-heavy",
  "long-situation",
  "too-long",
  "too-short",
]

/**
 * The findings to show when they compete, most important first. `dismissed` holds the ids that the person has put aside;
 * `most` is how many are shown at once.
 */
export function hintsToShow(
  findings: readonly Finding[],
  dismissed: ReadonlySet<string> = new Set(),
  most = 3,
): Finding[] {
  const rank = ({ id }: Finding) => BY_IMPORTANCE.indexOf(id)
  return findings
    .filter(({ id }) => !dismissed.has(id))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, most)
}
