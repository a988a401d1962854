import { expect, test } from "vitest"
import { type DecisionDraft, reasonsOf, whyNotYet } from "./decision-draft.ts"

const cited = { kind: "note" as const, ref: "n1", quote: "Words" }
const whole: DecisionDraft = {
  choice: "advance",
  summary: "Goes on.",
  reasons: { a: { reason: " Knows it. ", evidence: [cited] }, b: { reason: "", evidence: [] } },
}

test("a decision needs a choice, a sum and a reason with its evidence", () => {
  expect(whyNotYet(whole, ["a", "b"], new Set(["a"]))).toBeUndefined()
  expect(reasonsOf(whole, ["b", "a"])).toEqual([
    { competencyId: "a", reason: "Knows it.", evidence: [cited] },
  ])
  expect(whyNotYet({ ...whole, choice: undefined }, ["a"], new Set(["a"]))).toContain("choice")
  expect(whyNotYet({ ...whole, summary: " " }, ["a"], new Set(["a"]))).toContain("sentence")
  expect(whyNotYet({ ...whole, reasons: {} }, ["a"], new Set(["a"]))).toContain("reason")
})

test("a reason without evidence, and evidence without a reason, hold it back", () => {
  expect(
    whyNotYet({ ...whole, reasons: { a: { reason: "So", evidence: [] } } }, ["a"], new Set(["a"])),
  ).toMatch(/no evidence/)
  expect(
    whyNotYet({ ...whole, reasons: { a: { reason: "", evidence: [cited] } } }, ["a"], new Set(["a"])),
  ).toMatch(/no reason/)
})

test("where nothing can be cited, reasons stand alone; beside what can be, they don't", () => {
  const bare = { ...whole, reasons: { a: { reason: "So", evidence: [] } } }
  expect(whyNotYet(bare, ["a"], new Set())).toBeUndefined()
  expect(whyNotYet({ ...bare, reasons: {} }, ["a"], new Set())).toBe("Missing: a reason")
  expect(whyNotYet(bare, ["a", "b"], new Set(["b"]))).toMatch(/no evidence/)
})
