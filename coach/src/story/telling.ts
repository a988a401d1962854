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

const MY = /^(my|our|a|another|the|other)$/
const MATE =
  /^(colleague|colleagues|teammate|teammates|mate|coworker|co-worker|junior|senior|intern|trainee|apprentice|mentor|engineer|engineers|developer|developers|dba|analyst|lead|tester)$/
const TITLE = /^(to|dr|mr|mrs|ms|miss|sir|don|old|poor|both|dear)$/

/**
 * Names that the text gives to the speaker's own team: "my colleague Marek", "Marek, our junior", "Marek and I", "Marek from my team". Whoever
 * else is called by a bare name is taken for somebody from outside it.
 */
export function teamOf(senses: readonly Sense[]): ReadonlySet<string> {
  const team = new Set<string>()
  for (const { names, words } of senses)
    for (const at of names) {
      const word = (by: number) => words[at + by] ?? ""
      const isMate =
        (MATE.test(word(-1)) && words.slice(Math.max(0, at - 4), at - 1).some((w) => MY.test(w))) ||
        (/^(my|our|another|a)$/.test(word(1)) && (MATE.test(word(2)) || MATE.test(word(3)))) ||
        (word(1) === "and" && /^(i|me|myself)$/.test(word(2))) ||
        (word(-1) === "and" && /^(i|me|myself)$/.test(word(-2))) ||
        (/^(from|on|in)$/.test(word(1)) && /^(my|our)$/.test(word(2)) && word(3) === "team")
      if (isMate) team.add(word(0))
    }
  return team
}

/** Whether somebody is told or asked by a bare name, "told Ingrid", who isn't of the speaker's own team as far as the text says. */
export const tellsByName = (sense: Sense, team: ReadonlySet<string>): boolean =>
  tellingsIn(sense, ["tell", "coordinate", "ask"]).some((at) => {
    let to = at + 1
    while (to < at + 4 && TITLE.test(sense.words[to] ?? "")) to++
    return sense.names.has(to) && !team.has(sense.words[to] ?? "")
  })

/** Whether a sentence names somebody who may depend on the work. */
export const namesSomebody = ({ classes, words }: Sense): boolean =>
  classes.has("stakeholder") || classes.has("role") || words.some((word) => SOMEBODY.test(word))

/** Whether the speaker, or the team, tells or asks somebody who depends on the work. */
export const tellsSomebody = (sense: Sense, team: ReadonlySet<string>): boolean =>
  (tellingsIn(sense, ["tell", "coordinate"]).length > 0 && namesSomebody(sense)) || tellsByName(sense, team)
