import { z } from "zod"

const Instant = z.number().int().min(0).describe("Epoch milliseconds by the writing device’s clock.")

/** One state of a note as somebody wrote it. Never changed once made. */
export const NoteEdit = z.strictObject({
  editId: z.uuid(),
  editedAt: Instant,
  device: z.string().min(1).max(64),
  clientSeq: z.number().int().min(0).describe("Counts up on each device; tells the server what it has seen."),
  questionId: z
    .string()
    .min(1)
    .max(64)
    .nullable()
    .describe("The item the note is tied to; null: the talk as a whole."),
  atSeconds: z.number().min(0).describe("Seconds since the round began."),
  text: z.string().max(20_000),
  deleted: z.boolean(),
})
export type NoteEdit = z.infer<typeof NoteEdit>

/** A note: its present state, and every state it replaced, oldest first. `id` is made by the client. */
export const NoteEntry = NoteEdit.extend({ id: z.uuid(), history: z.array(NoteEdit).max(2000) })
export type NoteEntry = z.infer<typeof NoteEntry>

/** A new note without history. */
export function newNote(id: string, edit: NoteEdit): NoteEntry {
  return { ...edit, id, history: [] }
}

/**
 * The note with one more edit. An edit made with the note before one's eyes wins over it, even when the device's clock
 * is behind: its time is moved just after the state it replaces. Edits made elsewhere meanwhile are `mergeNotes`' matter.
 */
export function editNote(note: NoteEntry, edit: NoteEdit): NoteEntry {
  const { id, history, ...replaced } = note
  const editedAt = Math.max(edit.editedAt, replaced.editedAt + 1)
  return { ...edit, editedAt, id, history: [...history, replaced] }
}
