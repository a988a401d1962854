import type { Sense, Tense } from "./sense.ts"

const TOLD_AS_PAST: ReadonlySet<Tense> = new Set(["present", "perfect", "none"])
const FEWEST = 4

/**
 * A story told in the present ("so I ring her and she says") as if it had been told in the past: what is done by whom doesn't
 * hang on the tense that somebody tells in. What lasts ("since then there's a check") keeps its present. Other stories come
 * back as they are.
 */
export function inOneTense(senses: readonly Sense[]): Sense[] {
  let past = 0
  let present = 0
  for (const { person, tense } of senses) {
    if (person !== "I" && person !== "we") continue
    if (tense === "past" || tense === "pluperfect") past++
    else if (TOLD_AS_PAST.has(tense)) present++
  }
  if (present < FEWEST || present < 2 * past) return [...senses]
  return senses.map((sense) =>
    TOLD_AS_PAST.has(sense.tense) && sense.person !== "none" && !sense.classes.has("recurrence")
      ? { ...sense, tense: "past" }
      : sense,
  )
}
