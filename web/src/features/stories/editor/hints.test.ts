import type { Finding, FindingId } from "@backfill/coach"
import { describe, expect, it } from "vitest"
import { chooseHints, isDismissed, likeness } from "./hints.ts"

const text = "We mended it together. It was faster afterwards. Then we went home."
const finding = (id: FindingId, quote: string): Finding => ({
  id,
  start: text.indexOf(quote),
  end: text.indexOf(quote) + quote.length,
  message: "",
  question: "",
  confidence: 0.8,
})
const found = [
  finding("no-hardening", "It was faster afterwards."),
  finding("vague-we", "We mended it together."),
  finding("unquantified", "It was faster afterwards."),
  finding("too-short", text),
]
const ids = (hints: readonly Finding[]) => hints.map(({ id }) => id)

describe("choosing three", () => {
  it("takes the first three in the order they come", () =>
    expect(ids(chooseHints(found, text, []))).toEqual(["no-hardening", "vague-we", "unquantified"]))
  it("lets the next one up when one is set aside", () => {
    const dismissed = [{ finding: "vague-we", quote: "We mended it together.", reason: "" }]
    expect(ids(chooseHints(found, text, dismissed))).toEqual(["no-hardening", "unquantified", "too-short"])
  })
  it("asks for an outcome before it asks for its number", () => {
    const endless = [finding("no-result", "Then we went home."), ...found]
    expect(ids(chooseHints(endless, text, []))).toEqual(["no-result", "no-hardening", "vague-we"])
    expect(ids(chooseHints(endless, text, [], 9))).not.toContain("unquantified")
    const dismissed = [{ finding: "no-result", quote: "", reason: "" }]
    expect(ids(chooseHints(endless, text, dismissed, 9))).toContain("unquantified")
  })
  it("leaves out one whose words are gone", () =>
    expect(ids(chooseHints([{ ...(found[0] as Finding), start: 5, end: 5 }], text, []))).toEqual([]))
})

describe("what was set aside", () => {
  const aside = (id: string, quote: string) => [{ finding: id, quote, reason: "told already" }]
  it("stays so while its sentence is being edited", () => {
    const was = aside("vague-we", "We mended the load together that night.")
    expect(isDismissed("vague-we", "We mended the load together in that night, slowly.", was)).toBe(true)
    expect(isDismissed("vague-we", "“WE mended the load together that night!”", was)).toBe(true)
  })
  it("is asked again about another sentence", () =>
    expect(
      isDismissed("vague-we", "Our team rolled it out.", aside("vague-we", "We mended it together.")),
    ).toBe(false))
  it("stays so wherever it would point, when it speaks of the whole story", () =>
    expect(isDismissed("no-hardening", "A new ending.", aside("no-hardening", "It was faster."))).toBe(true))
  it("says nothing about other findings on the same words", () =>
    expect(
      isDismissed("unquantified", "It was faster.", aside("technical-result-only", "It was faster.")),
    ).toBe(false))
})

it("counts words as often as they stand", () => {
  expect(likeness("a b c d", "a b c d")).toBe(1)
  expect(likeness("a a a", "a b c")).toBeCloseTo(1 / 3)
  expect(likeness("", "")).toBe(1)
  expect(likeness("a", "")).toBe(0)
})
