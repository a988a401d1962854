import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type EvidenceAddress, EvidenceAddressText, formatAddress, parseAddress } from "./address.ts"

const attempt = "6f1c1f5e-0a3b-4c2d-9e8f-001122334455"
const digest = "a".repeat(64)
const name = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,40}$/)
const range = fc.tuple(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }))
const selector: fc.Arbitrary<EvidenceAddress["selector"]> = fc.oneof(
  range.map(([start, length]) => ({ kind: "text" as const, start, end: start + length })),
  fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 })).map(([start, length]) => ({ kind: "time" as const, start: start / 8, end: (start + length) / 8 })),
  name.map((id) => ({ kind: "object" as const, id })),
)

describe("an evidence address", () => {
  it("comes back as it was written", () =>
    fc.assert(
      fc.property(fc.uuid(), name, selector, (id, artifact, s) => {
        const address = { attempt: id, artifact, digest, selector: s }
        expect(parseAddress(formatAddress(address))).toEqual(address)
      }),
    ))
  it("refuses empty and backward ranges, short digests and paths", () => {
    const good = `${attempt}/notes@${digest}#t=3-9`
    expect(parseAddress(good)).toBeDefined()
    for (const bad of [good.replace("3-9", "9-9"), good.replace("3-9", "9-3"), good.replace("aa", "a"), good.replace("notes", "../etc"), good.replace("#t=3-9", ""), good.replace("t=3-9", "t=03-9"), `${good}\n`])
      expect(parseAddress(bad), bad).toBeUndefined()
  })
  it("never throws", () => fc.assert(fc.property(fc.string(), (text) => void parseAddress(text))))
  it("says so when a request holds something else", () => expect(EvidenceAddressText.safeParse("here").success).toBe(false))
})
