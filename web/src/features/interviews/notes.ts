import type { Console, NoteEntry } from "@backfill/contract"
import { mergeNotes, parseNote, type TickBounds } from "@backfill/core"

type CoreNote = Parameters<typeof mergeNotes>[0][number]

const toCore = (note: NoteEntry): CoreNote => ({
  id: note.id,
  editId: `${note.device}/${String(note.seq).padStart(12, "0")}`,
  editedAt: Date.parse(note.editedAt),
  device: note.device,
  clientSeq: note.seq,
  questionId: note.itemId,
  atSeconds: note.atSeconds,
  text: note.text,
  deleted: note.deleted,
  history: [],
})

/** Which of two versions of one note stands, by the rule the server goes by. */
export function laterVersion(a: NoteEntry, b: NoteEntry): NoteEntry {
  const [standing] = mergeNotes([toCore(a)], [toCore(b)])
  return standing?.device === a.device && standing.clientSeq === a.seq ? a : b
}

/** Merges two lists of notes into one, each note in the version that stands, in the order of the talk. */
export function merged(a: ReadonlyArray<NoteEntry>, b: ReadonlyArray<NoteEntry>): NoteEntry[] {
  const byId = new Map<string, NoteEntry>()
  for (const note of [...a, ...b]) {
    const other = byId.get(note.id)
    byId.set(note.id, other ? laterVersion(other, note) : note)
  }
  return [...byId.values()].toSorted(
    (x, y) => x.atSeconds - y.atSeconds || x.seq - y.seq || (x.id < y.id ? -1 : 1),
  )
}

/** How many signs the item of a note has; none for a stretch that isn't an item. */
export function boundsOf(items: Console["items"], itemId: string): TickBounds {
  const item = items.find((candidate) => candidate.id === itemId)
  return { good: item?.positive.length ?? 0, warning: item?.negative.length ?? 0 }
}

/** Signs that a note ticks, as numbers: negative for a warning sign. */
export function ticksIn(text: string, bounds: TickBounds): number[] {
  const numbers = parseNote(text, bounds).flatMap(({ tick }) =>
    tick ? [tick.sign === "good" ? tick.number : -tick.number] : [],
  )
  return [...new Set(numbers)]
}

/** The text as every store takes it: no control characters but tab and line ends, no half characters. */
export function storable(text: string): string {
  return text
    .replace(/(?![\t\n\r])\p{Cc}/gu, "")
    .toWellFormed()
    .trimEnd()
    .slice(0, 4000)
    .toWellFormed()
}
