import { powerOfTwo, splitDouble } from "./bits.ts"

/**
 * Logarithm, exponential and cosine out of + − × ÷ and bits, because engines differ in the last digit of `Math.log`,
 * `Math.exp` and `Math.cos`, and a simulation must not. Each agrees with the true value to 4e-16 relative (the cosine
 * to 2e-15 absolute), which `elementary.test.ts` checks against the engine's own functions.
 */

/** ln 2 in two parts: the first has so few digits that a product with a whole number below 2¹¹ is exact. */
const LN2_HIGH = 0.69314718036912381649
const LN2_LOW = 1.90821492927058770002e-10
const SQRT2 = 1.4142135623730951

/** Natural logarithm of a positive normal number. 2·artanh series, |s| ≤ 0.172, to the 23rd power. */
export function log(x: number): number {
  let { fraction, exponent } = splitDouble(x)
  if (fraction > SQRT2) {
    fraction /= 2
    exponent += 1
  }
  const s = (fraction - 1) / (fraction + 1)
  const z = s * s
  let series = 0
  for (let odd = 23; odd >= 3; odd -= 2) series = z * (series + 1 / odd)
  return exponent * LN2_HIGH + (2 * s + (2 * s * series + exponent * LN2_LOW))
}

/** e to the power x; 0 below −708 and Infinity above 709. Taylor series of 14 terms on |r| ≤ 0.347. */
export function exp(x: number): number {
  if (x < -708) return 0
  if (x > 709) return Number.POSITIVE_INFINITY
  const k = Math.floor(x / 0.6931471805599453 + 0.5)
  const r = x - k * LN2_HIGH - k * LN2_LOW
  let series = 1
  for (let term = 14; term >= 1; term -= 1) series = 1 + (r / term) * series
  return series * powerOfTwo(k)
}

/** Cosine of a number of whole turns: 1 at 0, −1 at 0.5, 1 at 1. Taylor series on a quarter of a turn. */
export function cosineOfTurns(turns: number): number {
  const t = Math.abs(turns - Math.floor(turns + 0.5))
  if (t > 0.25) return -cosineOfTurns(0.5 - t)
  const angle = 6.283185307179586 * t
  const z = angle * angle
  let series = 1
  for (let term = 22; term >= 2; term -= 2) series = 1 - (z / (term * (term - 1))) * series
  return series
}
