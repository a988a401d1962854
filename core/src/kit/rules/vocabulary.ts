import { normalWord, rawWordsOf } from "./sentences.ts"

/** A text as the numbers of its words. */
export type Numbers = readonly number[]

/**
 * Gives each word of a kit's texts a number, the same for `wordsOf`'s same word: texts kept and compared as numbers take
 * a fraction of the memory and time of lists of words, and what is known of a word is worked out once.
 */
export class Vocabulary {
  private readonly numbers = new Map<string, number>()
  private readonly words: string[] = []
  private readonly counted: number[] = []
  private readonly known = new Map<string, number>()

  /** The numbers of a text's words, in order. */
  read(text: string): Numbers {
    return rawWordsOf(text).map((word) => this.numbers.get(word) ?? this.learn(word))
  }

  /** The word behind a number; empty for a number never given out. */
  word(number: number): string {
    return this.words[number] ?? ""
  }

  /** The syllables of a word, as the measure of how hard a text reads counts them. */
  syllables(number: number): number {
    return (this.counted[number] ??= syllablesOf(this.word(number)))
  }

  private learn(raw: string): number {
    const word = normalWord(raw)
    let number = this.known.get(word)
    if (number === undefined) {
      number = this.words.length
      this.words.push(word)
      this.known.set(word, number)
    }
    this.numbers.set(raw, number)
    return number
  }
}

/** The syllables of a word by counting groups of vowels, without a silent e; close enough over a paragraph. */
function syllablesOf(word: string): number {
  const trimmed = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, (end) => (end.startsWith("ed") ? "d" : ""))
  return Math.max(1, trimmed.match(/[aeiouyà-ü]+/g)?.length ?? 1)
}
