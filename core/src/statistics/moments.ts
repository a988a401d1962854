/**
 * Arithmetic mean. Empty input has no mean: `null`, never 0 or NaN.
 * Two passes, so that a large common offset costs no digits.
 */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const rough = sum(values) / values.length
  return rough + sum(values.map((value) => value - rough)) / values.length
}

/**
 * Sample variance (divisor n − 1) in squared units of the values; `null` below two values.
 * The population variance is this times (n − 1) / n.
 */
export function variance(values: readonly number[]): number | null {
  const centre = mean(values)
  if (centre === null || values.length < 2) return null
  return sumOfSquares(values.map((value) => value - centre)) / (values.length - 1)
}

/** Square root of the sample variance; `null` below two values. */
export function standardDeviation(values: readonly number[]): number | null {
  const squared = variance(values)
  return squared === null ? null : Math.sqrt(squared)
}

/** Sum; 0 for no values. */
export function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}

/** Sum of squares; 0 for no values. */
export function sumOfSquares(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value * value
  return total
}

/** Largest minus smallest value, in their units; `null` for no values, 0 for one. */
export function range(values: readonly number[]): number | null {
  if (values.length === 0) return null
  return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b))
}

/**
 * Average deviation from the mean (AD): mean of |x − mean|, in the units of the values; `null` for none.
 * Burke, Finkelstein & Dusig 1999. On a scale of A anchors, agreement is usually called fair below A / 6.
 */
export function averageDeviation(values: readonly number[]): number | null {
  const centre = mean(values)
  return centre === null ? null : mean(values.map((value) => Math.abs(value - centre)))
}

/**
 * Agreement within one panel: r_wg = 1 − s² / ((A² − 1) / 12), against raters who choose among A anchors at random.
 * 1 is full agreement, 0 is chance, negative is worse than chance (reported as it is). `null` below two values.
 * James, Demaree & Wolf 1984.
 */
export function withinGroupAgreement(values: readonly number[], anchors = 5): number | null {
  const squared = variance(values)
  if (squared === null || !(anchors > 1)) return null
  return 1 - squared / ((anchors * anchors - 1) / 12)
}

/**
 * Spearman-Brown: the reliability of the mean of `raters` raters when one has reliability `single`.
 * r_k = k r / (1 + (k − 1) r); `null` where the denominator is 0 or below.
 */
export function spearmanBrown(single: number, raters: number): number | null {
  const below = 1 + (raters - 1) * single
  return below > 0 ? (raters * single) / below : null
}
