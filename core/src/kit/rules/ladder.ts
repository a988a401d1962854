import {
  addsToAnother,
  buildsOnAnother,
  concedes,
  deniesAtOnce,
  hasNothing,
  scoresNamed,
  strengthOf,
} from "./strength.ts"
import { missingFrom, overlap, resemblance, substanceOf } from "./substance.ts"
import type { Numbers } from "./vocabulary.ts"

/** An anchor as the rules read it. */
export interface Rung {
  text: string
  words: Numbers
}

/** What speaks against five anchors’ growing; scores are those the anchors stand at. */
export type Doubt =
  /** From good to bad, by what they say is absent or added; `certain` when hardly anything speaks for their order. */
  | { kind: "reversed"; certain: boolean }
  /** An anchor builds on one that stands at its own score or above. */
  | { kind: "builds-above"; score: number; on: number }
  /** All five say much the same. */
  | { kind: "one-height" }
  | { kind: "alike"; lower: number; higher: number }
  /** The highest asks for less than the middle. */
  | { kind: "weak-top" }
  | { kind: "exchanged"; lower: number }

/**
 * What speaks against five anchors’ growing, in order of score from 1; empty for fewer or more than five. English. What
 * it finds, and what it misses, is measured by its test on anchors it wasn’t made from.
 */
export function doubtsOf(rungs: readonly Rung[]): Doubt[] {
  if (rungs.length !== 5) return []
  const named = rungs.flatMap(({ text }, at) =>
    scoresNamed(text).flatMap((on): Doubt[] =>
      on > at ? [{ kind: "builds-above", score: at + 1, on }] : [],
    ),
  )
  if (named.length > 0) return named
  const strengths = rungs.map(({ text }) => strengthOf(text))
  const rise = riseOf(strengths)
  if (rise <= FALLS) return [{ kind: "reversed", certain: rise <= FALLS_PLAINLY }]
  if (standAtOneHeight(rungs)) return [{ kind: "one-height" }]
  const alike = alikeOf(rungs, strengths)
  const top = alike.some(({ higher }) => higher === 5) ? [] : weakTop(rungs, strengths)
  return [...alike, ...top, ...exchanged(rungs, strengths)]
}

/** How much stronger the high anchors are than the low: from 1 up for 98 in 100 anchors of the shipped kits, never below -1. */
function riseOf([first = 0, second = 0, , fourth = 0, fifth = 0]: readonly number[]): number {
  return 2 * (fifth - first) + fourth - second
}
const FALLS = -2
const FALLS_PLAINLY = -9

/** What five anchors have in common on average when they say one thing; the shipped kits’ stay below 0.3, and 0.25. */
const ONE_HEIGHT = { words: 0.4, substance: 0.35 } as const
/** With fewer words in common there isn’t that much substance either. */
const FEW_IN_COMMON = 0.2

function standAtOneHeight(rungs: readonly Rung[]): boolean {
  const inWords = meanOverlap(rungs.map(({ words }) => new Set(words)))
  if (inWords < FEW_IN_COMMON || inWords >= ONE_HEIGHT.words) return inWords >= ONE_HEIGHT.words
  return meanOverlap(rungs.map(({ text }) => substanceOf(text))) >= ONE_HEIGHT.substance
}

function meanOverlap<T>(sets: readonly ReadonlySet<T>[]): number {
  const pairs = sets.flatMap((set, at) => sets.slice(at + 1).map((other) => overlap(set, other)))
  return pairs.reduce((sum, one) => sum + one, 0) / pairs.length
}

/** So alike two anchors look at most, on any terms; and so alike when they are equally strong and bring nothing new. */
const ALIKE = 0.5
const RATHER_ALIKE = 0.45

function alikeOf(rungs: readonly Rung[], strengths: readonly number[]): (Doubt & { kind: "alike" })[] {
  return rungs.flatMap((rung, at) => {
    const other = rungs.findIndex((each, below) => below < at && isAlike(each, rung, strengths, below, at))
    return other < 0 ? [] : [{ kind: "alike" as const, lower: other + 1, higher: at + 1 }]
  })
}

function isAlike(low: Rung, high: Rung, strengths: readonly number[], below: number, at: number): boolean {
  const alike = resemblance(low.text, high.text, [low.words, high.words])
  if (alike < RATHER_ALIKE || deniesAtOnce(low.text) !== deniesAtOnce(high.text)) return false
  const [lower, higher] = [substanceOf(low.text), substanceOf(high.text)]
  const gained = missingFrom(lower, higher)
  const lost = missingFrom(higher, lower)
  const rise = (strengths[at] ?? 0) - (strengths[below] ?? 0)
  // The higher one may repeat the lower and go on, or take back what the lower one lacks.
  if (gained - lost >= 3 || (lost === 0 && gained >= higher.size / 5) || rise > 2.5) return false
  return alike >= ALIKE || (rise < 2 && gained <= 4 && lost <= 4)
}

/** So many of five signs make a highest anchor weak; the shipped kits’ show two at most. */
const SIGNS_OF_WEAKNESS = 3

function weakTop(rungs: readonly Rung[], strengths: readonly number[]): Doubt[] {
  const [first, second, third, fourth, fifth] = rungs
  if (!first || !second || !third || !fourth || !fifth || buildsOnAnother(fifth.text)) return []
  const top = substanceOf(fifth.text)
  const common = (...others: Rung[]) => Math.max(...others.map(({ text }) => overlap(substanceOf(text), top)))
  const [low, high] = [common(first, second), common(third, fourth)]
  const middle = (third.words.length + fourth.words.length) / 2
  const signs = [
    fifth.words.length < 0.8 * middle,
    top.size <= 6,
    (strengths[4] ?? 0) < Math.max(strengths[2] ?? 0, strengths[3] ?? 0) - 1.5,
    low >= 0.3,
    low > high + 0.1,
  ]
  return signs.filter(Boolean).length >= SIGNS_OF_WEAKNESS ? [{ kind: "weak-top" }] : []
}

/** How much weaker than the 2 a 3 is at most, when they stand in order. */
const STEP_DOWN = 2.5

function exchanged(rungs: readonly Rung[], strengths: readonly number[]): Doubt[] {
  const [first = "", second = "", third = "", fourth = ""] = rungs.map(({ text }) => text)
  const swapped = [
    (concedes(first) && !concedes(second)) || (hasNothing(second) && !hasNothing(first)),
    (strengths[1] ?? 0) - (strengths[2] ?? 0) > STEP_DOWN,
    addsToAnother(third) && !buildsOnAnother(fourth),
  ]
  return swapped.flatMap((is, at): Doubt[] => (is ? [{ kind: "exchanged", lower: at + 1 }] : []))
}
