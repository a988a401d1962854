import type { Stretch } from "./names.ts"

const NEUTRAL: Record<string, string> = {
  he: "they",
  him: "them",
  his: "their",
  himself: "themselves",
  she: "they",
  her: "their",
  hers: "theirs",
  herself: "themselves",
}

/** English pronouns that tell a gender, with a neutral one. In capitals they are taken for an abbreviation and stay. */
export function findPronouns(text: string): (Stretch & { by: string })[] {
  const words = text.matchAll(
    /(?<![\p{L}\p{N}_])(?:[Hh]e|[Hh]im|[Hh]is|[Hh]imself|[Ss]he|[Hh]ers?|[Hh]erself)(?![\p{L}\p{N}_])/gu,
  )
  return [...words].map((match) => {
    const word = match[0]
    const neutral = NEUTRAL[word.toLowerCase()] ?? word
    const capital = word.charAt(0) !== word.charAt(0).toLowerCase()
    const by = capital ? neutral.charAt(0).toUpperCase() + neutral.slice(1) : neutral
    return { start: match.index, end: match.index + word.length, by }
  })
}
