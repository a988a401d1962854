import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { editNote, newNote, NoteEntry } from "./entry.ts"
import type { NoteEdit } from "./entry.ts"
import { mergeNotes, visibleNotes } from "./merge.ts"
import { parseNote, parseNoteLine, tickText } from "./parse.ts"
import { ticksFromNotes } from "./ticks.ts"

const BOUNDS = { good: 6, warning: 5 }
const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`
const edit = (n: number, over: Partial<NoteEdit> = {}): NoteEdit => ({
  editId: uuid(n),
  editedAt: 1000 + n,
  device: "laptop",
  clientSeq: n,
  questionId: "q",
  atSeconds: 60,
  text: `text ${n}`,
  deleted: false,
  ...over,
})

describe("parseNoteLine", () => {
  it("ticks a good or a warning sign at the start of a line", () => {
    expect(parseNoteLine("+3", BOUNDS)).toEqual({
      tick: { sign: "good", number: 3 },
      text: "",
      outOfBounds: false,
    })
    expect(parseNoteLine("-2 restarts first", BOUNDS)).toEqual({
      tick: { sign: "warning", number: 2 },
      text: "restarts first",
      outOfBounds: false,
    })
    expect(parseNoteLine("−2\tlooks later", BOUNDS).tick).toEqual({ sign: "warning", number: 2 })
  })

  it("leaves everything else as text", () => {
    for (const line of [
      "",
      "3",
      " +3",
      "+3x",
      "-2.5 GB",
      "+31 6 1234",
      "+0",
      "+03",
      "− 2",
      "–2 en dash",
      "a +3",
      "++3",
      "+3,",
    ]) {
      expect(parseNoteLine(line, BOUNDS), line).toMatchObject({ tick: null, text: line })
    }
  })

  it("says when the question has no such sign, and keeps the line", () => {
    expect(parseNoteLine("+7 x", BOUNDS)).toEqual({ tick: null, text: "+7 x", outOfBounds: true })
    expect(parseNoteLine("-6", BOUNDS).outOfBounds).toBe(true)
    expect(parseNoteLine("-6", { good: 1, warning: 12 }).tick).toEqual({ sign: "warning", number: 6 })
  })

  it("reads what it writes, and loses no character of a text", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("good", "warning"),
        fc.integer({ min: 1, max: 5 }),
        fc.string(),
        (sign, number, rest) => {
          const text = rest.trimStart()
          const line = parseNoteLine(`${tickText({ sign, number })} ${text}`, BOUNDS)
          expect(line).toEqual({ tick: { sign, number }, text, outOfBounds: false })
        },
      ),
    )
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const line = parseNoteLine(text, BOUNDS)
        expect(text.endsWith(line.text)).toBe(true)
        if (!line.tick) expect(line.text).toBe(text)
      }),
    )
  })

  it("reads every line of a note", () => {
    expect(parseNote("+1 a\r\nplain\n−1", BOUNDS).map((line) => line.tick?.number ?? null)).toEqual([
      1,
      null,
      1,
    ])
  })
})

describe("editNote", () => {
  it("keeps the older text and wins even with a slow clock", () => {
    const note = editNote(newNote(uuid(9), edit(1)), edit(2, { editedAt: 5, text: "better" }))
    expect(note).toMatchObject({ text: "better", editedAt: 1002, history: [{ text: "text 1" }] })
    expect(NoteEntry.parse(note)).toEqual(note)
    expect(mergeNotes([note], [newNote(uuid(9), edit(1))])).toEqual([note])
  })
})

// Few ids and times on purpose, so that the same note is edited on several sides, ties included.
const anyEdit = fc.record({
  editId: fc.integer({ min: 1, max: 12 }).map(uuid),
  editedAt: fc.nat(5),
  device: fc.constantFrom("laptop", "phone"),
  clientSeq: fc.nat(3),
  questionId: fc.option(fc.constantFrom("q1", "q2")),
  atSeconds: fc.nat(3),
  text: fc.constantFrom("a", "b", "+1 c", ""),
  deleted: fc.boolean(),
})
const anyLog = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.array(anyEdit, { minLength: 1, maxLength: 4 }))
    .map(([id, [first, ...rest]]): NoteEntry => {
      const note = newNote(uuid(100 + id), first ?? edit(1))
      return rest.reduce<NoteEntry>(
        (held, next) => ({ ...next, id: held.id, history: [...held.history, strip(held)] }),
        note,
      )
    }),
  { maxLength: 5 },
)
function strip({ id: _id, history: _history, ...present }: NoteEntry): NoteEdit {
  return present
}
const allEdits = (log: NoteEntry[]): Set<string> =>
  new Set(
    log.flatMap((note) =>
      [...note.history, strip(note)].map((held) =>
        JSON.stringify([note.id, Object.entries(held).toSorted()]),
      ),
    ),
  )

describe("mergeNotes", () => {
  it("keeps both devices' notes in the order of the talk", () => {
    const laptop = newNote(uuid(1), edit(1, { atSeconds: 90 }))
    const phone = newNote(uuid(2), edit(2, { atSeconds: 30, device: "phone" }))
    expect(mergeNotes([laptop], [phone])).toEqual([phone, laptop])
  })

  it("lets the later edit win and keeps the other as history", () => {
    const start = newNote(uuid(1), edit(1))
    const mine = editNote(start, edit(2, { text: "mine" }))
    const theirs = editNote(start, edit(3, { text: "theirs" }))
    expect(mergeNotes([mine], [theirs])).toMatchObject([
      { text: "theirs", history: [{ text: "text 1" }, { text: "mine" }] },
    ])
  })

  it("hides a deleted note, and brings it back when it was edited later elsewhere", () => {
    const start = newNote(uuid(1), edit(1))
    const deleted = editNote(start, edit(2, { deleted: true }))
    expect(visibleNotes(mergeNotes([start], [deleted]))).toEqual([])
    const edited = editNote(start, edit(5, { text: "needed" }))
    expect(visibleNotes(mergeNotes([deleted], [edited]))).toMatchObject([{ text: "needed" }])
  })

  it("is commutative, associative and idempotent", () => {
    fc.assert(
      fc.property(anyLog, anyLog, anyLog, (a, b, c) => {
        const ab = mergeNotes(a, b)
        expect(mergeNotes(b, a)).toEqual(ab)
        expect(mergeNotes(ab, c)).toEqual(mergeNotes(a, mergeNotes(b, c)))
        expect(mergeNotes(ab, ab)).toEqual(ab)
        expect(mergeNotes(ab, a)).toEqual(ab)
        expect(mergeNotes(a, a)).toEqual(mergeNotes(a, []))
      }),
      { numRuns: 500 },
    )
  })

  it("loses no edit and invents none", () => {
    fc.assert(
      fc.property(anyLog, anyLog, (a, b) => {
        const merged = mergeNotes(a, b)
        expect(allEdits(merged)).toEqual(new Set([...allEdits(a), ...allEdits(b)]))
        expect(new Set(merged.map((note) => note.id)).size).toBe(merged.length)
        for (const note of merged) {
          const times = [...note.history, note].map((held) => held.editedAt)
          expect(times).toEqual(times.toSorted((x, y) => x - y))
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe("ticksFromNotes", () => {
  const note = (n: number, text: string, over: Partial<NoteEdit> = {}): NoteEntry =>
    newNote(uuid(n), edit(n, { text, ...over }))

  it("gathers signs by question with the notes they stand in", () => {
    const notes = [
      note(1, "-2 stalls"),
      note(2, "+4 bounds lag\n+1"),
      note(3, "+4 again\n+4"),
      note(4, "+9 none"),
    ]
    expect(ticksFromNotes(notes, { q: BOUNDS })).toEqual({
      q: [
        { sign: "good", number: 1, noteIds: [uuid(2)] },
        { sign: "good", number: 4, noteIds: [uuid(2), uuid(3)] },
        { sign: "warning", number: 2, noteIds: [uuid(1)] },
      ],
    })
  })

  it("takes nothing from deleted notes, from the talk as a whole, or from unknown questions", () => {
    const notes = [
      note(1, "+1", { deleted: true }),
      note(2, "+1", { questionId: null }),
      note(3, "+1", { questionId: "x" }),
    ]
    expect(ticksFromNotes(notes, { q: BOUNDS })).toEqual({})
  })
})
