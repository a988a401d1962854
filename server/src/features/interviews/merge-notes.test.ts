import { describe, expect, it } from "vitest"
import type { NoteRow } from "./interviews.store.ts"
import { frozenAt, presentNotes } from "./merge-notes.ts"
import { beganAt } from "./sync.ts"

const SUBMITTED = new Date("2026-11-02T15:00:00Z")
const row = (over: Partial<NoteRow>): NoteRow => ({
  id: "a",
  interviewId: "i",
  authorId: "p",
  itemId: "late",
  atSeconds: 60,
  text: "first",
  editedAt: new Date("2026-11-02T14:01:00Z"),
  deleted: false,
  device: "laptop",
  seq: 1,
  receivedAt: new Date("2026-11-02T14:01:01Z"),
  ...over,
})

describe("presentNotes", () => {
  it("shows the latest wording of each note, in order of the talk, deletions marked", () => {
    const rows = [
      row({ id: "b", atSeconds: 90, text: "second" }),
      row({}),
      row({ text: "better", seq: 2, editedAt: new Date("2026-11-02T14:02:00Z") }),
      row({ id: "b", atSeconds: 90, seq: 3, deleted: true, editedAt: new Date("2026-11-02T14:03:00Z") }),
    ]
    const shown = presentNotes(rows)
    expect(shown.map(({ id, text, deleted }) => [id, text, deleted])).toEqual([
      ["a", "better", false],
      ["b", "first", true],
    ])
    expect(presentNotes([...rows].reverse())).toEqual(shown)
  })

  it("orders two edits of the same moment by device and by count, ten after nine", () => {
    const same = new Date("2026-11-02T14:02:00Z")
    expect(
      presentNotes([
        row({ seq: 10, text: "ten", editedAt: same }),
        row({ seq: 9, text: "nine", editedAt: same }),
      ])[0]?.text,
    ).toBe("ten")
  })
})

describe("frozenAt", () => {
  it("keeps what arrived after the card apart, as new notes or other wordings", () => {
    const late = { receivedAt: new Date("2026-11-02T16:00:00Z"), device: "tablet" }
    const { frozen, late: after } = frozenAt(
      [
        row({}),
        row({ id: "c", text: "from the train", ...late }),
        row({ text: "reworded", seq: 7, editedAt: new Date("2026-11-02T14:30:00Z"), ...late }),
      ],
      SUBMITTED,
    )
    expect(frozen.map((note) => note.text)).toEqual(["first"])
    expect(after.map((note) => note.text).sort()).toEqual(["from the train", "reworded"])
  })

  it("counts what arrived with the card as in time, and a repetition as nothing new", () => {
    const { frozen, late } = frozenAt(
      [
        row({ receivedAt: SUBMITTED }),
        row({ receivedAt: new Date(SUBMITTED.getTime() + 1), device: "tablet" }),
      ],
      SUBMITTED,
    )
    expect([frozen.length, late.length]).toEqual([1, 0])
  })
})

describe("beganAt", () => {
  const now = new Date("2026-11-02T15:00:00Z")
  const note = (editedAt: string, atSeconds: number) => ({
    id: "a",
    itemId: "",
    atSeconds,
    text: "",
    editedAt,
    deleted: false,
    device: "d",
    seq: 0,
  })
  it("is now without notes, and the moment the stamps tell after a talk without network", () => {
    expect(beganAt({ notes: [], events: [] }, now)).toEqual(now)
    expect(beganAt({ notes: [note("2026-11-02T14:10:00Z", 600)], events: [] }, now)).toEqual(
      new Date("2026-11-02T14:00:00Z"),
    )
  })
  it("believes no clock that runs ahead or is days off", () => {
    expect(beganAt({ notes: [note("2026-11-02T15:30:00Z", 60)], events: [] }, now)).toEqual(now)
    expect(beganAt({ notes: [note("2026-10-30T14:00:00Z", 60)], events: [] }, now)).toEqual(now)
  })
})
