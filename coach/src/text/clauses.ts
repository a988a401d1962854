import { looksPast } from "../lexicon/inflect.ts"
import type { Span } from "./sentences.ts"
import type { Token } from "./tokens.ts"

/** What may begin a clause with a subject of its own. */
const JOINS =
  /^(and|so|but|yet|until|till|where|when|whereas|while|because|after|before|since|though|although|then|as|if|once)$/
/** The same, being the subject itself: "which made them laugh". */
const IS_SUBJECT = /^(which|who)$/
const PRONOUN =
  /^(i|we|you|he|she|it|they|nobody|everybody|everyone|nothing|there|that|this|none|i'd|i've|we'd|we've|he'd|she'd|it'd|they'd|it's|that's|they've|there's|they're|we're|it'll|he's|she's)$/
const HELPS =
  /^(is|are|was|were|am|has|had|have|did|does|do|can|could|will|would|didn't|doesn't|don't|wasn't|weren't|isn't|aren't|hasn't|hadn't|haven't|couldn't|wouldn't|can't|won't|cannot|came|comes|went|goes|takes|runs|gets|costs|says|knows|asks|needs)$/
const CONTRACTED = /'(s|d|ve|re|ll|m)$/
const HARD_MARK = /[;:—–]|\s-\s/
const FEWEST = 2
/** How far into a clause its verb is looked for. */
const REACH = 7

const isVerb = (word: string): boolean => HELPS.test(word) || looksPast(word)

/** Whether a clause with subject and verb of its own begins at a token. */
function begins(words: readonly string[], at: number): boolean {
  const first = words[at] ?? ""
  if (PRONOUN.test(first))
    return CONTRACTED.test(first) || words.slice(at + 1, at + 5).some((word) => isVerb(word))
  if (isVerb(first)) return false
  for (let i = at + 1; i < Math.min(words.length, at + REACH); i++) {
    const word = words[i] as string
    if (isVerb(word)) return true
    if (JOINS.test(word) || IS_SUBJECT.test(word) || /^(to|i|we|that)$/.test(word)) return false
  }
  return false
}

/**
 * The clauses of a sentence that have a subject and a verb of their own, or stand behind a semicolon, a colon or a dash: "I reran it; the lag
 * was gone by nine, which nobody had hoped for" has three. They cover the sentence from its first token to its last.
 */
export function clausesIn(text: string, tokens: readonly Token[], words: readonly string[]): Span[] {
  const starts: number[] = []
  let last = 0
  for (let at = 1; at < tokens.length; at++) {
    const gap = text.slice((tokens[at - 1] as Token).end, (tokens[at] as Token).start)
    const word = words[at] as string
    if (at - last < FEWEST || tokens.length - at < FEWEST) continue
    const opens =
      HARD_MARK.test(gap) ||
      (IS_SUBJECT.test(word) && (gap.includes(",") || isVerb(words[at + 1] ?? ""))) ||
      (JOINS.test(word) && begins(words, at + 1)) ||
      (gap.includes(",") && !JOINS.test(word) && begins(words, at))
    if (!opens) continue
    starts.push(at)
    last = at
  }
  const from = [0, ...starts]
  return from.map((at, i) => ({
    start: (tokens[at] as Token).start,
    end: (tokens[(from[i + 1] ?? tokens.length) - 1] as Token).end,
  }))
}
