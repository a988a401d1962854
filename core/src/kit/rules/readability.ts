import { sentencesOf, wordsOf } from "./sentences.ts"

/**
 * How hard a text may be: Flesch and Kincaid's grade (J. P. Kincaid and others, 1975: 0.39 words per sentence + 11.8
 * syllables per word − 15.59) and the words in its longest sentence. What is spoken is held to less. Over fewer words
 * than `leastWords` the grade is chance.
 */
export const READABILITY = {
  spoken: { grade: 12, sentence: 40, leastWords: 8 },
  written: { grade: 18, sentence: 50, leastWords: 20 },
} as const

/** Flesch and Kincaid's grade of an English text and the length of its longest sentence in words. */
export function readability(text: string): { grade: number; longest: number; words: number } {
  const sentences = sentencesOf(withoutCode(text))
    .map(wordsOf)
    .filter((words) => words.length > 0)
  const words = sentences.flat()
  if (words.length === 0) return { grade: 0, longest: 0, words: 0 }
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return {
    grade: 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59,
    longest: sentences.reduce((most, { length }) => Math.max(most, length), 0),
    words: words.length,
  }
}

function withoutCode(text: string): string {
  return text
    .replaceAll(/```[\s\S]*?```/g, "")
    .replaceAll(/^\|.*\|$/gm, "")
    .replaceAll(/`[^`\n]*`/g, "it")
}

/** Syllables by counting groups of vowels, without a silent e; close enough over a paragraph. */
function syllablesOf(word: string): number {
  const trimmed = word.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, (end) => (end.startsWith("ed") ? "d" : ""))
  return Math.max(1, trimmed.match(/[aeiouyà-ü]+/g)?.length ?? 1)
}
