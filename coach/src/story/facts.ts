import type { Told } from "../findings/told.ts"
import { likeliest } from "../findings/places.ts"
import { PARTS } from "../parts/part.ts"
import type { Sense } from "../parts/sense.ts"
import { teamOf, tellsSomebody } from "./telling.ts"

export interface Facts {
  /** A quantity stands in a sentence about the outcome. */
  numberInOutcome: boolean
  /** Something broke at a bad hour, or somebody was called out. */
  onCallMoment: boolean
  /** The speaker told, showed or asked somebody who depends on the work. */
  stakeholderCommunication: boolean
}

const CALLED = /^(paged|woke|woken)$/
const PAGER =
  /(?:(?:i was|me) on[- ]call|my (?:on[- ]call|shift|pager|phone) (?:went|rang|buzzed|started|was)|pager (?:went|rang|buzzed)|alarm (?:went|rang))/
const NIGHT =
  /\b(?:in the middle of the night|at night|past midnight|after midnight|at midnight|before dawn|in bed|phone (?:rang|buzzed|went)|woke me|(?:saturday|sunday) (?:night|morning|evening)|christmas|new year)\b/
const TROUBLE = ["fail"]

/** Minutes after midnight of a clock time as written: "2 a.m.", "03:40", "four in the morning"; nothing when it can't be told. */
function hourOf(words: readonly string[]): number | undefined {
  const said = words.join(" ")
  const m = /^(\d{1,2})(?:[:.](\d{2}))?/.exec(said)
  const spelt = "twelve one two three four five six seven eight nine ten eleven"
    .split(" ")
    .indexOf(words[0] ?? "")
  const hour = m ? Number(m[1]) : spelt >= 0 ? spelt : undefined
  if (hour === undefined) return undefined
  if (/\bp ?m\b|evening|night|afternoon/.test(said) || /\dpm$/.test(words[0] ?? "")) return (hour % 12) + 12
  return /\ba ?m\b|morning|\dam$/.test(said) ? hour % 12 : hour
}

const isBadHour = ({ quantities, words }: Sense): boolean =>
  quantities.some((q) => {
    if (q.kind !== "clock") return false
    const hour = hourOf(words.slice(q.from, q.to))
    return hour !== undefined && (hour >= 22 || hour < 6)
  })

export function factsOf({ senses, parts }: Told): Facts {
  const names = likeliest(parts)
  const team = teamOf(senses)
  const failing = senses.some((s) => TROUBLE.some((name) => s.classes.has(name)))
  return {
    numberInOutcome: senses.some(
      (s, i) => names[i] === "result" && s.quantities.some((q) => q.kind !== "clock"),
    ),
    onCallMoment:
      failing &&
      senses.some((s, i) => {
        const early = (parts[i]?.[PARTS.indexOf("result")] ?? 0) < 0.5 && names[i] !== "hardening"
        return (
          early &&
          (s.words.some((w) => CALLED.test(w)) ||
            NIGHT.test(s.words.join(" ")) ||
            PAGER.test(s.words.join(" ")) ||
            (isBadHour(s) && (s.classes.has("fail") || s.person === "I")))
        )
      }),
    stakeholderCommunication: senses.some((s, i) => names[i] !== "situation" && tellsSomebody(s, team)),
  }
}
