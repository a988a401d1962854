import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Evidence, EvidenceAddress, formatEvidence, parseEvidence, quoteOf } from "./address.ts"

const DIGEST = "9c56cc51b374c3ba189210d5b6d4bf57790d351c96c47c02190ecf1e430635ab"
const name = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 40 })
  .filter((text) => text.isWellFormed() && text.length <= 200)
const whole = fc.nat({ max: Number.MAX_SAFE_INTEGER })
const span = (kind: "text" | "time") =>
  fc.tuple(whole, whole).map(([a, b]) => ({ kind, start: Math.min(a, b), end: Math.max(a, b) }))
const evidence: fc.Arbitrary<Evidence> = fc.record({
  attempt: name,
  artifact: name,
  digest: fc.stringMatching(/^[0-9a-f]{64}$/u),
  selector: fc.oneof(
    span("text"),
    span("time"),
    name.map((id) => ({ kind: "object" as const, id })),
    fc.constant({ kind: "whole" as const }),
  ),
})

describe("an evidence address", () => {
  it("is written as the design says", () => {
    const base = { attempt: "a-1", artifact: "notes", digest: DIGEST }
    expect(formatEvidence({ ...base, selector: { kind: "text", start: 120, end: 188 } })).toBe(
      `a-1/notes@${DIGEST}#text=120-188`,
    )
    expect(
      formatEvidence({ ...base, artifact: "takes/1.webm", selector: { kind: "time", start: 0, end: 1500 } }),
    ).toBe(`a-1/takes%2F1.webm@${DIGEST}#time=0-1500`)
    expect(formatEvidence({ ...base, selector: { kind: "object", id: "node#4" } })).toBe(
      `a-1/notes@${DIGEST}#object=node%234`,
    )
    expect(formatEvidence({ ...base, selector: { kind: "whole" } })).toBe(`a-1/notes@${DIGEST}#whole`)
  })

  it("comes back as it was, and in one spelling", () => {
    fc.assert(
      fc.property(evidence, (given) => {
        const address = formatEvidence(given)
        expect(parseEvidence(address)).toEqual(given)
        expect(address).toMatch(
          /^[^/@#\s]+\/[^/@#\s]+@[0-9a-f]{64}#(?:(?:text|time|object)=[^/@#\s]+|whole)$/u,
        )
      }),
    )
  })

  it("reads nothing else, and never throws", () => {
    const good = `a/b@${DIGEST}#text=1-2`
    expect(parseEvidence(good)).not.toBeNull()
    const bad = [
      "",
      good.slice(1),
      good.replace("1-2", "2-1"),
      good.replace("1-2", "01-2"),
      good.replace("1-2", "1-"),
      good.replace("1-2", "1-99999999999999999"),
      good.replace("text", "page"),
      good.replace("a/", "%61/"),
      good.replace("a/", "%/"),
      good.replace(DIGEST, DIGEST.toUpperCase()),
      `${good}\n`,
      ` ${good}`,
    ]
    for (const address of bad) {
      expect(parseEvidence(address), address).toBeNull()
      expect(EvidenceAddress.safeParse(address).success).toBe(false)
    }
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => parseEvidence(text) === null))
  })

  it("refuses to write what it couldn't read", () => {
    const base = {
      attempt: "a",
      artifact: "b",
      digest: DIGEST,
      selector: { kind: "text" as const, start: 0, end: 1 },
    }
    expect(() => formatEvidence({ ...base, attempt: "\ud800" })).toThrow()
    expect(() => formatEvidence({ ...base, digest: "12" })).toThrow()
    expect(Evidence.safeParse({ ...base, selector: { kind: "time", start: 3, end: 2 } }).success).toBe(false)
  })

  it("quotes by UTF-16 code units, or not at all", () => {
    const text = "“🙂 they close”"
    expect(quoteOf(text, { kind: "text", start: 4, end: 14 })).toBe("they close")
    expect(quoteOf(text, { kind: "text", start: 4, end: 99 })).toBeNull()
    expect(quoteOf(text, { kind: "time", start: 0, end: 1 })).toBeNull()
    expect(quoteOf(text, { kind: "whole" })).toBe(text)
  })
})
