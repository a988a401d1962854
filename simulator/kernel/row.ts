/** Turns `count` gaps into the times of arrivals that follow `clock`; the last of them. */
export function arrive(gaps: usize, arrivals: usize, count: i32, clock: f64): f64 {
  let now = clock
  const end = (count as usize) << 3
  for (let at: usize = 0; at < end; at += 8) {
    now += load<f64>(gaps + at)
    store<f64>(arrivals + at, now)
  }
  return now
}

/**
 * Lindley's recursion for a single server that is free from `last` on: start = max(arrival, last departure). Puts waits and
 * departures in their places, and the services' sum in `sum`; the last departure.
 *
 * Less the work before it, a start is the latest of all arrivals so far less the work before them: a running maximum and
 * a running sum, which the processor follows side by side, instead of one chain of both.
 */
export function serve(
  arrivals: usize,
  services: usize,
  waits: usize,
  departures: usize,
  count: i32,
  last: f64,
  sum: usize,
): f64 {
  let work = f64x2.splat(0)
  let latest = f64x2.splat(last)
  const end = (count as usize) << 3
  for (let at: usize = 0; at < end; at += 8) {
    const come = v128.load64_zero(arrivals + at)
    latest = f64x2.pmax(latest, f64x2.sub(come, work))
    const start = f64x2.add(latest, work)
    const takes = v128.load64_zero(services + at)
    v128.store_lane<f64>(waits + at, f64x2.sub(start, come), 0)
    v128.store_lane<f64>(departures + at, f64x2.add(start, takes), 0)
    work = f64x2.add(work, takes)
  }
  store<f64>(sum, f64x2.extract_lane(work, 0))
  return f64x2.extract_lane(f64x2.add(latest, work), 0)
}
