import type { Weighing } from "../src/findings/weighing.ts"
import { trainFinding } from "./train-findings.ts"

/** A finding weighed by weights that knew nothing of the answer: its log odds, and whether it was written down. */
export interface Guess {
  logOdds: number
  isTrue: boolean
}
export interface Scale {
  slope: number
  shift: number
}

/** What makes confidence mean what it says: log odds times `slope` plus `shift` (Platt, 1999), by maximum likelihood. */
export function scaleOf(guesses: readonly Guess[]): Scale {
  const cases = guesses.map(({ logOdds, isTrue }) => ({ signals: new Map([["odds", logOdds]]), isTrue }))
  const { bias, weights } = trainFinding(cases, ["odds"], () => 0)
  return { slope: weights["odds"] ?? 1, shift: bias }
}

/** The same weighing with its log odds on another scale. */
export const rescaled = ({ bias, weights }: Weighing, { slope, shift }: Scale): Weighing => ({
  bias: slope * bias + shift,
  weights: Object.fromEntries(Object.entries(weights).map(([name, w]) => [name, slope * w])),
})
