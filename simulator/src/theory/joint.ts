import { incompleteBeta } from "@backfill/core"

/** How likely Student's t with so many degrees of freedom is to be at least so far from 0. */
export function beyond(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
}

/** A figure's replications against what theory says. */
export interface Verdict {
  mean: number
  /** (mean − expected) / expected. */
  bias: number
  /** Half the width of the mean's 95 % interval, over the expected value. */
  margin: number
  /** Chance of a deviation this large if the simulation is right. */
  p: number
}

/** Judges independent replications of one figure. A constant that is right to 1e-9 has p = 1. */
export function judge(values: readonly number[], expected: number): Verdict {
  const n = values.length
  const mean = values.reduce((sum, one) => sum + one, 0) / n
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (n - 1)
  const error = Math.sqrt(variance / n)
  const bias = (mean - expected) / expected
  if (error <= 1e-9 * expected) return { mean, bias, margin: 0, p: Math.abs(bias) < 1e-9 ? 1 : 0 }
  // 2.093 is Student's t for 20 replications; the page always has 20.
  return { mean, bias, margin: (2.093 * error) / expected, p: beyond((mean - expected) / error, n - 1) }
}

/**
 * The joint test at 99.9 % (Šidák): all verdicts together pass unless one is less likely than it should be by chance in
 * any of them once in a thousand runs of the whole table.
 */
export function joint(verdicts: readonly Verdict[]): { least: number; limit: number; passed: boolean } {
  const limit = 1 - 0.999 ** (1 / verdicts.length)
  const least = Math.min(...verdicts.map(({ p }) => p))
  return { least, limit, passed: least >= limit }
}
