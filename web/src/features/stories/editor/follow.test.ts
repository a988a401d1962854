import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { editBetween, follow } from "./follow.ts"

const text = "One stays. Two is asked about. Rest stays."
const two = { start: 11, end: 30 }
const after = (next: string) => {
  const { start, end } = follow(two, editBetween(text, next))
  return next.slice(start, end)
}

describe("a mark follows its words", () => {
  it("past what is typed before and after them", () => {
    expect(after(`Zero. ${text}`)).toBe("Two is asked about.")
    expect(after(`${text} Four.`)).toBe("Two is asked about.")
  })
  it("over what is typed inside", () =>
    expect(after("One stays. Two is really asked about. Rest stays.")).toBe("Two is really asked about."))
  it("and not over what is typed at either end", () => {
    expect(after("One stays. So Two is asked about. Rest stays.")).toBe("Two is asked about.")
    expect(after("One stays. Two is asked about. Indeed. Rest stays.")).toBe("Two is asked about.")
  })
  it("into nothing when they all go", () => expect(after("One stays. Rest stays.")).toBe(""))
  it("as far as they are left", () => expect(after("One asked about. Rest stays.")).toBe("asked about."))
})

it("describes any two texts, and never halves a character", () => {
  const any = fc.string({ unit: fc.constantFrom("a", "b", " ", "😀", "😁", "é"), maxLength: 12 })
  fc.assert(
    fc.property(any, any, (before, next) => {
      const { from, removed, added } = editBetween(before, next)
      const put = next.slice(from, from + added)
      expect(before.slice(0, from) + put + before.slice(from + removed)).toBe(next)
      for (const piece of [before.slice(0, from), put, before.slice(from, from + removed)])
        expect(piece.isWellFormed()).toBe(true)
    }),
  )
})

it("keeps any span within the text", () => {
  const any = fc.string({ maxLength: 20 })
  fc.assert(
    fc.property(any, any, fc.nat(20), fc.nat(20), (before, next, a, b) => {
      const span = {
        start: Math.min(a, b, before.length),
        end: Math.min(Math.max(a, b), before.length),
      }
      const moved = follow(span, editBetween(before, next))
      expect(moved.start).toBeGreaterThanOrEqual(0)
      expect(moved.end).toBeGreaterThanOrEqual(moved.start)
      expect(moved.end).toBeLessThanOrEqual(next.length)
    }),
  )
})
