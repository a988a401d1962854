import { expect, test } from "vitest"
import { laterVersion, merged, storable, ticksIn } from "./notes.ts"

const note = (id: string, text: string, editedAt: string, device = "d", seq = 1) => ({
  id,
  itemId: "a",
  atSeconds: 5,
  text,
  editedAt,
  deleted: false,
  device,
  seq,
})
const old = note("1", "first", "2026-01-01T10:00:00.000Z")
const later = note("1", "second", "2026-01-01T10:00:01.000Z", "e", 1)

test("the later edit stands, whichever way round they meet; nothing doubles", () => {
  expect(laterVersion(old, later)).toBe(later)
  expect(laterVersion(later, old)).toBe(later)
  expect(merged([old, note("2", "other", old.editedAt)], [later, old]).map(({ text }) => text)).toEqual([
    "second",
    "other",
  ])
})

test("at the same moment a later count of one device wins, also past nine", () => {
  const [nine, ten] = [note("1", "nine", old.editedAt, "d", 9), note("1", "ten", old.editedAt, "d", 10)]
  expect(laterVersion(ten, nine)).toBe(ten)
})

test("ticks of a note, within the signs its question has", () => {
  expect(ticksIn("+3 saw it\n−2 twice\n-2 again\n+9 no such sign", { good: 6, warning: 5 })).toEqual([3, -2])
})

test("what is stored has no control characters and no half characters", () => {
  expect(storable("a\u0000b\tc\n \u0007")).toBe("ab\tc")
  expect(storable(`${"x".repeat(3999)}😀`).isWellFormed()).toBe(true)
})
