import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type HeardEntry, overflow } from "./heard-store.ts"

const entry = (key: string, bytes: number, usedAt: number): HeardEntry => ({ key, bytes, usedAt })
const keys = (entries: readonly HeardEntry[]) => entries.map(({ key }) => key).toSorted()

describe("what a device keeps of what was heard", () => {
  it("stays while there is room", () =>
    expect(overflow([entry("a", 5, 1), entry("b", 5, 2)], 10)).toEqual([]))
  it("goes by the longest unused", () =>
    expect(keys(overflow([entry("old", 5, 1), entry("new", 5, 3), entry("used", 5, 2)], 10))).toEqual([
      "old",
    ]))
  it("goes at once where it is more than all there may be", () =>
    expect(keys(overflow([entry("a", 11, 1)], 10))).toEqual(["a"]))
  it("never has more than it may, and nothing goes that was used after what stays", () => {
    const entries = fc.uniqueArray(fc.record({ key: fc.string(), bytes: fc.nat(50), usedAt: fc.nat(1000) }), {
      selector: ({ key }) => key,
    })
    fc.assert(
      fc.property(entries, fc.nat(120), (all, most) => {
        const gone = new Set(overflow(all, most))
        const stays = all.filter((one) => !gone.has(one))
        expect(stays.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(most)
        for (const one of stays)
          for (const other of gone) expect(one.usedAt).toBeGreaterThanOrEqual(other.usedAt)
      }),
    )
  })
})
