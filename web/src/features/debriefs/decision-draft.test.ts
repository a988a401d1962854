import { expect, test } from "vitest"
import { type DecisionDraft, reasonsOf, whyNotYet } from "./decision-draft.ts"

const cited = { kind: "note" as const, ref: "n1", quote: "Words" }
const whole: DecisionDraft = {
  choice: "advance",
  summary: "Goes on.",
  reasons: { a: { reason: " Knows it. ", evidence: [cited] }, b: { reason: "", evidence: [] } },
}

test("a decision needs a choice, a sum and a reason with its evidence", () => {
  expect(whyNotYet(whole, ["a", "b"])).toBeUndefined()
  expect(reasonsOf(whole, ["b", "a"])).toEqual([
    { competencyId: "a", reason: "Knows it.", evidence: [cited] },
  ])
  expect(whyNotYet({ ...whole, choice: undefined }, ["a"])).toContain("choice")
  expect(whyNotYet({ ...whole, summary: " " }, ["a"])).toContain("sentence")
  expect(whyNotYet({ ...whole, reasons: {} }, ["a"])).toContain("reason")
})

test("a reason without evidence, and evidence without a reason, hold it back", () => {
  expect(whyNotYet({ ...whole, reasons: { a: { reason: "So", evidence: [] } } }, ["a"])).toMatch(
    /no evidence/,
  )
  expect(whyNotYet({ ...whole, reasons: { a: { reason: "", evidence: [cited] } } }, ["a"])).toMatch(
    /no reason/,
  )
})
