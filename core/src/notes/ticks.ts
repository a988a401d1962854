import type { NoteEntry } from "./entry.ts"
import { parseNote } from "./parse.ts"
import type { TickBounds } from "./parse.ts"

/** A sign seen at a question, with the notes it was ticked in: evidence to offer for the rating. */
export interface SeenSign {
  sign: "good" | "warning"
  number: number
  noteIds: string[]
}

/**
 * The signs ticked at each question: good ones first, by number, each once. Deleted notes and notes tied to no question
 * tick nothing; neither does a number the question doesn't have.
 */
export function ticksFromNotes(
  notes: readonly NoteEntry[],
  bounds: Readonly<Record<string, TickBounds>>,
): Record<string, SeenSign[]> {
  const seen = new Map<string, Map<string, SeenSign>>()
  for (const note of notes) {
    const limits = note.questionId === null ? undefined : bounds[note.questionId]
    if (note.deleted || note.questionId === null || limits === undefined) continue
    const signs = seen.get(note.questionId) ?? new Map<string, SeenSign>()
    for (const { tick } of parseNote(note.text, limits)) {
      if (!tick) continue
      const key = `${tick.sign} ${tick.number}`
      const noteIds = signs.get(key)?.noteIds ?? []
      signs.set(key, { ...tick, noteIds: noteIds.includes(note.id) ? noteIds : [...noteIds, note.id] })
    }
    if (signs.size > 0) seen.set(note.questionId, signs)
  }
  return Object.fromEntries(
    [...seen].map(([questionId, signs]) => [
      questionId,
      [...signs.values()].toSorted(
        (a, b) => Number(a.sign === "warning") - Number(b.sign === "warning") || a.number - b.number,
      ),
    ]),
  )
}
