import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { incompleteBeta, logGamma } from "./beta.ts"
import { fisherFCdf, fisherFQuantile, studentTCdf, studentTQuantile } from "./quantiles.ts"

// Reference values by SciPy 1.17.1: stats.t.ppf, stats.t.cdf, stats.f.ppf, special.betainc, special.gammaln.
const T_QUANTILES: [number, number, number][] = [
  [0.975, 1, 12.706204736174694],
  [0.975, 2, 4.302652729749462],
  [0.975, 2.9, 3.2454380624331107],
  [0.975, 7, 2.364624251592784],
  [0.95, 5, 2.0150483733330233],
  [0.995, 10, 3.16927267261695],
  [0.975, 30, 2.0422724563012378],
  [0.975, 1000, 1.9623390808264083],
  [0.9, 0.5, 10.27032441023451],
  [0.6, 3, 0.2766706623326898],
  [0.9999, 4, 13.033671720896821],
]
const F_QUANTILES: [number, number, number, number][] = [
  [0.975, 5, 18, 3.381967805875243],
  [0.975, 18, 5, 6.361883204654352],
  [0.975, 5, 2.3, 26.704490227767504],
  [0.95, 1, 10, 4.964602743730711],
  [0.5, 3, 7, 0.870944253187285],
  [0.025, 4, 4.5, 0.10556669946257738],
  [0.99, 30, 60, 2.0284785170992485],
]

describe("logGamma and incompleteBeta", () => {
  it("meet the reference", () => {
    const gammas: [number, number][] = [
      [0.1, 2.252712651734206],
      [0.5, 0.5723649429247],
      [1, 0],
      [2.5, 0.2846828704729192],
      [10, 12.801827480081469],
      [171.3, 708.1149470389971],
    ]
    for (const [x, expected] of gammas) expect(logGamma(x)).toBeCloseTo(expected, 10)
    expect(logGamma(0)).toBeNaN()
    const betas: [number, number, number, number][] = [
      [0.3, 2, 5, 0.579825],
      [0.9, 0.5, 0.5, 0.7951672353008665],
      [0.5, 50, 60, 0.8309072939016693],
    ]
    for (const [x, a, b, expected] of betas) expect(incompleteBeta(x, a, b)).toBeCloseTo(expected, 12)
    expect(incompleteBeta(0.01, 10, 1) / 1e-20).toBeCloseTo(1, 9)
  })

  it("hold at the ends and outside", () => {
    expect(incompleteBeta(-1, 2, 3)).toBe(0)
    expect(incompleteBeta(2, 2, 3)).toBe(1)
    expect(incompleteBeta(0.5, 0, 3)).toBeNaN()
  })

  it("mirror: I_x(a, b) + I_1-x(b, a) = 1", () => {
    const positive = fc.double({ min: 0.2, max: 40, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), positive, positive, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 11)
      }),
    )
  })
})

describe("Student's t", () => {
  it("meets the reference", () => {
    for (const [p, df, expected] of T_QUANTILES) {
      expect(studentTQuantile(p, df) / expected, `t(${p}, ${df})`).toBeCloseTo(1, 9)
    }
    expect(studentTCdf(-2.5, 3)).toBeCloseTo(0.04385332350403278, 12)
    expect(studentTCdf(0.3, 12.5)).toBeCloseTo(0.6154461280157326, 12)
    expect(studentTCdf(6, 200)).toBeCloseTo(0.9999999954424398, 12)
  })

  it("meets the printed table to its three decimals", () => {
    const printed: [number, number][] = [
      [3, 3.182],
      [4, 2.776],
      [6, 2.447],
      [8, 2.306],
      [12, 2.179],
      [20, 2.086],
      [60, 2.0],
    ]
    for (const [df, t] of printed) expect(studentTQuantile(0.975, df)).toBeCloseTo(t, 3)
  })

  it("has closed forms at one and two degrees of freedom", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (p) => {
        expect(studentTQuantile(p, 1)).toBeCloseTo(Math.tan(Math.PI * (p - 0.5)), 8)
        expect(studentTQuantile(p, 2)).toBeCloseTo((2 * p - 1) / Math.sqrt(2 * p * (1 - p)), 8)
      }),
    )
  })

  it("inverts its distribution and is odd", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 0.5, max: 300, noNaN: true }),
        (p, df) => {
          expect(studentTCdf(studentTQuantile(p, df), df)).toBeCloseTo(p, 10)
          expect(studentTQuantile(1 - p, df)).toBeCloseTo(-studentTQuantile(p, df), 6)
        },
      ),
    )
  })

  it("says NaN or infinity where there is no number", () => {
    expect(studentTQuantile(1, 4)).toBe(Number.POSITIVE_INFINITY)
    expect(studentTQuantile(0, 4)).toBe(Number.NEGATIVE_INFINITY)
    expect(studentTQuantile(1.2, 4)).toBeNaN()
    expect(studentTQuantile(0.9, 0)).toBeNaN()
    expect(studentTCdf(1, -1)).toBeNaN()
  })
})

describe("Fisher's F", () => {
  it("meets the reference", () => {
    for (const [p, df1, df2, expected] of F_QUANTILES) {
      expect(fisherFQuantile(p, df1, df2) / expected, `F(${p}, ${df1}, ${df2})`).toBeCloseTo(1, 9)
    }
  })

  it("is t squared at one degree of freedom above", () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 100, noNaN: true }), (df) => {
        expect(fisherFQuantile(0.95, 1, df) / studentTQuantile(0.975, df) ** 2).toBeCloseTo(1, 9)
      }),
    )
  })

  it("turns over when its degrees are swapped", () => {
    expect(fisherFQuantile(0.025, 6, 11) * fisherFQuantile(0.975, 11, 6)).toBeCloseTo(1, 10)
    expect(fisherFCdf(0, 2, 3)).toBe(0)
    expect(fisherFQuantile(0, 2, 3)).toBe(0)
    expect(fisherFQuantile(1, 2, 3)).toBe(Number.POSITIVE_INFINITY)
    expect(fisherFQuantile(-0.1, 2, 3)).toBeNaN()
  })
})
