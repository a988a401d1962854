import type { Station } from "../engine/nodes/station.ts"
import type { Measured } from "../engine/tally.ts"

/** The departures of the last so many records: what is needed to know who was still there at a moment. */
export class Ring {
  values: Float64Array
  mask: number

  constructor(size: number) {
    this.values = new Float64Array(size).fill(-1)
    this.mask = size - 1
  }

  /** Room for more, with what there is moved to its new places; `next` is the number of the next record. */
  grow(next: number): void {
    const larger = new Ring(this.values.length * 2)
    for (let n = Math.max(next - this.values.length, 0); n < next; n += 1)
      larger.values[n & larger.mask] = this.values[n & this.mask] as number
    this.values = larger.values
    this.mask = larger.mask
  }
}

/** Records that are looked at together: see `mostUnderWay`. */
const STRIDE = 16

/**
 * The most records that were ever under way at once between two rings, given what it was (1 at least) before the `count`
 * records from `from` on. There are more when a record comes and the one `most` places before it is still here. Times
 * only grow along a ring: so when the last of a stretch finds that place empty at the time when the first came, all do.
 */
export function mostUnderWay(
  inn: Float64Array,
  out: Float64Array,
  mask: number,
  from: number,
  count: number,
  before: number,
): number {
  let most = before
  const end = from + count
  for (let n = from; n < end; n += STRIDE) {
    const last = Math.min(n + STRIDE, end) - 1
    if ((out[(last - most) & mask] as number) <= (inn[n & mask] as number)) continue
    for (let k = n; k <= last; k += 1)
      if ((out[(k - most) & mask] as number) > (inn[k & mask] as number)) most += 1
  }
  return most
}

/** A single server, first come first served, worked through with Lindley's recursion: start = max(arrival, last departure). */
export class Stage {
  readonly station: Station
  readonly out: Ring
  last = 0
  /** The most records that were ever here at once. */
  most = 0
  /** Sums over the records so far, in ticks: service, and wait during the warm-up (later the metric knows it). */
  service = 0
  warmupWait = 0
  came = 0
  left = 0
  /** What the records at the very end take away from the sums or add to them. */
  tailArea = 0
  tailBusy = 0
  start: Measured = { ticks: 0, came: 0, left: 0, lost: 0, failed: 0, area: 0, busyArea: 0 }

  constructor(station: Station, ringSize: number) {
    this.station = station
    this.out = new Ring(ringSize)
  }

  /**
   * The next `count` records, of which the first has number `from`; `arrivals` and `out` are rings and none of the
   * records lies across their end. Waits are observed unless they belong to the warm-up.
   */
  work(arrivals: Ring, from: number, count: number, warmup: boolean): void {
    const { wait } = this.station
    const { service } = this.station.options
    const at = service.at
    const into = wait.filled
    const { values: inn, mask } = arrivals
    const { values: out } = this.out
    const waits = wait.block.values
    const services = service.values
    const base = from & mask
    let { last } = this
    let worked = 0
    for (let i = 0; i < count; i += 1) {
      const come = inn[base + i] as number
      const start = come > last ? come : last
      const takes = services[at + i] as number
      waits[into + i] = start - come
      last = start + takes
      worked += takes
      out[base + i] = last
    }
    this.book(arrivals, from, count, warmup, last, worked)
  }

  /** Enters what was worked: waits and departures stand in their places already. */
  book(arrivals: Ring, from: number, count: number, warmup: boolean, last: number, worked: number): void {
    const { wait } = this.station
    const { service } = this.station.options
    this.last = last
    this.service += worked
    service.at += count
    this.most = mostUnderWay(
      arrivals.values,
      this.out.values,
      arrivals.mask,
      from,
      count,
      Math.max(this.most, 1),
    )
    if (warmup)
      for (let i = 0; i < count; i += 1) this.warmupWait += wait.block.values[wait.filled + i] as number
    else wait.advance(count)
    this.came += count
    this.left += count
  }

  /** Everything up to a moment by which all records below `next` have come to the system, but may not have left this stage. */
  until(moment: number, arrivals: Ring, next: number): Measured {
    let area = this.warmupWait + this.service
    let busyArea = this.service
    let came = this.came
    let left = this.left
    for (let n = next - 1; n >= 0 && next - n <= this.out.mask; n -= 1) {
      const gone = this.out.values[n & this.out.mask] as number
      if (gone <= moment) break
      const come = arrivals.values[n & arrivals.mask] as number
      const before = n === 0 ? 0 : (this.out.values[(n - 1) & this.out.mask] as number)
      area -= gone - Math.max(come, moment)
      busyArea -= gone - Math.max(come, before, moment)
      left -= 1
      if (come > moment) came -= 1
    }
    return { ticks: moment, came, left, lost: 0, failed: 0, area, busyArea }
  }

  /** Record `n` of those that come while the last counted one is finished; its departure, Infinity if not before `end`. */
  tail(n: number, come: number, end: number): number {
    const gone = come < end ? this.workAlone(come, end) : Number.POSITIVE_INFINITY
    this.out.values[n & this.out.mask] = gone
    if (come < end && (this.out.values[(n - this.most) & this.out.mask] as number) > come) this.most += 1
    return gone
  }

  private workAlone(come: number, end: number): number {
    this.came += 1
    const start = Math.max(come, this.last)
    if (start >= end) {
      this.tailArea += end - come
      return Number.POSITIVE_INFINITY
    }
    const gone = start + this.station.options.service.next()
    this.last = gone
    this.station.wait.add(start - come)
    this.tailArea += Math.min(gone, end) - come
    this.tailBusy += Math.min(gone, end) - start
    if (gone < end) this.left += 1
    return gone
  }
}
