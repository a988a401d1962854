import fc from "fast-check"
import { expect, it } from "vitest"
import { placeHints } from "./place-hints.ts"

const place = (awake: string | undefined, ...wanted: number[]) =>
  placeHints(
    wanted.map((at, i) => ({ id: "abc".charAt(i), wanted: at, height: 80 })),
    awake,
    20,
  )
    .map(({ id, top }) => `${id}${top}`)
    .join(" ")

it("puts each beside its sentence where there is room", () =>
  expect(place("b", 0, 200, 500)).toBe("a0 b200 c500"))

it("lets the others make way for the awake one", () => {
  expect(place("b", 180, 200, 220)).toBe("a100 b200 c300")
  expect(place("c", 180, 200, 220)).toBe("a20 b120 c220")
  expect(place(undefined, 180, 200, 220)).toBe("a180 b280 c380")
})

it("goes down rather than over the top", () => expect(place("b", 10, 30)).toBe("a0 b100"))

it("follows the sentences, not the order of importance", () => expect(place("a", 400, 100)).toBe("b100 a400"))

it("never lays one over another", () => {
  const hint = fc.record({ wanted: fc.integer({ min: -50, max: 900 }), height: fc.nat(200) })
  fc.assert(
    fc.property(fc.array(hint, { maxLength: 3 }), fc.nat(3), (hints, awake) => {
      const named = hints.map((entry, i) => ({ ...entry, id: String(i) }))
      const placed = placeHints(named, String(awake), 12)
      expect(placed.map(({ id }) => id).toSorted()).toEqual(named.map(({ id }) => id))
      for (const [i, { id, top }] of placed.entries()) {
        expect(top).toBeGreaterThanOrEqual(0)
        const before = placed[i - 1]
        if (before)
          expect(top).toBeGreaterThanOrEqual(
            before.top + (named.find((x) => x.id === before.id)?.height ?? 0) + 12,
          )
        expect(named.some((x) => x.id === id)).toBe(true)
      }
    }),
  )
})
