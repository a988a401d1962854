import { collectProse, type Draft, type FoundText, sentencesIn, sentenceWordsIn, wordsIn } from "../draft.ts"
import { type Problem, problem, quote } from "../problem.ts"
import type { Comparison } from "../rules/likeness.ts"
import { nearDuplicates, type Owned, sharedRuns } from "../rules/similar.ts"

const LEVELS = ["junior", "mid", "senior", "principal"]
const SCORES = ["1", "2", "3", "4", "5"]

/** Prose is written for its place: no sentence is another question's with a word exchanged, no phrase is used again. */
export function checkProse(draft: Draft, comparison: Comparison): Problem[] {
  return [...templated(draft, comparison), ...phrases(draft)]
}

interface Sentence extends Owned {
  text: FoundText
  sentence: string
}

function templated(draft: Draft, comparison: Comparison): Problem[] {
  const sentences = questionTexts(draft).flatMap((text) => {
    const words = sentenceWordsIn(draft, text)
    const of = { text, owner: text.source.file, spoken: isSpoken(text) }
    return sentencesIn(text).map((sentence, at): Sentence => ({ ...of, sentence, words: words[at] ?? [] }))
  })
  return nearDuplicates(sentences, comparison).map(([at, earlier]) => {
    const { text, sentence } = sentences[at] as Sentence
    const other = sentences[earlier] as Sentence
    const where = `${other.text.source.file}, line ${other.text.source.place(other.text.path).line}`
    const message = `${quote(sentence)} is nearly a sentence of another question (${where}).`
    const help = "Say what is particular to this question; raters stop reading what they have read before."
    return problem("sentence-repeated", text.source.file, text.source.place(text.path), message, help)
  })
}

function isSpoken({ path }: FoundText): boolean {
  return path[0] === "question" || path[0] === "probes"
}

function questionTexts(draft: Draft): FoundText[] {
  const at = (...path: string[]) => collectProse(draft, "question", path)
  return [
    ...at("purpose"),
    ...at("question"),
    ...at("probes", "*"),
    ...LEVELS.flatMap((level) => [
      ...at("expectations", level, "expected"),
      ...at("expectations", level, "why"),
    ]),
    ...at("indicators", "positive", "*"),
    ...at("indicators", "negative", "*"),
    ...SCORES.flatMap((score) => at("anchors", score)),
    ...at("samples", "*", "answer"),
    ...at("confusedWith"),
  ]
}

/** Words in a row that two indicators, anchors or expectations may have in common. */
const MAX_SHARED = 6

function phrases(draft: Draft): Problem[] {
  const texts = (["question", "exercise"] as const).flatMap((kind) => {
    const at = (...path: string[]) => collectProse(draft, kind, path)
    return [
      ...LEVELS.flatMap((level) => at("expectations", level, "expected")),
      ...at("indicators", "positive", "*"),
      ...at("indicators", "negative", "*"),
      ...SCORES.flatMap((score) => at("anchors", score)),
    ]
  })
  const read = texts.map((text) => wordsIn(draft, text))
  return sharedRuns(read, MAX_SHARED + 1).map(({ at, earlier, start, words }) => {
    const text = texts[at] as FoundText
    const other = texts[earlier] as FoundText
    const run = (read[at] ?? []).slice(start, start + words).map((word) => draft.vocabulary.word(word))
    const where = `${other.source.file}, line ${other.source.place(other.path).line}`
    const message = `${quote(run.join(" "))} is word for word in another indicator, anchor or expectation (${where}).`
    const help = "Say it in the terms of this place, so that each can be told from the others."
    return problem("phrase-repeated", text.source.file, text.source.place(text.path), message, help)
  })
}
