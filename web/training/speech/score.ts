import type { Stretch } from "../../src/features/rehearse/speech/heard.ts"
import { pausesOf } from "../../src/features/rehearse/speech/measures.ts"

/** How far an edge may be off, ms. */
export const TOLERANCE_MS = 150

/** What became of the pauses of one or more scenes. */
export interface Score {
  /** Pauses that were there, … */
  pauses: number
  /** … of them not found at all, … */
  missed: number
  /** … and pauses of a quarter of a second or more that were said to be where there was none. */
  invented: number
  /** Where found edges lay, ms: above 0 too late. */
  begins: number[]
  ends: number[]
}

export const noScore = (): Score => ({ pauses: 0, missed: 0, invented: 0, begins: [], ends: [] })

/** The pauses that were heard against those that were there: each goes with the one it shares most time with. */
export function score(there: readonly Stretch[], heard: readonly Stretch[], into: Score): void {
  const known = pausesOf(there)
  const free = pausesOf(heard)
  const shared = (one: Stretch, other: Stretch) => Math.min(one[1], other[1]) - Math.max(one[0], other[0])
  for (const pause of known) {
    into.pauses += 1
    const [best] = free.toSorted((one, other) => shared(other, pause) - shared(one, pause))
    if (!best || shared(best, pause) <= 0) {
      into.missed += 1
      continue
    }
    free.splice(free.indexOf(best), 1)
    into.begins.push(best[0] - pause[0])
    into.ends.push(best[1] - pause[1])
  }
  into.invented += free.length
}

/** The share of all edges, those of missed pauses too, that were found within the tolerance. */
export const withinShare = ({ pauses, begins, ends }: Score): number =>
  [...begins, ...ends].filter((off) => Math.abs(off) <= TOLERANCE_MS).length / (2 * pauses)
