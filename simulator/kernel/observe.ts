/** As in simulator/src/engine/histogram.ts: the bin is the upper bits of a double, less those of the number 1, plus one. */
const SHIFT = 45
const ORIGIN: i64 = 1023 * 128 - 1

/**
 * Counts `count` whole numbers of at least 0 in a histogram of 32-bit counts. Puts their sum in the first double at
 * `result` and the greatest of them in the second.
 */
export function observe(values: usize, count: i32, counts: usize, result: usize): void {
  let sum = f64x2.splat(0)
  let greatest = f64x2.splat(0)
  const end = (count as usize) << 3
  const pairs = ((count & ~1) as usize) << 3
  for (let at: usize = 0; at < pairs; at += 16) {
    const value = v128.load(values + at)
    sum = f64x2.add(sum, value)
    greatest = f64x2.pmax(greatest, value)
    const place = i64x2.sub(i64x2.shr_u(value, SHIFT), i64x2.splat(ORIGIN))
    // Zeros would lie below; they have bin 0. Both halves of a place are below zero together.
    const bin = i32x4.max_s(place, i32x4.splat(0))
    add(counts + ((i32x4.extract_lane(bin, 0) as usize) << 2))
    add(counts + ((i32x4.extract_lane(bin, 2) as usize) << 2))
  }
  if (pairs < end) {
    const value = load<f64>(values + pairs)
    sum = f64x2.add(sum, v128.load64_zero(values + pairs))
    greatest = f64x2.pmax(greatest, f64x2.splat(value))
    const place = ((reinterpret<i64>(value) >>> SHIFT) - ORIGIN) as i32
    add(counts + ((max(place, 0) as usize) << 2))
  }
  store<f64>(result, f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1))
  store<f64>(result, max(f64x2.extract_lane(greatest, 0), f64x2.extract_lane(greatest, 1)), 8)
}

function add(bin: usize): void {
  store<u32>(bin, load<u32>(bin) + 1)
}
