import fc from "fast-check"
import { expect, test } from "vitest"
import { spansInTime } from "./words-in-time.ts"

test("sentences lie on the speech and step over the pauses", () => {
  const text = "abcd abcd. efgh efgh."
  const [first, second] =
    spansInTime(
      text,
      [
        { start: 0, end: 10 },
        { start: 11, end: 21 },
      ],
      [
        [1000, 3000],
        [8000, 10_000],
      ],
    ) ?? []
  expect(first).toEqual({ fromMs: 1000, toMs: 3000 })
  expect(second).toEqual({ fromMs: 8000, toMs: 10_000 })
})

test("longer words take longer", () => {
  const [short, long] =
    spansInTime(
      "a b deduplication reconciliation",
      [
        { start: 0, end: 4 },
        { start: 4, end: 32 },
      ],
      [[0, 10_000]],
    ) ?? []
  expect((long?.toMs ?? 0) - (long?.fromMs ?? 0)).toBeGreaterThan(
    3 * ((short?.toMs ?? 0) - (short?.fromMs ?? 0)),
  )
})

test("without speech or words there is nothing to say", () => {
  expect(spansInTime("some words", [{ start: 0, end: 4 }], [])).toBeUndefined()
  expect(spansInTime(" … ", [], [[0, 1000]])).toBeUndefined()
})

test("spans in order stay in order, within the recording", () => {
  const stretch = fc.tuple(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 4000 }))
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 2, maxLength: 30 }),
      fc.array(stretch, { minLength: 1, maxLength: 8 }),
      (words, gaps) => {
        let at = 0
        const stretches = gaps.map(([pause, length]) => {
          at += pause + length
          return [at - length, at] as const
        })
        const text = words.join(" ")
        let position = 0
        const spans = words.map((word) => {
          position += word.length + 1
          return { start: position - word.length - 1, end: position - 1 }
        })
        const placed = spansInTime(text, spans, stretches) ?? []
        expect(placed[0]?.fromMs).toBe(stretches[0]?.[0])
        expect(placed.at(-1)?.toMs).toBe(at)
        for (const [nth, one] of placed.entries()) {
          expect(one.toMs).toBeGreaterThanOrEqual(one.fromMs)
          expect(one.fromMs).toBeGreaterThanOrEqual(placed[nth - 1]?.toMs ?? 0)
        }
      },
    ),
  )
})
