import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { agreementTable, cohenKappa } from "./cohen-kappa.ts"

const table5 = fc.array(fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 })
const pairs = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), {
  minLength: 2,
})

// [[11,3,1,0,0],…]: linear and quadratic by numpy as 1 − Σ w o / Σ w e with disagreement weights |i−j| and (i−j)².
const FIVE = [
  [11, 3, 1, 0, 0],
  [2, 8, 4, 1, 0],
  [0, 3, 12, 4, 1],
  [0, 1, 2, 9, 3],
  [0, 0, 1, 2, 7],
]

describe("cohenKappa", () => {
  it("meets the published 50 proposals", () => {
    const result = cohenKappa([
      [20, 5],
      [10, 15],
    ])
    expect(result?.observed).toBeCloseTo(0.7, 9)
    expect(result?.expected).toBeCloseTo(0.5, 9)
    expect(result?.kappa).toBeCloseTo(0.4, 9)
    expect(result?.standardError).toBeCloseTo(0.12699606, 7)
    expect(result?.margins.rows[0]).toBeCloseTo(0.5, 9)
    expect(result?.margins.columns[0]).toBeCloseTo(0.6, 9)
  })

  it("meets an independent computation when weighted", () => {
    expect(cohenKappa(FIVE, "linear")?.kappa).toBeCloseTo(0.7012673506336753, 10)
    expect(cohenKappa(FIVE, "quadratic")?.kappa).toBeCloseTo(0.8321623731459797, 10)
  })

  it("knows the prevalence paradox: equal agreement, very different kappa", () => {
    const even = cohenKappa([
      [40, 9],
      [6, 45],
    ])
    const skewed = cohenKappa([
      [80, 10],
      [5, 5],
    ])
    expect(even?.observed).toBeCloseTo(skewed?.observed ?? 0, 9)
    expect((even?.kappa ?? 0) - (skewed?.kappa ?? 0)).toBeGreaterThan(0.3)
  })

  it("has no value without variety, and no result without a square table", () => {
    expect(
      cohenKappa([
        [7, 0],
        [0, 0],
      ]),
    ).toMatchObject({ kappa: null, standardError: null, observed: 1 })
    expect(cohenKappa([])).toBeNull()
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toBeNull()
    expect(cohenKappa([[1, 2]])).toBeNull()
    expect(
      cohenKappa([
        [1, -2],
        [3, 4],
      ]),
    ).toBeNull()
  })

  it("is at most 1, and 1 on the diagonal", () => {
    fc.assert(
      fc.property(table5, fc.constantFrom("none", "linear", "quadratic"), (table, weights) => {
        const result = cohenKappa(table, weights)
        fc.pre(result !== null && result.kappa !== null)
        expect(result?.kappa).toBeLessThanOrEqual(1 + 1e-12)
        expect(result?.standardError).toBeGreaterThanOrEqual(0)
        const diagonal = table.map((row, i) => row.map((count, j) => (i === j ? count + 1 : 0)))
        expect(cohenKappa(diagonal, weights)?.kappa).toBeCloseTo(1, 9)
      }),
    )
  })

  it("doesn't mind which rater is first, nor, unweighted, how categories are called", () => {
    fc.assert(
      fc.property(table5, (table) => {
        const turned = table.map((_, i) => table.map((row) => row[i] ?? 0))
        const shuffled = table.toReversed().map((row) => row.toReversed())
        const kappa = cohenKappa(table)?.kappa ?? null
        fc.pre(kappa !== null)
        expect(cohenKappa(turned)?.kappa).toBeCloseTo(kappa ?? 0, 9)
        expect(cohenKappa(shuffled)?.kappa).toBeCloseTo(kappa ?? 0, 9)
      }),
    )
  })

  it("has the error that resampling shows", () => {
    // Multinomial resampling of the 50 proposals by a fixed linear congruential stream.
    let state = 12345
    const uniform = (): number => {
      state = (state * 1103515245 + 12345) % 2147483648
      return state / 2147483648
    }
    const kappas: number[] = []
    for (let trial = 0; trial < 4000; trial += 1) {
      const table = [
        [0, 0],
        [0, 0],
      ]
      for (let i = 0; i < 50; i += 1) {
        const u = uniform()
        const [row, column] = u < 0.4 ? [0, 0] : u < 0.5 ? [0, 1] : u < 0.7 ? [1, 0] : [1, 1]
        const cells = table[row] ?? []
        cells[column] = (cells[column] ?? 0) + 1
      }
      kappas.push(cohenKappa(table)?.kappa ?? 0)
    }
    const centre = kappas.reduce((a, b) => a + b, 0) / kappas.length
    const spread = Math.sqrt(kappas.reduce((a, b) => a + (b - centre) ** 2, 0) / kappas.length)
    expect(spread).toBeGreaterThan(0.118)
    expect(spread).toBeLessThan(0.136)
  })
})

describe("agreementTable", () => {
  it("counts pairs and leaves gaps out", () => {
    expect(agreementTable([1, 2, null, 2], [1, 1, 2, null], 2)).toEqual([
      [1, 0],
      [1, 0],
    ])
    expect(agreementTable([9, 1], [1, 9], 2)).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it("keeps the share of agreement", () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const table = agreementTable(
          list.map(([a]) => a),
          list.map(([, b]) => b),
        )
        const equal = list.filter(([a, b]) => a === b).length
        expect(cohenKappa(table)?.observed).toBeCloseTo(equal / list.length, 9)
      }),
    )
  })
})
