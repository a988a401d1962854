import type { Attempt } from "@backfill/contract"
import { expect, test } from "vitest"
import { fileOffers, handInOf, passageOffer, passagesIn } from "./hand-in.ts"

const attempt = {
  id: "a1",
  exerciseId: "late-orders",
  state: "submitted",
  text: "Orders count on the day they were sold.",
  textArtifact: "text",
  textDigest: "a".repeat(64),
  files: [{ id: "f1", name: "sketch.pdf", bytes: 10, digest: "b".repeat(64) }],
} as unknown as Attempt

test("only what is in and holds something can be cited", () => {
  expect(handInOf([attempt], "late-orders")).toBe(attempt)
  expect(handInOf([{ ...attempt, state: "running" }], "late-orders")).toBeUndefined()
  expect(handInOf([{ ...attempt, text: " ", files: [] }], "late-orders")).toBeUndefined()
  const recorded = { ...attempt, type: "video-response" as const, text: "", files: [] }
  expect(handInOf([recorded], "late-orders")).toBe(recorded)
  expect(handInOf([attempt], "another")).toBeUndefined()
})

test("a passage is cited by its address and found again in its text, and in no other", () => {
  const offer = passageOffer(attempt, { start: 0, end: 12 })
  expect(offer).toMatchObject({
    kind: "attempt",
    ref: `a1/text@${"a".repeat(64)}#text=0-12`,
    quote: "Orders count",
  })
  const [file] = fileOffers(attempt)
  expect(file).toMatchObject({ ref: `a1/f1@${"b".repeat(64)}#whole`, quote: "sketch.pdf" })
  const cited = [offer, ...(file ? [file] : []), { kind: "note", ref: "n1" }]
  expect(passagesIn(attempt, cited)).toEqual([{ start: 0, end: 12 }])
  expect(passagesIn({ ...attempt, textDigest: "c".repeat(64) }, cited)).toEqual([])
})
