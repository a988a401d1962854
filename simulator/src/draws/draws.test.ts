import { describe, expect, it } from "vitest"
import { bitsFor } from "./bits.ts"
import { type Arrivals, gapsOf } from "./gaps.ts"
import { type Distribution, fillOf } from "./service.ts"
import { Stream } from "./stream.ts"

const MEAN = 2 ** 30
const N = 400_000

function draws(of: Distribution, purpose = "test"): number[] {
  const stream = new Stream(fillOf(of, bitsFor("draws", of.distribution, purpose)))
  return Array.from({ length: N }, () => stream.next() / MEAN)
}

function moments(values: number[]): { mean: number; scv: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return { mean, scv: values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length / mean ** 2 }
}

describe("draws", () => {
  it.each([
    [{ distribution: "exponential", mean: MEAN }, 1],
    [{ distribution: "deterministic", mean: MEAN }, 0],
    [{ distribution: "erlang", mean: MEAN, k: 4 }, 0.25],
    [{ distribution: "hyperexponential", mean: MEAN, scv: 4 }, 4],
    [{ distribution: "lognormal", mean: MEAN, scv: 0.5 }, 0.5],
  ] as [Distribution, number][])("of %o have their mean and variation", (of, scv) => {
    const found = moments(draws(of))
    expect(Math.abs(found.mean - 1)).toBeLessThan(4 * Math.sqrt(scv / N) + 1e-12)
    expect(Math.abs(found.scv - scv)).toBeLessThan(0.04 * scv + 1e-12)
  })

  it("follow the exponential distribution, tail included (Kolmogorov and Smirnov at 99.9 %)", () => {
    const sorted = draws({ distribution: "exponential", mean: MEAN }, "shape").toSorted((a, b) => a - b)
    let worst = 0
    for (const [i, x] of sorted.entries())
      worst = Math.max(worst, Math.abs((i + 0.5) / N - (1 - Math.exp(-x))))
    expect(worst).toBeLessThan(1.95 / Math.sqrt(N))
    expect(sorted.at(-1)).toBeGreaterThan(9)
  })

  it("are the same exponential ones whether few or many are drawn at a time", () => {
    const fill = () =>
      fillOf({ distribution: "exponential", mean: MEAN }, bitsFor("draws", "length", "test"), 1)
    const [few, many] = [fill(), fill()]
    const wanted = new Float64Array(8192)
    for (let at = 0; at < wanted.length; at += 1024) many(wanted.subarray(at, at + 1024))
    const got = new Float64Array(wanted.length)
    for (let at = 0; at < got.length; at += 4) few(got.subarray(at, at + 4))
    expect(got).toEqual(wanted)
  })

  it("don't follow from those before: four streams take turns, and none knows of another", () => {
    const values = draws({ distribution: "exponential", mean: MEAN }, "neighbours")
    for (let lag = 1; lag <= 9; lag += 1) {
      let sum = 0
      for (let i = lag; i < N; i += 1) sum += ((values[i] as number) - 1) * ((values[i - lag] as number) - 1)
      expect(Math.abs(sum / (N - lag))).toBeLessThan(4 / Math.sqrt(N))
    }
  })

  it("balance the means of a hyperexponential: each branch carries half of the work", () => {
    const p = (1 + Math.sqrt(3 / 5)) / 2
    const below = (x: number) => 1 - p * Math.exp(-2 * p * x) - (1 - p) * Math.exp(-2 * (1 - p) * x)
    const values = draws({ distribution: "hyperexponential", mean: MEAN, scv: 4 }, "shape")
    for (const x of [0.1, 0.5, 2, 8])
      expect(Math.abs(values.filter((value) => value <= x).length / N - below(x))).toBeLessThan(0.003)
  })

  it("are the same for the same seed, id and purpose, and others for others", () => {
    const first = (seed: string, id: string, purpose: string) =>
      new Stream(fillOf({ distribution: "exponential", mean: MEAN }, bitsFor(seed, id, purpose))).next()
    expect(first("1", "q", "service")).toBe(first("1", "q", "service"))
    expect(
      new Set([
        first("1", "q", "service"),
        first("2", "q", "service"),
        first("1", "r", "service"),
        first("1", "q", "gaps"),
      ]).size,
    ).toBe(4)
  })
})

describe("arrivals", () => {
  it.each<Arrivals>([
    { pattern: "poisson", rate: 3 },
    { pattern: "deterministic", rate: 3 },
    { pattern: "diurnal", rate: 3, swing: 0.6, peak: 50_000 },
    { pattern: "bursty", rate: 3, factor: 8, for: 5, every: 40 },
    { pattern: "trace", gaps: [0.1, 0.2, 0.7, 0.3333333333333333] },
  ])("keep their mean rate: %o", (arrivals) => {
    const stream = new Stream(gapsOf(arrivals, bitsFor("gaps", arrivals.pattern, "test"), 2 ** -30))
    let time = 0
    let count = 0
    // Whole days, so that the course of the day evens out.
    while (time < 3 * 86_400) {
      time += stream.next() * 2 ** -30
      count += 1
    }
    expect(Math.abs(count / time / 3 - 1)).toBeLessThan(0.02)
  })
  it("never drift: regular gaps add up to the exact time", () => {
    const stream = new Stream(gapsOf({ pattern: "deterministic", rate: 3 }, bitsFor("1", "in", "gaps"), 0.01))
    let ticks = 0
    for (let i = 0; i < 3000; i += 1) ticks += stream.next()
    expect(Math.abs(ticks - 100_000)).toBeLessThanOrEqual(1)
  })
})
