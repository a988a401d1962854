import { PARTS } from "../parts/part.ts"
import type { Sense } from "../parts/sense.ts"
import type { Clauses } from "./told.ts"

const [T, R, H] = ["task", "result", "hardening"].map((name) =>
  PARTS.indexOf(name as (typeof PARTS)[number]),
) as [number, number, number]
const CAP = 2
const ELSES = /^(she|they|nobody|it|none)$/
/** Meanings that say how something ended, wherever they stand. */
const OUTCOME = ["fall", "rise", "recover", "better", "business", "stakeholder", "role", "contrast", "lack"]

/**
 * What the clauses say that the sentences keep to themselves, as named numbers between -2 and 3: a sentence is one part as a whole, but what
 * stands in half of it has been told as well.
 */
export function clauseSignalsOf({ senses, parts, absent }: Clauses, words: number): Map<string, number> {
  const signals = new Map<string, number>()
  const p = (i: number, k: number) => (parts[i] as Float64Array)[k] as number
  const sum = (value: (sense: Sense, i: number) => number) =>
    senses.reduce((all, sense, i) => all + value(sense, i), 0)
  const most = (value: (sense: Sense, i: number) => number) =>
    senses.reduce((max, sense, i) => Math.max(max, value(sense, i)), 0)
  const set = (name: string, value: number) => signals.set(`clause ${name}`, value)
  const capped = (name: string, value: number) => set(name, Math.min(CAP, value))

  for (const k of [T, R, H]) {
    const name = PARTS[k] as string
    set(
      `${name} most`,
      most((_, i) => p(i, k)),
    )
    set(
      `${name} sum`,
      Math.min(
        3,
        sum((_, i) => p(i, k)),
      ),
    )
    set(`${name} absent`, Math.max(-6, absent[k] as number) / 3)
    set(`${name} absent likely`, Math.exp(absent[k] as number))
    set(`${name} share`, sum((s, i) => p(i, k) * s.words.length) / Math.max(1, words))
    set(
      `${name} late`,
      most((_, i) => (i * 2 >= senses.length ? p(i, k) : 0)),
    )
  }
  const measured = (s: Sense) => s.quantities.some((q) => q.kind !== "clock")
  const within = (name: string, k: number, has: (sense: Sense) => boolean) =>
    capped(
      name,
      sum((s, i) => (has(s) ? p(i, k) : 0)),
    )
  within("result number", R, measured)
  within("result clock", R, (s) => s.quantities.some((q) => q.kind === "clock"))
  within("result money", R, (s) => s.quantities.some((q) => q.kind === "money" || q.kind === "percent"))
  within("result duration", R, (s) => s.quantities.some((q) => q.kind === "duration"))
  within("result change", R, (s) => s.changes.length > 0)
  for (const name of OUTCOME) within(`result ${name}`, R, (s) => s.classes.has(name))
  capped(
    "result told of others",
    sum((s, i) => (ELSES.test(s.person) ? p(i, R) : 0)),
  )
  // How it ended, by its words alone: past, not by the speaker, in the second half.
  const ended = (s: Sense, i: number) =>
    i * 2 >= senses.length &&
    (s.tense === "past" || s.tense === "perfect" || s.tense === "present") &&
    ELSES.test(s.person)
  const outcome = (s: Sense) =>
    OUTCOME.slice(0, 4).some((name) => s.classes.has(name)) || s.changes.length > 0
  capped("ended", sum((s, i) => (ended(s, i) && outcome(s) ? 1 : 0)) / 2)
  capped("ended counted", sum((s, i) => (ended(s, i) && measured(s) ? 1 : 0)) / 2)
  capped(
    "changes",
    sum((s, i) => (i * 2 >= senses.length ? s.changes.length : 0)),
  )
  capped(
    "meant only",
    sum((s, i) => (i * 2 >= senses.length && (s.tense === "would" || s.tense === "future") ? 1 : 0)) / 2,
  )
  return signals
}
