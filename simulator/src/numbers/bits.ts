/** The two halves of a double, to read and to set its exponent. Every engine JavaScript runs on is little-endian. */
const double = new Float64Array(1)
const halves = new Uint32Array(double.buffer)

/** 2 to a whole power from −1022 to 1023, exactly. */
export function powerOfTwo(exponent: number): number {
  halves[0] = 0
  halves[1] = (exponent + 1023) << 20
  return double[0] as number
}

/** A positive normal number as `fraction × 2^exponent` with 1 ≤ fraction < 2. */
export function splitDouble(x: number): { fraction: number; exponent: number } {
  double[0] = x
  const high = halves[1] as number
  halves[1] = (high & 0x000f_ffff) | 0x3ff0_0000
  return { fraction: double[0], exponent: (high >>> 20) - 1023 }
}
