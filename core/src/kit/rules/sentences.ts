import { plain } from "./rule.ts"

/** No sentence is read further than this: the rules look back and ahead in it, which costs the square of its length. */
const MAX_SENTENCE = 600

/** Full stops that end no sentence. */
const ABBREVIATIONS = /\b(?:e\.g|i\.e|etc|vs|approx|no|fig|mr|mrs|ms|dr|st|u\.s|p\.m|a\.m)\.$/i

/** A text cut into sentences, each with the mark that ends it. Headings, list items and paragraphs end one too. */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = []
  for (const block of text.split(/\n\s*\n|\n(?=\s*(?:[-*+>|#]|\d+[.)])\s)/)) {
    let sentence = ""
    for (const piece of plain(block).split(/(?<=[.!?…]["')\]]?)\s+(?=["'([]?[\p{Lu}\d])/u)) {
      sentence = sentence === "" ? piece : `${sentence} ${piece}`
      if (ABBREVIATIONS.test(sentence)) continue
      if (sentence !== "") sentences.push(sentence.slice(0, MAX_SENTENCE))
      sentence = ""
    }
    if (sentence !== "") sentences.push(sentence.slice(0, MAX_SENTENCE))
  }
  return sentences
}

/** The sentences of a wording without what stands in quotation marks: somebody else asks that. */
export function spokenSentences(text: string): string[] {
  return sentencesOf(text.replaceAll(/[“"«][^”"»]{1,300}[”"»]/g, "it"))
}

const WORD = /\d+(?:[.,:]\d+)*|\p{L}+(?:['’]\p{L}+)?/gu

/** The words of a text in lower case; every number reads as #. */
export function wordsOf(text: string): string[] {
  return rawWordsOf(text).map(normalWord)
}

/** The words of a text in lower case, numbers and apostrophes as they were written. */
export function rawWordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? []
}

/** A word of `rawWordsOf` as `wordsOf` has it. */
export function normalWord(raw: string): string {
  return raw >= "0" && raw < ":" ? "#" : raw.replace("’", "'")
}
