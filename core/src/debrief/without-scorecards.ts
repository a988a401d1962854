import { listWords } from "./headline.ts"

/** Somebody's scorecard that was given up, and the reason recorded for it. */
export interface GivenUp {
  name: string
  reason: string
}

/**
 * Why a stage has no scorecard at all, as the end of a sentence that begins with "because": those given up with their
 * reasons, each person and reason once; without any, the plan had nobody rate.
 */
export function whyWithoutScorecards(givenUp: readonly GivenUp[]): string {
  const each = givenUp.map(({ name, reason }) => `${name} (“${reason.trim().replace(/\.+$/u, "")}”)`)
  return each.length === 0
    ? "the plan has nobody rate here"
    : `none will come from ${listWords([...new Set(each)])}`
}

/** What a decision made without any scorecard says of itself, wherever it is read. `because` as `whyWithoutScorecards` has it. */
export const withoutScorecardsWords = (because: string): string =>
  `Nobody rated this; decided without scorecards because ${because}.`
