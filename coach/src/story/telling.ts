import { looksPast } from "../lexicon/inflect.ts"
import type { Sense } from "../parts/sense.ts"

const SPEAKER = /^(I|we|none)$/
const PASSIVE = /^(was|were|been|being|got|get|gets|is|are)$/
const ME = /^(me|us)$/
const SOMEBODY = /^(them|him|her|everyone|everybody)$/
const NOT_ONE_WORD = /'|^(not|never|to|and|then|also|just|only|i|we)$/

/**
 * Places in a sentence where the speaker, or the team, tells somebody something. What others tell ("finance told everyone"), what the
 * speaker is told ("I was told", "she told me") and what stands in the passive doesn't count.
 */
function tellingsIn({ meanings, persons, words }: Sense, names: readonly string[]): number[] {
  return meanings.flatMap(({ at, length, meanings: own }) => {
    if (!own.some((name) => names.includes(name)) || !SPEAKER.test(persons[at] ?? "")) return []
    const before = words[at - 1] ?? ""
    const isPassive =
      looksPast(words[at] ?? "") && (PASSIVE.test(before) || PASSIVE.test(words[at - 2] ?? ""))
    const isToMe = ME.test(words[at + length] ?? "")
    // With no pronoun before it, only what opens the sentence can be the speaker's: "Told finance", "Then rang her".
    const isElses =
      persons[at] === "none" && at > 0 && !words.slice(0, at).every((word) => NOT_ONE_WORD.test(word))
    return isPassive || isToMe || isElses ? [] : [at]
  })
}

/** Whether the speaker, or the team, tells somebody something. */
export const tells = (sense: Sense): boolean => tellingsIn(sense, ["tell"]).length > 0

/** Whether a sentence names somebody who may depend on the work. */
export const namesSomebody = ({ classes, words }: Sense): boolean =>
  classes.has("stakeholder") || classes.has("role") || words.some((word) => SOMEBODY.test(word))

/** Whether the speaker, or the team, tells or asks somebody who depends on the work. */
export const tellsSomebody = (sense: Sense): boolean =>
  tellingsIn(sense, ["tell", "coordinate"]).length > 0 && namesSomebody(sense)
