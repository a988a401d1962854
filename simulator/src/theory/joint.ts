import { incompleteBeta, studentTQuantile } from "@backfill/core"

/** How likely Student's t with so many degrees of freedom is to be at least so far from 0. */
export function beyond(t: number, degrees: number): number {
  return incompleteBeta(degrees / (degrees + t * t), degrees / 2, 0.5)
}

/** A figure's replications against what theory says. */
export interface Verdict {
  mean: number
  /** (mean − expected) / expected. */
  bias: number
  /** The mean's standard error over the expected value, and the degrees of freedom it has. */
  error: number
  degrees: number
  /** Half the width of the mean's 95 % interval, over the expected value. */
  margin: number
  /** Chance of a deviation this large if the simulation is right. */
  p: number
}

/** Another figure of the same replications, whose true value is known and which isn’t the same in all of them. */
export interface Control {
  values: readonly number[]
  expected: number
}

interface Estimate {
  mean: number
  error: number
  degrees: number
}

/** Judges independent replications of one figure, three or more. A constant that is right to 1e-9 has p = 1. */
export function judge(values: readonly number[], expected: number, control?: Control): Verdict {
  const { mean, error, degrees } = control === undefined ? plain(values) : freed(values, control)
  const off = { mean, bias: (mean - expected) / expected, error: error / expected, degrees }
  if (off.error <= 1e-9) return { ...off, margin: 0, p: Math.abs(off.bias) < 1e-9 ? 1 : 0 }
  const margin = studentTQuantile(0.975, degrees) * off.error
  return { ...off, margin, p: beyond(off.bias / off.error, degrees) }
}

const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length

function plain(values: readonly number[]): Estimate {
  const n = values.length
  const mean = meanOf(values)
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (n - 1) / n), degrees: n - 1 }
}

/**
 * The mean without what goes along with the control's own deviation: a control variate, its slope by least squares, which
 * costs a degree of freedom (Lavenberg and Welch 1981). Unbiased for values that are normal, as means over long runs are.
 */
function freed(values: readonly number[], { values: others, expected }: Control): Estimate {
  const n = values.length
  const [mean, centre] = [meanOf(values), meanOf(others)]
  const aside = others.map((other) => other - centre)
  const squares = aside.reduce((sum, off) => sum + off * off, 0)
  const slope = values.reduce((sum, one, i) => sum + (one - mean) * (aside[i] ?? 0), 0) / squares
  const rest = values.reduce((sum, one, i) => sum + (one - mean - slope * (aside[i] ?? 0)) ** 2, 0)
  const shift = centre - expected
  const error = Math.sqrt((rest / (n - 2)) * (1 / n + (shift * shift) / squares))
  return { mean: mean - slope * shift, error, degrees: n - 2 }
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
