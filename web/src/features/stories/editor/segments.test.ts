import type { Part } from "@backfill/coach"
import fc from "fast-check"
import { expect, it } from "vitest"
import { bandsOf, runsOf } from "./parts.ts"
import { marksOf, segmentsOf } from "./segments.ts"

const text = "It broke. I was asked. I mended it. I told them."
const sentences = [
  { start: 0, end: 9, part: "situation" as Part, confidence: 1 },
  { start: 10, end: 22, part: "task" as Part, confidence: 1 },
  { start: 23, end: 35, part: "action" as Part, confidence: 1 },
  { start: 36, end: 48, part: "action" as Part, confidence: 1 },
]

it("joins neighbours of one part into a run", () =>
  expect(runsOf(sentences).map((run) => text.slice(run.start, run.end))).toEqual([
    "It broke.",
    "I was asked.",
    "I mended it. I told them.",
  ]))

it("cuts runs where a hint begins and ends", () => {
  const segments = segmentsOf(text.length, runsOf(sentences), [{ id: "vague-we", start: 25, end: 31 }])
  expect(
    segments.map(({ start, end, run, hints }) => [text.slice(start, end), run, hints.join()] as const),
  ).toEqual([
    ["It broke.", 0, ""],
    [" ", undefined, ""],
    ["I was asked.", 1, ""],
    [" ", undefined, ""],
    ["I ", 2, ""],
    ["mended", 2, "vague-we"],
    [" it. I told them.", 2, ""],
  ])
})

it("gives two hints on the same words both", () =>
  expect(
    segmentsOf(
      10,
      [],
      [
        { id: "a", start: 2, end: 8 },
        { id: "b", start: 4, end: 12 },
      ],
    ).map(({ start, end, hints }) => `${start}-${end} ${hints.join("+")}`),
  ).toEqual(["0-2 ", "2-4 a", "4-8 a+b", "8-10 b"]))

it("leaves nothing out and nothing twice, whatever the spans", () => {
  const span = fc.record({ id: fc.constantFrom("a", "b", "c"), start: fc.nat(40), end: fc.nat(40) })
  fc.assert(
    fc.property(fc.nat(30), fc.array(span), (length, hints) => {
      const segments = segmentsOf(length, [], hints)
      let at = 0
      for (const { start, end } of segments) {
        expect(start).toBe(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBe(length)
    }),
  )
})

it("measures each part in words and seconds, in the order of telling", () =>
  expect(
    bandsOf(text, sentences.toReversed()).map(({ letter, words, seconds, sentences: n }) => [
      letter,
      words,
      n,
      seconds,
    ]),
  ).toEqual([
    ["S", 2, 1, 0.96],
    ["T", 3, 1, 1.44],
    ["A", 6, 2, 2.88],
  ]))

it("marks what is too long where it begins, and what is too short nowhere", () => {
  const sentences = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 21, end: 30 },
  ]
  const hints = [
    { id: "too-short", start: 0, end: 30 },
    { id: "too-long", start: 13, end: 30 },
    { id: "vague-we", start: 0, end: 10 },
  ]
  expect(marksOf(hints, sentences)).toEqual([
    { id: "too-long", start: 13, end: 20 },
    { id: "vague-we", start: 0, end: 10 },
  ])
  expect(marksOf(hints.slice(1, 2), [])).toEqual([{ id: "too-long", start: 13, end: 30 }])
})
