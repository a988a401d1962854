import { VERBS } from "../lexicon/verbs.ts"
import type { Sense } from "./sense.ts"

const VERB_CLASSES = new Set(Object.keys(VERBS))
const OBJECTS = /^(me|us|them|him|her|everyone|everybody)$/

/** A rough stem, so that a word seen in one form is known in the others. */
export function stemOf(word: string): string {
  if (word.length <= 4) return word
  return word
    .replace(/'s$/, "")
    .replace(/(ies|ied)$/, "y")
    .replace(/(ing|ed|es|s|e|ly)$/, "")
    .replace(/([^aeiou])\1$/, "$1")
}

/** Cues of a sentence that its neighbours see too. */
function cuesOf(sense: Sense): string[] {
  const cues = [`person ${sense.person}`, `tense ${sense.tense}`]
  for (const name of sense.classes) cues.push(name)
  for (const q of sense.quantities) cues.push(`#${q.kind}`)
  return cues
}

function ownFeatures(sense: Sense, cues: readonly string[]): string[] {
  const { words, persons, meanings } = sense
  const found = cues.map((cue) => `c ${cue}`)
  const add = (feature: string) => found.push(feature)
  for (const [at, word] of words.entries()) {
    add(`w ${/^\d/.test(word) ? "0" : stemOf(word)}`)
    if (at + 1 < words.length) add(`b ${word} ${words[at + 1]}`)
  }
  for (const word of words.slice(0, 5)) add(`early ${word}`)
  add(`first ${words[0]}`)
  add(`first2 ${words[0]} ${words[1] ?? ""}`)
  add(`last ${stemOf(words.at(-1) ?? "")}`)
  let first = true
  for (const { at, length, meanings: names } of meanings)
    for (const name of names) {
      const person = persons[at] ?? "none"
      if (VERB_CLASSES.has(name)) {
        add(`p ${person} ${name}`)
        add(`t ${sense.tense} ${name}`)
        if (first) add(`v ${person} ${name} ${sense.tense}`)
        const object = words[at + length] ?? ""
        if (OBJECTS.test(object)) add(`o ${name} ${object}`)
        first = false
      }
      if (at < 3) add(`a ${name}`)
    }
  add(`pt ${sense.person} ${sense.tense}`)
  if (sense.isPassive) add("passive")
  if (sense.isQuestion) add("question")
  if (sense.changes.length > 0) add("change")
  if (sense.quantities.length > 1) add("quantities")
  add(`length ${Math.min(6, Math.floor(Math.log2(words.length + 1)))}`)
  for (const p of new Set(persons)) add(`has ${p}`)
  return found
}

/** The features of every sentence of a story, its place and its neighbours included. */
export function featuresOf(senses: readonly Sense[]): string[][] {
  const cues = senses.map(cuesOf)
  const n = senses.length
  let actions = 0
  return senses.map((sense, i) => {
    const features = ownFeatures(sense, cues[i] as string[])
    const place = Math.floor((i / Math.max(1, n - 1)) * 5.999)
    features.push("bias", `place ${place}`, `place ${place} ${sense.person}`, `place ${place} ${sense.tense}`)
    if (i < 3) features.push(`from ${i}`)
    if (n - i <= 3) features.push(`to ${n - i}`)
    features.push(
      `acted ${Math.min(4, actions)}`,
      `acted ${Math.min(4, actions)} ${sense.person} ${sense.tense}`,
    )
    for (const name of [
      "durable",
      "recurrence",
      "business",
      "own",
      "constraint",
      "fall",
      "recover",
      "tell",
      "build",
      "fail",
      "scene",
      "problem",
      "#money",
      "#count",
      "#percent",
      "#duration",
      "stakeholder",
      "role",
      "when",
      "stake",
      "rule",
      "contrast",
    ])
      if (cues[i]?.includes(name))
        features.push(`place ${Math.floor(place / 2)} ${name}`, `pt ${sense.person} ${sense.tense} ${name}`)
    for (const cue of cues[i - 1] ?? []) features.push(`- ${cue}`)
    for (const cue of cues[i + 1] ?? []) features.push(`+ ${cue}`)
    if (
      sense.person === "I" &&
      sense.tense === "past" &&
      (sense.classes.has("build") ||
        sense.classes.has("investigate") ||
        sense.classes.has("tell") ||
        sense.classes.has("decide"))
    )
      actions++
    return features
  })
}
