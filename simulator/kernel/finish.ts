/**
 * Follows `count` records that entered, and came where they end, at these times. How long each took goes to `stays`, and
 * `age` tells how old the newest data are there. It is `Sink.age`: area under the course of the age, most it ever was,
 * newest event, last and first time that something came.
 */
export function finish(entered: usize, came: usize, stays: usize, count: i32, age: usize): void {
  let seen = load<f64>(age, 24)
  let at: usize = 0
  if (seen === 0) {
    // The first record ever: until it came there was nothing that could be old.
    seen = load<f64>(came)
    store<f64>(stays, seen - load<f64>(entered))
    store<f64>(age, load<f64>(entered), 16)
    store<f64>(age, seen, 32)
    at = 8
  }
  let area = v128.load64_zero(age)
  let oldest = v128.load64_zero(age, 8)
  let newest = v128.load64_zero(age, 16)
  let before = f64x2.splat(seen)
  const end = (count as usize) << 3
  for (; at < end; at += 8) {
    const enter = v128.load64_zero(entered + at)
    const now = v128.load64_zero(came + at)
    v128.store_lane<f64>(stays + at, f64x2.sub(now, enter), 0)
    const middle = f64x2.sub(f64x2.mul(f64x2.add(before, now), f64x2.splat(0.5)), newest)
    area = f64x2.add(area, f64x2.mul(middle, f64x2.sub(now, before)))
    oldest = f64x2.pmax(oldest, f64x2.sub(now, newest))
    newest = f64x2.pmax(newest, enter)
    before = now
  }
  v128.store_lane<f64>(age, area, 0)
  v128.store_lane<f64>(age + 8, oldest, 0)
  v128.store_lane<f64>(age + 16, newest, 0)
  v128.store_lane<f64>(age + 24, before, 0)
}
