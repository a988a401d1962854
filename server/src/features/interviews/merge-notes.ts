import type { NoteEntry } from "@backfill/contract"
import { mergeNotes, newNote, type NoteEntry as Logged } from "@backfill/core"
import { entryOf, type NoteRow } from "./interviews.store.ts"

/** A stored version as the rules merge it: device and its count name the version, zeros in front for their order. */
const logged = (entry: NoteEntry): Logged =>
  newNote(entry.id, {
    editId: `${entry.device}/${String(entry.seq).padStart(12, "0")}`,
    editedAt: new Date(entry.editedAt).getTime(),
    device: entry.device,
    clientSeq: entry.seq,
    questionId: entry.itemId || null,
    atSeconds: entry.atSeconds,
    text: entry.text,
    deleted: entry.deleted,
  })

const entry = (note: Logged): NoteEntry => ({
  id: note.id,
  itemId: note.questionId ?? "",
  atSeconds: note.atSeconds,
  text: note.text,
  editedAt: new Date(note.editedAt).toISOString(),
  deleted: note.deleted,
  device: note.device,
  seq: note.clientSeq,
})

/** The present state of each note out of all its versions, in order of the talk. Deleted ones stay, marked as such. */
export const mergeRows = (rows: readonly NoteRow[]): Logged[] => merge(rows.map(entryOf))
const merge = (entries: readonly NoteEntry[]): Logged[] => mergeNotes(entries.map(logged), [])

export const mergeEntries = (entries: readonly NoteEntry[]): NoteEntry[] => merge(entries).map(entry)
export const presentNotes = (rows: readonly NoteRow[]): NoteEntry[] => mergeRows(rows).map(entry)

export interface FrozenNotes {
  /** As they stood when the card was submitted. */
  frozen: NoteEntry[]
  /** What arrived afterwards, from a device that had been offline: new notes, and other wordings of frozen ones. */
  late: NoteEntry[]
}

/** Parts an author's notes by whether they had arrived when the card was submitted. Deleted notes are in neither. */
export function frozenAt(rows: readonly NoteRow[], submittedAt: Date): FrozenNotes {
  const inTime = rows.filter((row) => row.receivedAt <= submittedAt)
  const frozen = presentNotes(inTime).filter((note) => !note.deleted)
  const known = new Map(frozen.map((note) => [note.id, note.text]))
  const late = presentNotes(rows.filter((row) => row.receivedAt > submittedAt)).filter(
    (note) => !note.deleted && known.get(note.id) !== note.text,
  )
  return { frozen, late }
}
