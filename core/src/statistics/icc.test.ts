import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { intraclassCorrelation } from "./icc.ts"

// Shrout & Fleiss 1979: six targets, four judges.
const SIX = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
]
const tables = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }), {
  minLength: 4,
  maxLength: 8,
})

describe("intraclassCorrelation", () => {
  const icc = intraclassCorrelation(SIX)

  it("meets the published mean squares and six coefficients", () => {
    expect(icc?.between).toBeCloseTo(11.2416667, 6)
    expect(icc?.within).toBeCloseTo(6.2638889, 6)
    expect(icc?.judge).toBeCloseTo(32.4861111, 6)
    expect(icc?.residual).toBeCloseTo(1.0194444, 6)
    expect(icc?.icc11.value).toBeCloseTo(0.1657417684, 9)
    expect(icc?.icc21.value).toBeCloseTo(0.2897637795, 9)
    expect(icc?.icc31.value).toBeCloseTo(0.7148407148, 9)
    expect(icc?.icc1k.value).toBeCloseTo(0.4427971337, 9)
    expect(icc?.icc2k.value).toBeCloseTo(0.6200505476, 9)
    expect(icc?.icc3k.value).toBeCloseTo(0.9093155424, 9)
  })

  it("meets the limits that R's psych package prints for the same table", () => {
    const printed: [keyof NonNullable<typeof icc>, number, number][] = [
      ["icc11", -0.133, 0.723],
      ["icc21", 0.019, 0.761],
      ["icc31", 0.342, 0.946],
      ["icc1k", -0.884, 0.912],
      ["icc2k", 0.071, 0.927],
      ["icc3k", 0.676, 0.986],
    ]
    for (const [name, low, high] of printed) {
      const estimate = icc?.[name]
      expect(typeof estimate === "object" && estimate.low, name).toBeCloseTo(low, 2)
      expect(typeof estimate === "object" && estimate.high, name).toBeCloseTo(high, 2)
    }
  })

  it("has no value where it can't be computed", () => {
    expect(intraclassCorrelation([[1, 2, 3]])).toBeNull()
    expect(intraclassCorrelation([[1], [2]])).toBeNull()
    expect(intraclassCorrelation([[1, 2], [1]])).toBeNull()
    expect(
      intraclassCorrelation([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNull()
    expect(
      intraclassCorrelation([
        [3, Number.NaN],
        [3, 2],
      ]),
    ).toBeNull()
  })

  it("forgives constant severity only where judges are fixed", () => {
    const severe = [
      [1, 2],
      [2, 3],
      [4, 5],
      [3, 4],
    ]
    const result = intraclassCorrelation(severe)
    expect(result?.icc31.value).toBe(1)
    expect(result?.icc21.value).toBeLessThan(1)
    expect(result?.icc21.low).toBeLessThan(result?.icc21.value ?? 0)
  })

  it("keeps the value within its limits where judges contradict each other", () => {
    const result = intraclassCorrelation([
      [2, 9, 1],
      [9, 2, 1],
      [1, 9, 1],
      [4, 1, 6],
    ])
    expect(result?.icc21.value).toBeCloseTo(-0.6148, 4)
    expect(result?.icc21.low).toBeLessThan(-0.6148)
    expect(result?.icc21.high).toBeGreaterThan(-0.6147)
  })

  it("for ICC(3,k) is Cronbach's alpha", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const result = intraclassCorrelation(table)
        const spread = (xs: number[]): number => {
          const centre = xs.reduce((a, b) => a + b, 0) / xs.length
          return xs.reduce((a, b) => a + (b - centre) ** 2, 0) / (xs.length - 1)
        }
        const ofTotals = spread(table.map((row) => row.reduce((a, b) => a + b, 0)))
        fc.pre(result !== null && ofTotals > 0)
        const ofJudges = [0, 1, 2]
          .map((j) => spread(table.map((row) => row[j] ?? 0)))
          .reduce((a, b) => a + b, 0)
        expect(result?.icc3k.value).toBeCloseTo(1.5 * (1 - ofJudges / ofTotals), 8)
      }),
    )
  })

  it("lies within its limits, and survives a change of scale", () => {
    fc.assert(
      fc.property(tables, (table) => {
        const result = intraclassCorrelation(table)
        const stretched = intraclassCorrelation(table.map((row) => row.map((value) => 2 * value + 7)))
        fc.pre(result !== null && result.between > 0 && result.residual > 0)
        for (const name of ["icc11", "icc21", "icc31"] as const) {
          const estimate = result?.[name]
          expect(estimate?.low).toBeLessThanOrEqual((estimate?.value ?? 0) + 1e-9)
          expect(estimate?.high).toBeGreaterThanOrEqual((estimate?.value ?? 0) - 1e-9)
          expect(stretched?.[name].value).toBeCloseTo(estimate?.value ?? 0, 9)
        }
      }),
      { numRuns: 1000 },
    )
  })
})
