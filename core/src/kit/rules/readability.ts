import type { Numbers, Vocabulary } from "./vocabulary.ts"

/**
 * How hard a text may be: Flesch and Kincaid's grade (J. P. Kincaid and others, 1975: 0.39 words per sentence + 11.8
 * syllables per word − 15.59) and the words in its longest sentence. What is spoken is held to less. Over fewer words
 * than `leastWords` the grade is chance.
 */
export const READABILITY = {
  spoken: { grade: 12, sentence: 40, leastWords: 8 },
  written: { grade: 18, sentence: 50, leastWords: 20 },
} as const

/** Flesch and Kincaid's grade of an English text, given by its sentences, and the length of its longest one in words. */
export function readability(
  sentences: readonly Numbers[],
  vocabulary: Vocabulary,
): { grade: number; longest: number; words: number } {
  let [count, words, syllables, longest] = [0, 0, 0, 0]
  for (const sentence of sentences) {
    if (sentence.length === 0) continue
    count++
    words += sentence.length
    longest = Math.max(longest, sentence.length)
    for (const word of sentence) syllables += vocabulary.syllables(word)
  }
  if (words === 0) return { grade: 0, longest: 0, words: 0 }
  return { grade: 0.39 * (words / count) + 11.8 * (syllables / words) - 15.59, longest, words }
}

/** A text without what nobody reads aloud: blocks of code, tables, and code inside a sentence, which reads as one word. */
export function withoutCode(text: string): string {
  if (!/[`|]/.test(text)) return text
  return text
    .replaceAll(/```[\s\S]*?```/g, "")
    .replaceAll(/^\|.*\|$/gm, "")
    .replaceAll(/`[^`\n]*`/g, "it")
}
