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
  /** Positions of tokens that are somebody's or something's name by their capital letter. */
  names: ReadonlySet<number>
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

/** What may stand before a verb whose subject is left out: "Then rang her". */
const OPENER = /^(then|and|so|but|also|first|next|finally|again|just|only|never|still|afterwards|meanwhile)$/
/** What ends in the past but has no speaker for its subject when it begins a sentence: "Turned out it was the clock." */
const IMPERSONAL = /^(was|were|had|turned|came|based|given|compared|needed|meant|followed|made)$/
const FINITE =
  /^(is|are|was|were|has|had|have|did|does|didn't|doesn't|wasn't|hadn't|would|wouldn't|could|couldn't|wants|says)$/

/** Who the last subject before each token is: a pronoun, somebody named by role or name just before a verb, or a speaker left out. */
function personsIn(words: readonly string[], somebody: ReadonlySet<number>): Person[] {
  const persons: Person[] = []
  let current: Person = "none"
  const start = words.findIndex((word) => !OPENER.test(word))
  for (const [at, word] of words.entries()) {
    const person = SUBJECTS.get(word)
    if (word === "no" && words[at + 1] === "one") current = "nobody"
    else if (person !== undefined && (word !== "that" || at === 0)) current = person
    else if (at === start && looksPast(word) && !IMPERSONAL.test(word)) current = "I"
    else if (somebody.has(at) && isVerb(words, at + 1)) current = "she"
    persons.push(current)
  }
  return persons
}

const isVerb = (words: readonly string[], at: number): boolean => {
  const word = words[at] ?? ""
  return (
    FINITE.test(word) ||
    looksPast(word) ||
    (/ly$|^(just|also|never|then|only|still)$/.test(word) && looksPast(words[at + 1] ?? ""))
  )
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

const PEOPLE = ["stakeholder", "peer", "outside", "role"]
const NO_NAME =
  /^(i|i'.*|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|english|german|french)(day|days)?$/

/** The tokens that are names by their capital letter inside the sentence, tools left out. */
function namesIn(text: string, tokens: readonly Token[], meanings: readonly Meaning[]): ReadonlySet<number> {
  const names = new Set<number>()
  for (const [at, token] of tokens.entries()) if (at > 0 && isName(text, token)) names.add(at)
  for (const { at, meanings: own } of meanings) if (own.includes("tool")) names.delete(at)
  return names
}

/** The tokens that name somebody, by a role or by a name. */
function somebodyIn(names: ReadonlySet<number>, meanings: readonly Meaning[]): ReadonlySet<number> {
  const somebody = new Set(names)
  for (const { at, length, meanings: own } of meanings)
    if (PEOPLE.some((name) => own.includes(name))) somebody.add(at + length - 1)
  return somebody
}

const isName = (text: string, { text: word, start, end }: Token): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(text.slice(start, end)) && !NO_NAME.test(word)

/** Reads one sentence of a text. */
export function senseOf(text: string, span: Span): Sense {
  const tokens = tokensIn(text, span.start, span.end)
  const words = tokens.map((token) => token.text)
  const meanings = meaningsIn(words)
  const names = namesIn(text, tokens, meanings)
  const persons = personsIn(words, somebodyIn(names, meanings))
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
    names,
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
