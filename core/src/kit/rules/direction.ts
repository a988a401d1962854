import { plain } from "./rule.ts"
import { wordsOf } from "./sentences.ts"

/** Words that carry no meaning of their own. */
const EMPTY = new Set(
  "a an the of to in on at by for with from and or but is are was be it its that this which who what how as their they them one two into than then so if when does do has have had up out about over under".split(
    " ",
  ),
)
/** Words by which an anchor says what is absent or went wrong. */
const LACKING =
  /\b(?:no|not|none|never|nothing|nobody|without|cannot|can’t|doesn’t|didn’t|hasn’t|misses|missing|lacks?|ignor\w+|only|vague\w*|fails?|unaware|wrong\w*|blam\w+|guess\w*|hopes?|simply|stays?|remains?|unless|late|unclear|generic|leaves|refus\w+|forgets?|overlook\w*)\b/gi
/** Words by which it says what is added. */
const ADDING =
  /\b(?:also|adds?|plus|besides|beyond|unasked|before|each|every|both|and|then|so that|agreed?|proves?|measured?|compares?|names?|checks?|keeps?|lasting|whole|several|others?|teams?)\b/gi
/** How much better the lower anchors may sound than the higher ones, in all. */
const MARGIN = 7

/** What good and worrying answers are known by. */
interface Signs {
  positive: readonly string[]
  negative: readonly string[]
}

/**
 * Whether five anchors, in order of score, speak of better answers at the low end than at the high end: both low ones
 * sound better than both high ones, and by a margin. English. Of 115 questions and exercises written in order it takes
 * none for reversed; turned round it tells two in five.
 */
export function runsBackwards(anchors: readonly string[], signs: Signs): boolean {
  const good = new Set(signs.positive.flatMap(contentOf))
  const bad = new Set(signs.negative.flatMap(contentOf))
  const [first = 0, second = 0, , fourth = 0, fifth = 0] = anchors.map((anchor) => soundOf(anchor, good, bad))
  const apart = Math.min(first, second) > Math.max(fourth, fifth)
  return apart && first + second - (fourth + fifth) > MARGIN
}

function soundOf(text: string, good: ReadonlySet<string>, bad: ReadonlySet<string>): number {
  const anchor = plain(text)
  const words = [...new Set(contentOf(anchor))]
  const like = words.filter((word) => good.has(word) && !bad.has(word)).length
  const unlike = words.filter((word) => bad.has(word) && !good.has(word)).length
  const adds = anchor.match(ADDING)?.length ?? 0
  const lacks = anchor.match(LACKING)?.length ?? 0
  return like - unlike + adds - 2 * lacks + 0.15 * words.length
}

/** The words that carry meaning, without their usual endings. */
function contentOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => word.length > 2 && !EMPTY.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s)$/, ""))
}
