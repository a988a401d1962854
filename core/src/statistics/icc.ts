import { fisherFQuantile } from "./quantiles.ts"
import { mean, sum, sumOfSquares } from "./moments.ts"

/** A coefficient with its 95 % limits. Never show the one without the others. */
export interface IntervalEstimate {
  value: number
  low: number
  high: number
}

export interface Icc {
  targets: number
  judges: number
  /** Mean squares: between targets, within targets, between judges, residual. */
  between: number
  within: number
  judge: number
  residual: number
  /** One judge: one-way, two-way random, two-way mixed. */
  icc11: IntervalEstimate
  icc21: IntervalEstimate
  icc31: IntervalEstimate
  /** Mean of the k judges, likewise. */
  icc1k: IntervalEstimate
  icc2k: IntervalEstimate
  icc3k: IntervalEstimate
}

/**
 * Intraclass correlations of a complete table, rows are targets, columns are judges (Shrout & Fleiss 1979, with the
 * limits of McGraw & Wong 1996). `null` with fewer than two of either, ragged rows, non-finite values, or no variance
 * at all to explain. With fewer than five targets the limits span nearly everything: leave the number out.
 */
export function intraclassCorrelation(table: readonly (readonly number[])[]): Icc | null {
  const squares = meanSquares(table)
  if (squares === null) return null
  const { n, k, B, W, J, E } = squares
  if (B + W === 0) return null

  const one = fromRatio(B, W, n - 1, n * (k - 1), k)
  const three = fromRatio(B, E, n - 1, (n - 1) * (k - 1), k)
  const two = twoWayRandom(squares)
  const raise = (single: IntervalEstimate, value: number): IntervalEstimate => ({
    value,
    low: averageOf(single.low, k),
    high: averageOf(single.high, k),
  })
  return {
    targets: n,
    judges: k,
    between: B,
    within: W,
    judge: J,
    residual: E,
    icc11: one,
    icc21: two,
    icc31: three,
    icc1k: raise(one, B === 0 ? Number.NEGATIVE_INFINITY : (B - W) / B),
    icc2k: raise(two, averageOf(two.value, k)),
    icc3k: raise(three, averageOf(three.value, k)),
  }
}

interface MeanSquares {
  n: number
  k: number
  B: number
  W: number
  J: number
  E: number
}

function meanSquares(table: readonly (readonly number[])[]): MeanSquares | null {
  const n = table.length
  const k = table[0]?.length ?? 0
  if (n < 2 || k < 2 || table.some((row) => row.length !== k)) return null
  if (table.flat().some((value) => !Number.isFinite(value))) return null
  const grand = mean(table.flat()) ?? 0
  const rowMeans = table.map((row) => mean(row) ?? 0)
  const columnMeans = Array.from({ length: k }, (_, j) => mean(table.map((row) => row[j] ?? 0)) ?? 0)
  const ssB = k * sumOfSquares(rowMeans.map((value) => value - grand))
  const ssJ = n * sumOfSquares(columnMeans.map((value) => value - grand))
  const ssW = sum(table.map((row, i) => sumOfSquares(row.map((value) => value - (rowMeans[i] ?? 0)))))
  // Rounding may leave a hair below zero when judges differ by a constant only.
  const ssE = Math.max(0, ssW - ssJ)
  return { n, k, B: ssB / (n - 1), W: ssW / (n * (k - 1)), J: ssJ / (k - 1), E: ssE / ((n - 1) * (k - 1)) }
}

/** (F − 1) / (F + k − 1) for F = signal / noise, and for F moved to its 95 % limits; written to bear noise 0. */
function fromRatio(signal: number, noise: number, df1: number, df2: number, k: number): IntervalEstimate {
  const at = (factor: number): number => (signal * factor - noise) / (signal * factor + (k - 1) * noise)
  if (signal === 0 && noise === 0) return { value: 0, low: -1 / (k - 1), high: 1 }
  return {
    value: at(1),
    low: at(1 / fisherFQuantile(0.975, df1, df2)),
    high: at(fisherFQuantile(0.975, df2, df1)),
  }
}

function twoWayRandom({ n, k, B, J, E }: MeanSquares): IntervalEstimate {
  const below = B + (k - 1) * E + (k * (J - E)) / n
  const value = below === 0 ? 0 : (B - E) / below
  if (E === 0) return exactTwoWay(value, { n, k, B, J, E, W: 0 })
  const ratio = J / E
  const spread = n * (1 + (k - 1) * value) - k * value
  const approximate =
    ((k - 1) * (n - 1) * (k * value * ratio + spread) ** 2) /
    ((n - 1) * k * k * value * value * ratio * ratio + spread * spread)
  // Satterthwaite's degrees of freedom lie between those of the parts and their sum. Below zero one part is subtracted and they
  // may fall to nothing, where the limits would leave the value outside.
  const df = Math.max(k - 1, approximate)
  const upper = fisherFQuantile(0.975, n - 1, df)
  const lower = fisherFQuantile(0.975, df, n - 1)
  const noise = k * J + (k * n - k - n) * E
  return {
    value,
    low: (n * (B - upper * E)) / (upper * noise + n * B),
    high: (n * (lower * B - E)) / (noise + n * lower * B),
  }
}

/** Without residual noise the limits' degrees of freedom tend to k − 1, the judges' own. */
function exactTwoWay(value: number, { n, k, B, J }: MeanSquares): IntervalEstimate {
  if (J === 0) return { value, low: value, high: value }
  const upper = fisherFQuantile(0.975, n - 1, k - 1)
  const lower = fisherFQuantile(0.975, k - 1, n - 1)
  return { value, low: (n * B) / (upper * k * J + n * B), high: (n * lower * B) / (k * J + n * lower * B) }
}

/** Spearman-Brown, kept finite below its pole. */
function averageOf(single: number, k: number): number {
  const below = 1 + (k - 1) * single
  return below === 0 ? Number.NEGATIVE_INFINITY : (k * single) / below
}
