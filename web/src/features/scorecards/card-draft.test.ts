import { expect, test } from "vitest"
import { contentOf, draftOf, problemsOf, refusedAt } from "./card-draft.ts"

const note = { kind: "note" as const, ref: "n1", quote: "Ran it twice" }

test("a card read back and written again is the same card", () => {
  const content = {
    ratings: [
      { itemId: "a", score: 4, evidence: [note], comment: "Clear" },
      { itemId: "b", score: null, evidence: [], comment: "No time" },
      { itemId: "c", score: null, evidence: [note], comment: "" },
    ],
    recommendation: "yes" as const,
    reason: "Would work well here.",
  }
  const draft = draftOf(content)
  expect(draft.entries.b?.score).toBe("not")
  expect(draft.entries.c?.score).toBeUndefined()
  expect(contentOf(draft, ["a", "b", "c"])).toEqual(content)
  expect(contentOf(draft, ["c", "a"]).ratings.map(({ itemId }) => itemId)).toEqual(["c", "a"])
})

test("an open item, a score without evidence and a missing verdict each keep it from being submitted", () => {
  const draft = draftOf({
    ratings: [
      { itemId: "a", score: 4, evidence: [], comment: "" },
      { itemId: "b", score: null, evidence: [], comment: "" },
    ],
    recommendation: null,
    reason: " ",
  })
  expect(problemsOf(draft, ["a", "b", "c"]).map(({ itemId }) => itemId)).toEqual([
    "a",
    "c",
    undefined,
    undefined,
  ])
  expect(problemsOf(draft, ["b"], false)).toEqual([])
})

test("the server's complaints find their items", () => {
  const content = {
    ratings: [{ itemId: "a", score: 1, evidence: [], comment: "" }],
    recommendation: null,
    reason: "",
  }
  const errors = [
    { path: "body.ratings.0.evidence", message: "one" },
    { path: "body.reason", message: "two" },
  ]
  expect(refusedAt(errors, content)).toEqual([
    { itemId: "a", message: "one" },
    { itemId: undefined, message: "two" },
  ])
})
