import type { NoteEdit, NoteEntry } from "./entry.ts"

/**
 * Merges two logs of the same notes, as two devices (or a device and the server) hold them. Nothing is lost: of each note
 * every edit known to either side is kept, the latest by (editedAt, editId) is its present state, older ones are its
 * history. A deletion is an edit like any other; a note edited after it elsewhere comes back.
 *
 * The merge is commutative, associative and idempotent, so logs may be sent twice, late and in any order. The result is
 * sorted by time in the talk.
 */
export function mergeNotes(a: readonly NoteEntry[], b: readonly NoteEntry[]): NoteEntry[] {
  const edits = new Map<string, Map<string, NoteEdit>>()
  for (const { id, history, ...present } of [...a, ...b]) {
    const known = edits.get(id) ?? new Map<string, NoteEdit>()
    edits.set(id, known)
    for (const edit of [...history, present]) known.set(fingerprint(edit), plain(edit))
  }
  return [...edits].map(([id, known]) => assemble(id, known)).toSorted(inOrderOfTalk)
}

/** Notes that aren't deleted, in their order. */
export function visibleNotes(notes: readonly NoteEntry[]): NoteEntry[] {
  return notes.filter((note) => !note.deleted)
}

function assemble(id: string, known: ReadonlyMap<string, NoteEdit>): NoteEntry {
  const sorted = [...known].toSorted(([keyA, a], [keyB, b]) => {
    // Ids differ unless a client is broken; then what it wrote decides, so that both sides still decide alike.
    return a.editedAt - b.editedAt || compare(a.editId, b.editId) || compare(keyA, keyB)
  })
  const history = sorted.map(([, edit]) => edit)
  const present = history.pop()
  if (!present) throw new RangeError(`note ${id} has no edits`)
  return { ...present, id, history }
}

function inOrderOfTalk(a: NoteEntry, b: NoteEntry): number {
  return (
    a.atSeconds - b.atSeconds ||
    compare(a.device, b.device) ||
    a.clientSeq - b.clientSeq ||
    compare(a.id, b.id)
  )
}

/** The edit's own fields only, so that two copies are equal whatever else came along. */
function plain({
  editId,
  editedAt,
  device,
  clientSeq,
  questionId,
  atSeconds,
  text,
  deleted,
}: NoteEdit): NoteEdit {
  return { editId, editedAt, device, clientSeq, questionId, atSeconds, text, deleted }
}

function fingerprint(edit: NoteEdit): string {
  return JSON.stringify(Object.values(plain(edit)))
}

/** By UTF-16 code units: the same on every machine, unlike a locale's order. */
function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
