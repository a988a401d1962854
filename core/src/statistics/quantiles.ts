import { incompleteBeta } from "./beta.ts"

/** P(T ≤ t) for Student's t with `df` > 0 degrees of freedom (whole or not). NaN for df ≤ 0. */
export function studentTCdf(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN
  if (t === 0) return 0.5
  const tail = 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

/**
 * The t with P(T ≤ t) = p, for 0 < p < 1 and df > 0; ±Infinity at p = 1 and 0, NaN outside.
 * Bisection on the tail: slow by design (some 200 evaluations) and right to about 12 digits.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return Number.NaN
  if (p === 0.5) return 0
  if (p < 0.5) return -studentTQuantile(1 - p, df)
  if (p === 1) return Number.POSITIVE_INFINITY
  const tail = 1 - p
  // tail = I_x(df/2, 1/2) / 2 with x = df / (df + t²), so it falls as t grows.
  return solveIncreasing((t) => tail - 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5))
}

/** P(F ≤ f) for Fisher's F with `df1` and `df2` > 0 degrees of freedom. */
export function fisherFCdf(f: number, df1: number, df2: number): number {
  if (!(df1 > 0 && df2 > 0) || Number.isNaN(f)) return Number.NaN
  if (f <= 0) return 0
  return incompleteBeta((df1 * f) / (df1 * f + df2), df1 / 2, df2 / 2)
}

/** The f with P(F ≤ f) = p, for 0 ≤ p < 1; Infinity at 1, NaN outside. */
export function fisherFQuantile(p: number, df1: number, df2: number): number {
  if (!(p >= 0 && p <= 1) || !(df1 > 0 && df2 > 0)) return Number.NaN
  if (p === 0) return 0
  if (p === 1) return Number.POSITIVE_INFINITY
  return solveIncreasing((f) => fisherFCdf(f, df1, df2) - p)
}

/** The root on [0, ∞) of an increasing function that starts at or below 0. */
function solveIncreasing(f: (x: number) => number): number {
  let high = 1
  while (f(high) < 0 && high < 1e300) high *= 2
  let low = 0
  for (let step = 0; step < 200; step += 1) {
    const middle = low + (high - low) / 2
    if (middle === low || middle === high) break
    if (f(middle) < 0) low = middle
    else high = middle
  }
  return low + (high - low) / 2
}
