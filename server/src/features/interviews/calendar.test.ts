import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Appointment, writeCalendar } from "./calendar.ts"

const APPOINTMENT: Appointment = {
  interviewId: "0b7e",
  sequence: 2,
  cancelled: false,
  startsAt: new Date("2026-10-25T00:30:00Z"),
  minutes: 75,
  title: "Deep dive: Mirela Stoica",
  description: "Senior data engineer",
  where: "Room 4",
  url: "https://hire.example/interviews/0b7e",
  organiser: { name: "Havn", email: "jobs@havn.example" },
  attendees: [{ name: "Lucía", email: "lucia@havn.example" }],
  now: new Date("2026-10-01T08:00:00Z"),
}
/** Lines as a calendar reads them: folded ones joined. */
const linesOf = (text: string): string[] => text.replaceAll("\r\n ", "").split("\r\n").filter(Boolean)
const names = (text: string): string[] => linesOf(text).map((line) => line.split(/[:;]/)[0] ?? "")

describe("writeCalendar", () => {
  it("requests with a stable id, its sequence and times that no summer time bends", () => {
    const lines = linesOf(writeCalendar(APPOINTMENT))
    expect(lines).toContain("METHOD:REQUEST")
    expect(lines).toContain("UID:0b7e@backfill")
    expect(lines).toContain("SEQUENCE:2")
    expect(lines).toContain("DTSTART:20261025T003000Z")
    expect(lines).toContain("DTEND:20261025T014500Z")
  })

  it("cancels the same entry", () => {
    const lines = linesOf(writeCalendar({ ...APPOINTMENT, cancelled: true, sequence: 3 }))
    expect(lines).toEqual(
      expect.arrayContaining(["METHOD:CANCEL", "UID:0b7e@backfill", "SEQUENCE:3", "STATUS:CANCELLED"]),
    )
  })

  it("keeps every text inside its property, whatever it holds", () => {
    const expected = names(writeCalendar(APPOINTMENT))
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "x\r\nATTENDEE:mailto:a@b.example",
        "a\nEND:VEVENT\nBEGIN:VALARM",
        '";,:\\',
        "\u0000",
        "שלום\u202e",
        "😀".repeat(60),
      ),
    )
    fc.assert(
      fc.property(nasty, nasty, nasty, nasty, (title, description, where, name) => {
        const text = writeCalendar({
          ...APPOINTMENT,
          title,
          description,
          where: `at ${where}`,
          organiser: { ...APPOINTMENT.organiser, name: `x${name}` },
          attendees: [{ name: `x${name}`, email: "lucia@havn.example" }],
        })
        expect(names(text)).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })
})
