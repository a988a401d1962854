import type { Numbers } from "./vocabulary.ts"
import { wordsOf } from "./sentences.ts"

/** Words without substance: they join others, or only announce that something is said. */
const EMPTY = new Set(
  "a an the of to in on at by for with from and or but is are was were be been being it its that this these those which who whom whose what how as their they them one then than so if when does do did has have had up out about over under into also too yet though not no there here he she his her say says said name names named tell tells told give gives given gave state states stated mention mentions mentioned describe describes described explain explains explained show shows shown talk talks speak speaks point points candidate answer".split(
    " ",
  ),
)
const ENDINGS = "ation able ible ment ness ings ing ies ers er ed es ly al s e".split(" ")
/** A stem is at most so long: what follows seldom tells two words apart. */
const STEM = 6

/** The different words of a text that carry its substance, each without its ending, roughly. */
export function substanceOf(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text).flatMap((word) => (isEmpty(word) ? [] : [stemOf(word)])))
}

/** Single letters, joining words and shortened denials, which strength counts. */
function isEmpty(word: string): boolean {
  return word.length < 2 || EMPTY.has(word) || /n\Wt$/.test(word)
}

function stemOf(word: string): string {
  const ending = ENDINGS.find((each) => word.endsWith(each) && word.length - each.length >= 3) ?? ""
  return word
    .slice(0, word.length - ending.length)
    .replace(/(.)\1$/, "$1")
    .replace(/[eiy]$/, "")
    .slice(0, STEM)
}

/** How many of a set are not in another. */
export function missingFrom<T>(other: ReadonlySet<T>, set: ReadonlySet<T>): number {
  return set.size - common(set, other)
}

/** Sets count this themselves from Node 22 on only, and the checker in one file runs on 20. */
function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  let count = 0
  for (const one of a) if (b.has(one)) count++
  return count
}

/** Dice’s measure of two sets: 1 for the same, 0 where nothing is common or nothing is there. */
export function overlap<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const both = a.size + b.size
  return both === 0 ? 0 : (2 * common(a, b)) / both
}

/** Below so many words in common, two texts can’t have half their letters in common either. */
const FEW_WORDS = 0.35
/** So many letters in a row are compared. */
const RUN = 4

/**
 * How alike two texts look when order and endings may change: Dice’s measure of their different runs of four letters.
 * Texts with few words in common count as 0, to save the work.
 */
export function resemblance(a: string, b: string, words: readonly [Numbers, Numbers]): number {
  if (overlap(new Set(words[0]), new Set(words[1])) < FEW_WORDS) return 0
  return overlap(runsOf(a), runsOf(b))
}

function runsOf(text: string): Set<string> {
  const line = ` ${wordsOf(text).join(" ")} `
  return new Set(
    Array.from({ length: Math.max(0, line.length - RUN + 1) }, (_, at) => line.slice(at, at + RUN)),
  )
}
