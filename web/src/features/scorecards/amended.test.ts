import { expect, test } from "vitest"
import { amendedLines } from "./amended.ts"

const note = (ref: string) => ({ kind: "note" as const, ref, quote: "words" })
const rating = (itemId: string, score: number | null, refs: string[], comment = "") => ({
  itemId,
  score,
  comment,
  evidence: refs.map(note),
})
const items = ["a", "b", "c"].map((id) => ({ id, title: id.toUpperCase() }))
const card = {
  ratings: [rating("a", 4, ["1", "2"]), rating("b", null, [])],
  recommendation: "no" as const,
  reason: "Too little.",
}

test("an amendment names what it changes, with the scores that stood there", () => {
  const now = {
    ratings: [rating("a", 4, ["1"], "Clear"), rating("b", 3, ["3"])],
    recommendation: "yes" as const,
    reason: "Enough.",
  }
  expect(amendedLines(card, now, items)).toEqual([
    "A: evidence and comment",
    "B: not assessed, now 3",
    "Recommendation: no, now yes",
    "The reason for it",
  ])
})

test("the same card changes nothing, whatever the order of its citations", () => {
  const now = { ...card, ratings: [rating("a", 4, ["2", "1"])], reason: "Too little. " }
  expect(amendedLines(card, now, items)).toEqual([])
})
