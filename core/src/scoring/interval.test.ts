import { describe, expect, it } from "vitest"
import { seeded } from "../seed/generator.ts"
import { studentTQuantile } from "../statistics/quantiles.ts"
import type { CompetencyScore } from "./competency.ts"
import { compositeInterval } from "./interval.ts"

/** Competencies × raters, null where a rater wasn't asked; equal shares unless given. */
type Grid = (number | null)[][]
function parts(grid: Grid, shares: number[] = grid.map(() => 1 / grid.length)) {
  return grid.map((row, index) => {
    const raters = row.flatMap((score, rater) =>
      score === null ? [] : [{ raterId: `r${rater}`, score, ratings: 1 }],
    )
    const mean = raters.reduce((sum, { score }) => sum + score, 0) / raters.length
    const score: CompetencyScore = { competencyId: `c${index}`, raters, mean }
    return { share: shares[index] ?? 0, score }
  })
}
function intervalOf(grid: Grid, shares?: number[]) {
  const list = parts(grid, shares)
  const value = list.reduce((sum, { share, score }) => sum + share * score.mean, 0)
  const interval = compositeInterval(value, list)
  if (interval.kind !== "interval") throw new Error(`expected an interval: ${interval.kind}`)
  return { value, ...interval }
}
const _ = null

describe("compositeInterval", () => {
  it("meets an independent computation with matrices (numpy, scipy)", () => {
    const debrief = intervalOf(
      [
        [_, 4, 5, 2],
        [3, 5, 4, _],
        [4, _, _, 2],
        [4, 3, 4, _],
        [_, 3, 4, _],
        [_, _, 3, 4],
        [4, _, _, 4],
        [3, 3, _, _],
      ],
      [0.15, 0.15, 0.1, 0.15, 0.15, 0.1, 0.1, 0.1],
    )
    expect(debrief.value).toBeCloseTo(3.575, 10)
    expect(debrief.standardError).toBeCloseTo(0.3800418637226933, 10)
    expect(debrief.df).toBeCloseTo(6.415316642120766, 10)
    expect(debrief.low).toBeCloseTo(2.659471070999974, 9)
    expect(debrief.high).toBeCloseTo(4.4905289290000265, 9)
  })

  it("with raters who share no competency is the pooled t interval by hand", () => {
    // Two competencies, two raters each, four people: s² = (2 + 0.5) / 2, SE² = s² (¼ / 2 + ¼ / 2), df 2.
    const found = intervalOf([
      [2, 4, _, _],
      [_, _, 3, 4],
    ])
    expect(found.df).toBeCloseTo(2, 10)
    expect(found.standardError).toBeCloseTo(Math.sqrt(1.25 * 0.25), 10)
    expect(found.low).toBe(Math.max(1, 3.25 - studentTQuantile(0.975, 2) * found.standardError))
  })

  it("for one competency is the t interval of a mean", () => {
    const found = intervalOf([[2, 3, 5]])
    expect(found.df).toBeCloseTo(2, 10)
    expect(found.standardError).toBeCloseTo(Math.sqrt(7 / 3 / 3), 10)
  })

  it("never claims that equal anchors mean no error at all", () => {
    // 1/12 of a squared step, two raters crossed with two competencies: SE² = 1/12 (½ · 1/4 + ½ · 1/2).
    const found = intervalOf([
      [3, 3],
      [4, 4],
    ])
    expect(found.standardError).toBeCloseTo(Math.sqrt(0.375 / 12), 12)
    expect(found.high - found.low).toBeGreaterThan(1)
  })

  it("stays on the scale", () => {
    const found = intervalOf([
      [5, 5],
      [5, 4],
    ])
    expect(found.high).toBe(5)
    expect(
      intervalOf([
        [1, 2],
        [1, 1],
      ]).low,
    ).toBe(1)
  })

  it("narrows with more raters and widens with more disagreement", () => {
    const width = (grid: Grid): number => intervalOf(grid).high - intervalOf(grid).low
    expect(
      width([
        [3, 4, 3, 4],
        [4, 3, 4, 3],
      ]),
    ).toBeLessThan(
      width([
        [3, 4],
        [4, 3],
      ]),
    )
    expect(
      width([
        [2, 4, 3],
        [3, 3, 3],
      ]),
    ).toBeGreaterThan(
      width([
        [3, 4, 3],
        [3, 3, 3],
      ]),
    )
  })
})

/**
 * Coverage against known truth: each competency's true score is 3, raters deviate by 1.2 in all, a share of the variance
 * travelling with the rater. So large a spread that the rounding floor plays no part.
 */
function coverage(design: string[], shared: number, seed: string): number {
  const random = seeded(seed)
  const raters = design[0]?.length ?? 0
  const spread = 1.2
  const trials = 2000
  let hits = 0
  for (let trial = 0; trial < trials; trial += 1) {
    const travelling = Array.from({ length: raters }, () => spread * Math.sqrt(shared) * random.normal())
    const grid = design.map((row) =>
      [...row].map((asked, rater) =>
        asked === "1"
          ? 3 + (travelling[rater] ?? 0) + spread * Math.sqrt(1 - shared) * random.normal()
          : null,
      ),
    )
    const { low, high } = intervalOf(grid)
    if (low <= 3 && 3 <= high) hits += 1
  }
  return hits / trials
}

const PANEL = ["0111", "1110", "1001", "1110", "0110", "0011", "1001", "1100"]
const THREE_CROSSED = PANEL.map(() => "111")
const PAIRS = ["11000000", "00110000", "00001100", "00000011"]

describe("coverage of the interval, simulated with a declared seed", () => {
  // The binomial error of 2,000 trials at .95 is .005; limits allow three of it.
  it("is 95 % when raters share no competency, whatever travels with them", () => {
    expect(Math.abs(coverage(PAIRS, 0, "pairs-0") - 0.95)).toBeLessThan(0.015)
    expect(Math.abs(coverage(PAIRS, 0.7, "pairs-7") - 0.95)).toBeLessThan(0.015)
  })

  it("is 95 % or a little more where the assumed half of the variance travels", () => {
    for (const design of [PANEL, THREE_CROSSED]) {
      const found = coverage(design, 0.5, "half")
      expect(found).toBeGreaterThan(0.935)
      expect(found).toBeLessThan(0.98)
    }
  })

  it("is cautious where less travels, and still above 90 % where much more does", () => {
    expect(coverage(PANEL, 0, "none")).toBeGreaterThan(0.98)
    expect(coverage(PANEL, 0.3, "some")).toBeGreaterThan(0.96)
    expect(coverage(PANEL, 0.7, "much")).toBeGreaterThan(0.895)
  })
})
