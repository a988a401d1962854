import type { ConsolePart } from "@backfill/contract"
import { topicWords } from "./topic-words.ts"

/** Something the interviewer says when it is asked for, and only then. */
export type Fact = {
  /** From 1, in the kit's order: what an event names it by. */
  index: number
  /** What it is about, or the question that it answers. */
  name: string
  text: string
  /** More words to find it by. */
  also: string
  /** What it costs on a drill's own clock. */
  minutes: number | undefined
}

/** A text as it is said: the signs that set a name as code go, since nobody reads them aloud. */
const spoken = (text: string) => text.replaceAll("`", "")

/** The facts of an exercise's panel part: a partner's by topic, a customer's, or what a drill's systems and people answer. */
export function factsOf(part: ConsolePart | null): Fact[] {
  switch (part?.kind) {
    case "simulation":
      return part.simulation.facts.map(({ topic, fact }, at) => ({
        index: at + 1,
        ...topicWords[topic],
        text: spoken(fact),
        minutes: undefined,
      }))
    case "design":
      return part.design.clarifying.map(({ question, fact }, at) => ({
        index: at + 1,
        name: question,
        text: spoken(fact),
        also: "",
        minutes: undefined,
      }))
    case "drill":
      return part.drill.answers.map(({ asked, answer, minutes }, at) => ({
        index: at + 1,
        name: asked,
        text: spoken(answer),
        also: "",
        minutes,
      }))
    default:
      return []
  }
}

/** Text as it is compared: without case and accents. */
export function plain(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase()
}

/** The words of a search, as they are compared. */
export function wordsOf(query: string): string[] {
  return plain(query).match(/[\p{L}\p{N}]+/gu) ?? []
}

const begins = (text: string, word: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .some((other) => other.startsWith(word))

/** How well a fact answers to one word of a search; 0 for not at all. The name counts before the text. */
function fit({ name, text, also }: Fact, word: string): number {
  if (begins(name, word)) return 8
  if (begins(text, word)) return 4
  if (begins(also, word)) return 3
  return word.length > 2 && plain(`${name} ${text}`).includes(word) ? 1 : 0
}

/**
 * The facts that answer to a search, best first: those that have most of its words, then those that have them in the
 * name. Facts of equal rank keep the kit's order; an empty search finds all.
 */
export function findFacts(facts: ReadonlyArray<Fact>, query: string): Fact[] {
  const words = wordsOf(query)
  if (words.length === 0) return [...facts]
  const ranked = facts.map((fact) => {
    const fits = words.map((word) => fit(fact, word))
    return { fact, has: fits.filter(Boolean).length, sum: fits.reduce((sum, one) => sum + one, 0) }
  })
  const most = Math.max(...ranked.map(({ has }) => has))
  return ranked
    .filter(({ has }) => has > 0 && has === most)
    .toSorted((one, other) => other.sum - one.sum)
    .map(({ fact }) => fact)
}
