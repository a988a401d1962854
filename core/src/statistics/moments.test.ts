import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  averageDeviation,
  mean,
  range,
  spearmanBrown,
  standardDeviation,
  variance,
  withinGroupAgreement,
} from "./moments.ts"

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 30 })

describe("moments", () => {
  it("has no value for no values", () => {
    for (const f of [mean, variance, standardDeviation, range, averageDeviation, withinGroupAgreement]) {
      expect(f([])).toBeNull()
    }
    expect(variance([3])).toBeNull()
    expect(range([3])).toBe(0)
  })

  it("gives the textbook numbers", () => {
    // Sum of squares about the mean 5 is 32 over 8 values.
    const eight = [2, 4, 4, 4, 5, 5, 7, 9]
    expect(mean(eight)).toBe(5)
    expect(variance(eight)).toBeCloseTo(32 / 7, 12)
    expect(standardDeviation(eight)).toBeCloseTo(Math.sqrt(32 / 7), 12)
    expect(averageDeviation(eight)).toBe(1.5)
    expect(range(eight)).toBe(7)
  })

  it("keeps its digits beside a large offset", () => {
    expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30)
  })

  it("moves and stretches as it should", () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), (xs, shift) => {
        expect(variance(xs.map((x) => 3 * x + shift))).toBeCloseTo(9 * (variance(xs) ?? 0), 5)
        expect(mean(xs.map((x) => x + shift))).toBeCloseTo((mean(xs) ?? 0) + shift, 9)
      }),
    )
  })

  it("equals half the mean squared difference of all pairs", () => {
    fc.assert(
      fc.property(values, (xs) => {
        let total = 0
        for (const a of xs) for (const b of xs) total += (a - b) ** 2
        expect(variance(xs)).toBeCloseTo(total / (2 * xs.length * (xs.length - 1)), 4)
      }),
    )
  })
})

describe("agreement in one panel", () => {
  it("is 1 for equal ratings and -1 for the two ends", () => {
    expect(withinGroupAgreement([4, 4, 4])).toBe(1)
    // s² = 8 against a uniform variance of 2.
    expect(withinGroupAgreement([1, 5])).toBe(-3)
    expect(withinGroupAgreement([3, 4], 1)).toBeNull()
  })

  it("is about 0 when all five anchors are drawn equally often", () => {
    const many = Array.from({ length: 5000 }, (_, index) => (index % 5) + 1)
    expect(withinGroupAgreement(many)).toBeCloseTo(0, 3)
  })
})

describe("Spearman-Brown", () => {
  it("predicts .6 for two and .7 for three interviewers who each reach .44", () => {
    expect(spearmanBrown(0.44, 2)).toBeCloseTo(0.611, 3)
    expect(spearmanBrown(0.44, 3)).toBeCloseTo(0.702, 3)
    expect(spearmanBrown(0.44, 1)).toBe(0.44)
    expect(spearmanBrown(-0.5, 3)).toBeNull()
  })

  it("composes: doubling twice is taking four", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (r) => {
        expect(spearmanBrown(spearmanBrown(r, 2) ?? 0, 2)).toBeCloseTo(spearmanBrown(r, 4) ?? 0, 12)
      }),
    )
  })
})
