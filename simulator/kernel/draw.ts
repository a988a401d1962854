/**
 * Fills `out` with `count` exponential variates of this mean, whole numbers of at least `least`; `count` is a multiple of 4.
 * A ziggurat (simulator/src/draws/exponential.ts) of which four draws are made at once.
 *
 * `state`: four streams of sfc32 (Chris Doty-Humphrey, PractRand, public domain) side by side, as four vectors: a, b, c and
 * counter. `layers`: for each of the 256 layers how wide one of its places is, and up to where it surely lies under the
 * curve. The draws beyond that, one in a hundred, are left to the caller: `late` gets the index and the word of each, and
 * the result says how many there are.
 */
export function draw(
  state: usize,
  layers: usize,
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
  let found = late
  for (let i = 0; i < count; i += 4) {
    const word = i32x4.add(i32x4.add(a, b), counter)
    counter = i32x4.add(counter, i32x4.splat(1))
    a = v128.xor(b, i32x4.shr_u(b, 9))
    b = i32x4.add(c, i32x4.shl(c, 3))
    c = i32x4.add(v128.or(i32x4.shl(c, 21), i32x4.shr_u(c, 11)), word)

    // The lower eight bits choose the layer, of 16 bytes; the upper 24 the place in it.
    const layer = v128.and(i32x4.shl(word, 4), i32x4.splat(255 << 4))
    const one = v128.load(layers + (i32x4.extract_lane(layer, 0) as usize))
    const two = v128.load(layers + (i32x4.extract_lane(layer, 1) as usize))
    const three = v128.load(layers + (i32x4.extract_lane(layer, 2) as usize))
    const four = v128.load(layers + (i32x4.extract_lane(layer, 3) as usize))
    const place = i32x4.shr_u(word, 8)
    const x = pointOf(place, v128.shuffle<f64>(one, two, 0, 2))
    const y = pointOf(v128.shuffle<i32>(place, place, 2, 3, 2, 3), v128.shuffle<f64>(three, four, 0, 2))
    const at = out + ((i as usize) << 3)
    v128.store(at, wholeOf(x, mean, least))
    v128.store(at, wholeOf(y, mean, least), 16)

    const beyond = f64x2.ge(x, v128.shuffle<f64>(one, two, 1, 3))
    const beyondToo = f64x2.ge(y, v128.shuffle<f64>(three, four, 1, 3))
    let outside = i32x4.bitmask(v128.shuffle<i32>(beyond, beyondToo, 0, 2, 4, 6))
    while (outside !== 0) {
      const lane = ctz(outside)
      outside &= outside - 1
      // A lane can be taken out only by a number that is known beforehand; out of memory, by any.
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

/** The middles of two places. */
function pointOf(place: v128, width: v128): v128 {
  return f64x2.mul(f64x2.add(f64x2.convert_low_i32x4_s(place), f64x2.splat(0.5)), width)
}

/** Two variates of mean 1, made whole numbers. */
function wholeOf(x: v128, mean: f64, least: f64): v128 {
  return f64x2.pmax(f64x2.splat(least), f64x2.nearest(f64x2.mul(x, f64x2.splat(mean))))
}
