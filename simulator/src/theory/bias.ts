import { studentTCdf, studentTQuantile } from "@backfill/core"
import { type Control, joint, judge, type Verdict } from "./joint.ts"

/** What a mean may be off by, and what half of its 95 % interval may be for the judgement to tell. */
export const BIAS_ALLOWED = 0.001
export const BIAS_TOLD = 0.0005

/** A mean that was simulated in independent runs, with the figure that its chance deviations go along with. */
export interface Mean {
  values: readonly number[]
  expected: number
  control?: Control
}

/** What was found of one mean. */
export interface MeanVerdict {
  /** As it was simulated, and with its control accounted for; the same where there is none. */
  plain: Verdict
  adjusted: Verdict
  /** The chance that the joint test would fail if this mean alone were off by `BIAS_ALLOWED`. */
  seen: number
}

/** What was found of all means together: the least likely p, and what p the joint test allows down to. */
export interface BiasVerdict {
  means: MeanVerdict[]
  least: number
  limit: number
  passed: boolean
}

/**
 * Judges means for bias: none may be off by more than `BIAS_ALLOWED`, as simulated or adjusted; each must be known to
 * `BIAS_TOLD`, else nothing can be said; and all together must be consistent with no bias at all (`joint`, 99.9 %).
 */
export function judgeBias(means: readonly Mean[]): BiasVerdict {
  const pairs = means.map(({ values, expected, control }) => ({
    plain: judge(values, expected),
    adjusted: judge(values, expected, control),
  }))
  const { least, limit, passed } = joint(pairs.map(({ adjusted }) => adjusted))
  const good = pairs.every(
    ({ plain, adjusted }) =>
      Math.abs(plain.bias) <= BIAS_ALLOWED &&
      Math.abs(adjusted.bias) <= BIAS_ALLOWED &&
      adjusted.margin <= BIAS_TOLD,
  )
  return {
    means: pairs.map((pair) => ({ ...pair, seen: seen(pair.adjusted, limit) })),
    least,
    limit,
    passed: passed && good,
  }
}

/** By how far the bias lies above where the joint test fails, in standard errors, as a chance. */
function seen({ error, degrees }: Verdict, limit: number): number {
  if (error === 0) return 1
  return studentTCdf(BIAS_ALLOWED / error - studentTQuantile(1 - limit / 2, degrees), degrees)
}
