import type { Stretch } from "./names.ts"
import { whole } from "./patterns.ts"

/** Why a stretch of a résumé looks written for a machine: an instruction, or characters nobody can see. */
export interface HiddenInstruction extends Stretch {
  kind: "instruction" | "invisible"
}

const INSTRUCTIONS = [
  /\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:instructions?|prompts?|rules|guidelines|criteria)\b/giu,
  /\b(?:rank|rate|score|grade|place|put)\b[^.\n]{0,20}\b(?:me|this (?:candidate|applicant|resume|résumé|cv)|(?:the|this) candidate)\b[^.\n]{0,30}\b(?:first|top|highest|highly|maximum|perfect|[45](?: ?\/ ?5)?|10(?: ?\/ ?10)?|100)/giu,
  /\b(?:you are|act as|as) an? (?:ai|llm|large language model|language model|assistant|recruiting bot|resume screener)\b/giu,
  /\b(?:recommend|hire|shortlist|select|advance)\b[^.\n]{0,20}\b(?:this candidate|this applicant|me)\b[^.\n]{0,20}\b(?:immediately|regardless|only|above all|without)/giu,
  /<\/?(?:system|instructions?|prompt)>|\[(?:system|inst)\]/giu,
]
// A single joiner is spelling (emoji, Persian); three in a row are hiding something.
const INVISIBLE = /[\u200b-\u200f\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]{3,}/gu

/**
 * Stretches of a résumé that speak to a machine instead of a person. No machine scores anybody here; a rater should know
 * all the same. A hint, never a reason to stop: people write about prompts for a living. Never throws.
 */
export function findHiddenInstructions(text: string): HiddenInstruction[] {
  const found: HiddenInstruction[] = [
    ...INSTRUCTIONS.flatMap((pattern) => whole(text, pattern)).map((at) => ({
      ...at,
      kind: "instruction" as const,
    })),
    ...whole(text, INVISIBLE).map((at) => ({ ...at, kind: "invisible" as const })),
  ]
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end)
}
