import { plain } from "./rule.ts"

/**
 * Words that tell how much an anchor asks for, with their weights. They were chosen for what they mean, then held against
 * the anchors of the shipped kits: each kind is at least twice as frequent on the side its sign says.
 */
const CUES: readonly (readonly [weight: number, pattern: RegExp])[] = [
  // What is absent.
  [
    -2,
    /\b(?:no(?! longer| matter| more\b| one\b)|not(?! only| just| merely)|none|never|nothing|nobody|no one|neither|nor|cannot|can’t|\p{L}+n’t|without(?! (?:being|having been|help|a (?:prompt|hint))\b)|missing|miss(?:es|ed)?|lack(?:s|ing)?|absent|unsaid|unknown|unclear|vague\w*|ignor\w+|forg[eo]t\w*|overlook\w*|fails?|unaware|blam\w+|left out|leaves? out|stays? open|out of reach)\b/giu,
  ],
  // What holds only in part, with help or by luck.
  [
    -1.5,
    /\b(?:only|but|yet|though|hardly|barely|merely|just|guess\w*|hop(?:es|ed|ing)|probably|perhaps|maybe|roughly|sometimes|plausible|by hand|at random|by chance|some(?:body|one)? (?:else|senior)|assum\w+|simply|(?:when|once|if|after|until|unless|after being) (?:(?:they|it|he|she) (?:is|are|was|were) )?(?:asked|told|prompted|hinted|reminded|pressed|pushed|questioned)|(?:when|if|until|unless|once) (?:the )?(?:interviewer|somebody|someone|one) (?:asks|hints|insists|prompts|says|points)|needs? (?:\w+ ){0,3}(?:prompt\w*|questions?|hints?|help|reminders?)|with (?:help|prompting|hints)|would like|wrong\w*|in silence|restarts?|late)\b/giu,
  ],
  // What is left to choice or lumped together.
  [-0.5, /\b(?:or|some|few|everything|anything|whatever|stays?|remains?|general\w*|generic|until)\b/giu],
  // What comes on top, or of one’s own accord.
  [
    2,
    /\b(?:also|as well(?! as)|in addition|additionally|besides|beyond|on top|moreover|further(?:more)?|plus|adds|too|unasked|unprompted|without (?:being|having been) \w+|without (?:help|a (?:prompt|hint))|on their own|of their own accord|not (?:only|just)|all (?:of )?(?:this|that|these|the above)|the same as|as in|to this|over and above|goes further)\b/giu,
  ],
  // What reaches further: other people, later times, figures, reasons, what is given up.
  [
    1,
    /\b(?:others?|another|each|every|both|across|rule|test(?:s|ed)?|prov(?:es?|ed|en|ing)|proof|shown?|measur\w+|compar\w+|weighs?|against|trade[ -]offs?|costs?|price|at which|limits?|since|later|in advance|beforehand|afterwards?|before|anticipat\w+|prevent\w*|teams?|figures?|numbers?|quantif\w+|estimates?|such as|for (?:instance|example)|so that|in exchange|instead|its own|has been|have been|now|under which|exact\w*|reason|why|how|routine|lasting|themselves)\b/giu,
  ],
  // What is told or joined at all.
  [0.3, /\b(?:with|and|which|its|says?|named?|names|given?|gives|stated?|states|when)\b/giu],
]
/** Here a part of a sentence begins that qualifies another: what is denied in it is denied of less. */
const PARTS =
  /(?<=[\p{L}\d),]) (?=(?:that|which|who|whom|whose|what|where|if|whether|so that|such as|before|unless|rather than|and not|against)\b)/iu
/** What is denied to be absent is there. */
const ALL_THERE =
  /\b(?:none|nothing|neither)(?: of [^.,;:]{1,30})? (?:is|are|was|were) (?:missing|lacking|left out)\b/giu
/** A long anchor shouldn’t outweigh the four others. */
const MOST = 4

/**
 * How much an anchor asks for, by the words that say what is absent, partial, added or far-reaching; from -4 to 4, 0
 * where there are none. English. It tells five anchors’ direction; of a single anchor it says little.
 */
export function strengthOf(text: string): number {
  const parts = plain(text)
    .replaceAll(ALL_THERE, "all there")
    .split(/(?<=[.;:,]) /)
    .flatMap((piece) => piece.split(PARTS).map((part, at) => weightOf(part, at > 0)))
  const sum = parts.reduce((all, weight) => all + weight, 0)
  return Math.max(-MOST, Math.min(MOST, sum))
}

function weightOf(part: string, qualifies: boolean): number {
  return CUES.reduce((sum, [weight, pattern]) => {
    const times = part.match(pattern)?.length ?? 0
    return sum + times * (qualifies && weight === -2 ? weight / 2 : weight)
  }, 0)
}

/** A text that begins by adding to one before it. */
const ADDS =
  /^(?:also|additionally|in addition|moreover|further(?:more)?|besides|beyond|on top|over and above|what is more|all (?:of )?(?:that|this|these|the above)(?=[,;.:]| (?:and|plus)\b)|does all|the same as|as (?:in )?(?:\d|above|before)\b|everything in|to (?:this|that|these)|adds|goes further|and)\b|\b(?:does all (?:of )?that|all of (?:that|the above|this) and|in addition to (?:\d|the above|all))\b/i
/** One that builds on others at all, wherever it says so. */
const BUILDS =
  /\b(?:also|as well|in addition|additionally|besides|beyond|on top|moreover|what is more|further(?:more)?|plus|adds|too|unasked|unprompted|on their own|not only|all (?:of )?(?:this|that|these|the above|two|three|four)|the same as|over and above|goes further|comes?)\b|^(?:with|after|to|and|as|all|both|that|those|these|this|such|finally|from|next|apart)\b|\b\d\b/i
/** One that begins by saying what is absent. */
const DENIES =
  /^(?:no|not|none|never|nothing|nobody|neither|can’t|cannot|doesn’t|does not|didn’t|fails? to|misses|lacks?|ignores|unable)\b|^(?:has|shows|gives|offers|names) no\b/i
/** One that has nothing to begin with. */
const HAS_NOTHING = /^(?:no|none|never|nothing|nobody|can’t|cannot)\b|^(?:has|shows|gives|offers|names) no\b/i
/** One that grants something and takes part of it back. */
const CONCEDES = /(?:^|[,;.] )but\b|\b(?:when|once|after being|only if) (?:asked|told|prompted)\b/i

/** Whether a text begins as an addition to one before it. */
export const addsToAnother = (text: string) => ADDS.test(plain(text))
/** Whether a text builds on another, at its beginning or later. */
export const buildsOnAnother = (text: string) => BUILDS.test(plain(text))
/** Whether a text begins by saying what is absent. */
export const deniesAtOnce = (text: string) => DENIES.test(plain(text))
/** Whether a text begins with there being nothing at all. */
export const hasNothing = (text: string) => HAS_NOTHING.test(plain(text))
/** Whether a text grants something and takes part of it back. */
export const concedes = (text: string) => CONCEDES.test(plain(text))

/** Where an anchor names another by its score, and nothing else can be meant by the number. */
const NAMED =
  /\b(?:on top of|in addition to|the same as|besides|beyond|everything in|all of|all in|as in|as at|adds? to|what)(?: anchor| score)? ([1-5])(?=[,;:.]|$| (?:and|plus|has|asks|it|does)\b)/giu

/** The scores of other anchors that a text says it builds on, as in “On top of 3, …”. */
export function scoresNamed(text: string): number[] {
  return [...plain(text).matchAll(NAMED)].map(([, score]) => Number(score))
}
