import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { krippendorffAlpha } from "./krippendorff-alpha.ts"

const _ = null
// Krippendorff 2011, example C: four observers, twelve units.
const EXAMPLE_C = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
]
const rating = fc.option(fc.integer({ min: 1, max: 5 }))
const panel = fc.array(fc.array(rating, { minLength: 6, maxLength: 6 }), { minLength: 2, maxLength: 5 })
const full = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 5, maxLength: 5 }), {
  minLength: 3,
  maxLength: 4,
})

describe("krippendorffAlpha", () => {
  it("meets the published example at full precision", () => {
    expect(krippendorffAlpha(EXAMPLE_C, "nominal").alpha).toBeCloseTo(0.7434210526, 9)
    expect(krippendorffAlpha(EXAMPLE_C, "ordinal").alpha).toBeCloseTo(0.8153875038, 9)
    expect(krippendorffAlpha(EXAMPLE_C, "interval").alpha).toBeCloseTo(0.8491071429, 9)
    expect(krippendorffAlpha(EXAMPLE_C, "ratio").alpha).toBeCloseTo(0.7974027747, 9)
    expect(krippendorffAlpha(EXAMPLE_C)).toMatchObject({ pairable: 40, units: 11 })
  })

  it("is undefined, not 1, when every value is the same, or nothing pairs up", () => {
    expect(
      krippendorffAlpha([
        [3, 3],
        [3, 3],
      ]).alpha,
    ).toBeNull()
    expect(
      krippendorffAlpha([
        [3, null],
        [null, 2],
      ]),
    ).toEqual({ alpha: null, pairable: 0, units: 0 })
    expect(krippendorffAlpha([]).alpha).toBeNull()
  })

  it("is 1 exactly when all raters agree on varied units", () => {
    expect(
      krippendorffAlpha([
        [1, 2, 5],
        [1, 2, 5],
        [1, 2, 5],
      ]).alpha,
    ).toBe(1)
  })

  it("for complete data equals 1 − MSW / MST on the interval scale", () => {
    fc.assert(
      fc.property(full, (table) => {
        const all = table.flat()
        const centre = all.reduce((a, b) => a + b, 0) / all.length
        const total = all.reduce((a, b) => a + (b - centre) ** 2, 0) / (all.length - 1)
        fc.pre(total > 0)
        let within = 0
        const units = table[0]?.length ?? 0
        for (let unit = 0; unit < units; unit += 1) {
          const column = table.map((row) => row[unit] ?? 0)
          const middle = column.reduce((a, b) => a + b, 0) / column.length
          within += column.reduce((a, b) => a + (b - middle) ** 2, 0)
        }
        const msw = within / (units * (table.length - 1))
        expect(krippendorffAlpha(table, "interval").alpha).toBeCloseTo(1 - msw / total, 9)
      }),
    )
  })

  it("meets the definition by coincidences, written out", () => {
    fc.assert(
      fc.property(panel, (table) => {
        expect(krippendorffAlpha(table, "ordinal").alpha ?? -9).toBeCloseTo(byCoincidences(table) ?? -9, 9)
      }),
    )
  })

  it("doesn't mind the order of raters or units", () => {
    fc.assert(
      fc.property(panel, fc.constantFrom("nominal", "ordinal", "interval", "ratio"), (table, metric) => {
        const turned = table.toReversed().map((row) => row.toReversed())
        expect(krippendorffAlpha(turned, metric).alpha ?? -9).toBeCloseTo(
          krippendorffAlpha(table, metric).alpha ?? -9,
          9,
        )
      }),
    )
  })
})

/** The coincidence matrix of the paper, cell by cell, with ordinal differences by summing between the ends. */
function byCoincidences(table: (number | null)[][]): number | null {
  const o = Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => 0))
  for (let unit = 0; unit < 6; unit += 1) {
    const column = table.map((row) => row[unit] ?? null).filter((value) => value !== null)
    if (column.length < 2) continue
    column.forEach((a, i) => {
      column.forEach((b, j) => {
        const row = o[a]
        if (i !== j && row) row[b] = (row[b] ?? 0) + 1 / (column.length - 1)
      })
    })
  }
  const counts = o.map((row) => row.reduce((a, b) => a + b, 0))
  const n = counts.reduce((a, b) => a + b, 0)
  const delta = (c: number, k: number): number => {
    const [low, high] = c < k ? [c, k] : [k, c]
    const between = counts.slice(low, high + 1).reduce((a, b) => a + b, 0)
    return c === k ? 0 : (between - ((counts[c] ?? 0) + (counts[k] ?? 0)) / 2) ** 2
  }
  let seen = 0
  let chance = 0
  for (let c = 1; c <= 5; c += 1) {
    for (let k = 1; k <= 5; k += 1) {
      seen += (o[c]?.[k] ?? 0) * delta(c, k)
      chance += (counts[c] ?? 0) * (counts[k] ?? 0) * delta(c, k)
    }
  }
  return chance === 0 ? null : 1 - ((n - 1) * seen) / chance
}
