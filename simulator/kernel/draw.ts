/**
 * Fills `out` with `count` exponential variates of this mean, whole numbers of at least `least`. `count` is a multiple of 4.
 *
 * `state`: four streams of sfc32 (Chris Doty-Humphrey, PractRand, public domain) side by side, as four vectors: a, b, c and
 * counter. `tables`: the ziggurat's, width of a place in each of 256 layers (doubles) and then the number of places that
 * surely lie under the curve (32-bit). The others, one in a hundred, are left to the caller, who gets the index and the
 * word of each in `late`; the result says how many there are.
 */
export function draw(
  state: usize,
  tables: usize,
  out: usize,
  count: i32,
  mean: f64,
  least: f64,
  late: usize,
): i32 {
  let a = v128.load(state)
  let b = v128.load(state, 16)
  let c = v128.load(state, 32)
  let counter = v128.load(state, 48)
  const means = f64x2.splat(mean)
  const leasts = f64x2.splat(least)
  const half = f64x2.splat(0.5)
  const inside = tables + 2048
  let found = late
  for (let i = 0; i < count; i += 4) {
    const word = i32x4.add(i32x4.add(a, b), counter)
    counter = i32x4.add(counter, i32x4.splat(1))
    a = v128.xor(b, i32x4.shr_u(b, 9))
    b = i32x4.add(c, i32x4.shl(c, 3))
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), word)

    const layer = v128.and(word, i32x4.splat(255))
    const one = i32x4.extract_lane(layer, 0) as usize
    const two = i32x4.extract_lane(layer, 1) as usize
    const three = i32x4.extract_lane(layer, 2) as usize
    const four = i32x4.extract_lane(layer, 3) as usize
    const place = i32x4.shr_u(word, 8)
    const later = v128.shuffle<i32>(place, place, 2, 3, 2, 3)
    const at = out + ((i as usize) << 3)
    const widths = v128.load_lane<f64>(tables + (two << 3), v128.load64_zero(tables + (one << 3)), 1)
    const widths2 = v128.load_lane<f64>(tables + (four << 3), v128.load64_zero(tables + (three << 3)), 1)
    const x = f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_s(place), half), widths)
    const x2 = f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_s(later), half), widths2)
    v128.store(at, f64x2.pmax(leasts, f64x2.nearest(f64x2.mul(x, means))))
    v128.store(at, f64x2.pmax(leasts, f64x2.nearest(f64x2.mul(x2, means))), 16)

    let places = v128.load32_zero(inside + (one << 2))
    places = v128.load_lane<i32>(inside + (two << 2), places, 1)
    places = v128.load_lane<i32>(inside + (three << 2), places, 2)
    places = v128.load_lane<i32>(inside + (four << 2), places, 3)
    let outside = i32x4.bitmask(i32x4.ge_s(place, places))
    while (outside !== 0) {
      const lane = ctz(outside)
      outside &= outside - 1
      // Shifts the lane that is meant to the front: which one it is isn't known when this is compiled.
      v128.store(found, word, 16)
      const its = load<i32>(found + ((lane as usize) << 2), 16)
      store<i32>(found, i + lane)
      store<i32>(found, its, 4)
      found += 8
    }
  }
  v128.store(state, a)
  v128.store(state, b, 16)
  v128.store(state, c, 32)
  v128.store(state, counter, 48)
  return ((found - late) >> 3) as i32
}
