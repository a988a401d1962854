/**
 * Several servers behind one line (Kiefer and Wolfowitz): each of `count` arrivals is given to the server that ends first,
 * at once, though its service may lie in the future. `ends` holds when each server ends, or ended, as 64-bit whole numbers
 * in order: time × 2^bits + server, so what ends at the same time ends in the order of the servers. Who had been with that
 * server leaves: when each one left, came and began goes to `gones`, `entered` and `begun`, in the order of leaving. A
 * server that nobody has been with has −1 in `cames`. `state` is the most records that were ever with servers at once,
 * and the sum of what was served. The result says how many left.
 */
export function share(
  arrivals: usize,
  services: usize,
  waits: usize,
  count: i32,
  ends: usize,
  servers: i32,
  bits: i32,
  cames: usize,
  begans: usize,
  gones: usize,
  entered: usize,
  begun: usize,
  state: usize,
): i32 {
  const last = ends + (((servers - 1) as usize) << 3)
  const mask: i64 = ((1 as i64) << bits) - 1
  let most = load<f64>(state) as i32
  let worked: f64 = 0
  let left: usize = 0
  const end = (count as usize) << 3
  for (let at: usize = 0; at < end; at += 8) {
    const now = load<f64>(arrivals + at) as i64
    const first = load<i64>(ends)
    const server = ((first & mask) as usize) << 3
    const gone = (first >> bits) as f64
    const came = load<f64>(cames + server)
    const began = load<f64>(begans + server)
    store<f64>(gones + left, gone)
    store<f64>(entered + left, came)
    store<f64>(begun + left, began)
    worked += gone - began
    left += came >= 0 ? 8 : 0

    const arrival = (now << bits) | (first & mask)
    const start = select<i64>(first, arrival, first > arrival)
    const starts = (start >> bits) as f64
    store<f64>(waits + at, starts - load<f64>(arrivals + at))
    store<f64>(cames + server, load<f64>(arrivals + at))
    store<f64>(begans + server, starts)
    put(ends, last, start + ((load<f64>(services + at) as i64) << bits))
    if (most < servers) most = max(most, busy(ends, last, (now + 1) << bits))
  }
  store<f64>(state, most as f64)
  store<f64>(state, worked, 8)
  return (left >> 3) as i32
}

/** Puts an end in its place instead of the first, without a branch: where its place is can't be foreseen. */
function put(ends: usize, last: usize, end: i64): void {
  let here = load<i64>(ends, 8)
  store<i64>(ends, select<i64>(here, end, here < end))
  for (let at = ends + 8; at < last; at += 8) {
    const next = load<i64>(at, 8)
    const lower = select<i64>(next, end, next < end)
    store<i64>(at, select<i64>(here, lower, here > lower))
    here = next
  }
  store<i64>(last, select<i64>(here, end, here > end))
}

/** How many servers end after a moment. */
function busy(ends: usize, last: usize, moment: i64): i32 {
  let many = 0
  for (let at = ends; at <= last; at += 8) many += (load<i64>(at) >= moment) as i32
  return many
}
