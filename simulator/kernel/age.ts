/**
 * How old the newest data are where records end: follows `count` records that entered and came at these times. `state` is
 * `Sink.age`: area under the course of the age, most it ever was, newest event, last and first time that something came.
 */
export function age(entered: usize, came: usize, count: i32, state: usize): void {
  let seen = load<f64>(state, 24)
  let at: usize = 0
  if (seen === 0) {
    // The first record ever: until it came there was nothing that could be old.
    seen = load<f64>(came)
    store<f64>(state, load<f64>(entered), 16)
    store<f64>(state, seen, 32)
    at = 8
  }
  let area = v128.load64_zero(state)
  let oldest = v128.load64_zero(state, 8)
  let newest = v128.load64_zero(state, 16)
  let before = f64x2.splat(seen)
  const half = f64x2.splat(0.5)
  const end = (count as usize) << 3
  for (; at < end; at += 8) {
    const now = v128.load64_zero(came + at)
    const old = f64x2.sub(now, newest)
    const middle = f64x2.sub(f64x2.mul(f64x2.add(before, now), half), newest)
    area = f64x2.add(area, f64x2.mul(middle, f64x2.sub(now, before)))
    oldest = f64x2.pmax(oldest, old)
    newest = f64x2.pmax(newest, v128.load64_zero(entered + at))
    before = now
  }
  v128.store_lane<f64>(state, area, 0)
  v128.store_lane<f64>(state + 8, oldest, 0)
  v128.store_lane<f64>(state + 16, newest, 0)
  v128.store_lane<f64>(state + 24, before, 0)
}
