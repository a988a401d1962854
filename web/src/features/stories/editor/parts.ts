import type { Part, ReadSentence } from "@backfill/coach"
import type { Span } from "./follow.ts"

/** How each part is shown: in the order a story is told, the letter it is known by, and its shade in that order. */
export const PARTS: ReadonlyArray<{ part: Part; letter: string; name: string; means: string }> = [
  { part: "situation", letter: "S", name: "Situation", means: "context before your own part" },
  { part: "task", letter: "T", name: "Task", means: "what was asked, or the real problem" },
  { part: "action", letter: "A", name: "Action", means: "what you did, decided or said" },
  { part: "result", letter: "R", name: "Result", means: "what it meant" },
  { part: "hardening", letter: "H", name: "Hardening", means: "what keeps it from coming back" },
  { part: "other", letter: "O", name: "Other", means: "everything else" },
]

export const letterOf = (part: Part): string => PARTS.find((shown) => shown.part === part)?.letter ?? ""

/** Sentences of one part that follow each other. */
export type Run = Span & { part: Part }

/** The story as a row of parts, in the order it is told. */
export function runsOf(sentences: readonly (Span & { part: Part })[]): Run[] {
  const runs: Run[] = []
  for (const { part, start, end } of sentences) {
    const last = runs.at(-1)
    if (last?.part === part) last.end = end
    else runs.push({ part, start, end })
  }
  return runs
}

export type Band = (typeof PARTS)[number] & { words: number; sentences: number; seconds: number }

/** Words a minute in the middle of what people say: the ribbon is drawn at this pace. */
export const PACE = 125

const wordsIn = (text: string) => text.split(/\s+/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece)).length

/** What each part takes of the story, in the order of `PARTS`; parts that aren't there are left out. */
export function bandsOf(text: string, sentences: readonly ReadSentence[]): Band[] {
  return PARTS.flatMap((shown) => {
    const own = sentences.filter(({ part }) => part === shown.part)
    const words = own.reduce((sum, { start, end }) => sum + wordsIn(text.slice(start, end)), 0)
    return words === 0 ? [] : [{ ...shown, words, sentences: own.length, seconds: (words / PACE) * 60 }]
  })
}
