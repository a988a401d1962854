import { looksPast } from "../lexicon/inflect.ts"
import { type Meaning, meaningsIn } from "../lexicon/lexicon.ts"
import { type Change, changesIn } from "../text/changes.ts"
import { type Quantity, quantitiesIn } from "../text/quantities.ts"
import type { Span } from "../text/sentences.ts"
import { type Token, tokensIn } from "../text/tokens.ts"

export type Person = "I" | "we" | "you" | "she" | "they" | "it" | "nobody" | "none"
export type Tense = "past" | "present" | "perfect" | "pluperfect" | "future" | "would" | "none"

/** What can be seen in one sentence without its neighbours. */
export interface Sense extends Span {
  tokens: readonly Token[]
  words: readonly string[]
  meanings: readonly Meaning[]
  /** Each meaning's class once. */
  classes: ReadonlySet<string>
  /** For each token, who the last subject before it is. */
  persons: readonly Person[]
  /** The first subject. */
  person: Person
  tense: Tense
  isPassive: boolean
  isQuestion: boolean
  quantities: readonly Quantity[]
  changes: readonly Change[]
}

const SUBJECTS = new Map<string, Person>(
  Object.entries({
    i: "I",
    "i'd": "I",
    "i've": "I",
    "i'm": "I",
    "i'll": "I",
    "i'll've": "I",
    we: "we",
    "we'd": "we",
    "we've": "we",
    "we're": "we",
    "we'll": "we",
    you: "you",
    "you'd": "you",
    "you're": "you",
    "you've": "you",
    he: "she",
    she: "she",
    "he'd": "she",
    "she'd": "she",
    "he's": "she",
    "she's": "she",
    they: "they",
    "they'd": "they",
    "they're": "they",
    "they've": "they",
    it: "it",
    "it's": "it",
    "it'd": "it",
    that: "it",
    "that's": "it",
    this: "it",
    there: "it",
    "there's": "it",
    which: "it",
    nobody: "nobody",
    nothing: "nobody",
  } satisfies Record<string, Person>),
)
/** What ends the reach of a subject that isn't a pronoun: "my lead asked". */
const DETERMINER =
  /^(the|a|an|my|our|their|his|her|its|every|each|some|two|three|both|all|another|one|this|these|those|no)$/

function personsIn(words: readonly string[]): Person[] {
  const persons: Person[] = []
  let current: Person = "none"
  for (const [at, word] of words.entries()) {
    const person = SUBJECTS.get(word)
    if (word === "no" && words[at + 1] === "one") current = "nobody"
    else if (person !== undefined && (word !== "that" || at === 0)) current = person
    persons.push(current)
  }
  return persons
}

const BE = /^(was|were|been|be|is|are|being|got|gets|get)$/

function tenseOf(words: readonly string[]): Tense {
  for (const [at, word] of words.entries()) {
    if (/^(would|'d)$/.test(word)) return "would"
    if (/^(will|won't|going)$/.test(word) || word.endsWith("'ll")) return "future"
    const participle = looksPast(words[at + 1] ?? "") || looksPast(words[at + 2] ?? "")
    if (/'d$|^had$/.test(word) && participle) return "pluperfect"
    if (word.endsWith("'d")) return "would"
    if (/^(have|has)$|'ve$/.test(word)) return participle ? "perfect" : "present"
    if (
      /^(is|are|am|does|do|don't|doesn't|isn't|aren't|can|runs|has|now)$|'(s|re|m)$/.test(word) &&
      word !== "let's"
    )
      return "present"
    if (looksPast(word) || /^(didn't|wasn't|weren't|hadn't|couldn't|could)$/.test(word)) return "past"
  }
  return "none"
}

/** Reads one sentence of a text. */
export function senseOf(text: string, span: Span): Sense {
  const tokens = tokensIn(text, span.start, span.end)
  const words = tokens.map((token) => token.text)
  const meanings = meaningsIn(words)
  const persons = personsIn(words)
  const quantities = quantitiesIn(tokens, words)
  let person: Person = "none"
  for (const [at, word] of words.entries()) {
    if (persons[at] !== "none") person = persons[at] as Person
    else if (DETERMINER.test(word) && at < 3) person = "none"
    else continue
    break
  }
  return {
    ...span,
    tokens,
    words,
    meanings,
    classes: new Set(meanings.flatMap((m) => m.meanings)),
    persons,
    person,
    tense: tenseOf(words),
    isPassive: words.some(
      (word, at) => BE.test(word) && looksPast(words[at + 1] ?? "") && !BE.test(words[at + 1] ?? ""),
    ),
    isQuestion: text[span.end - 1] === "?",
    quantities,
    changes: quantities.length < 2 ? [] : changesIn(words, quantities),
  }
}
