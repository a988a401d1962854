import type { Station } from "../engine/nodes/station.ts"
import type { Measured } from "../engine/tally.ts"
import { Flow } from "./flow.ts"
import { mostUnderWay } from "./ring.ts"
import { type Counter, Supply, type Workshop } from "./workshop.ts"

/** A single server, first come first served, worked through with Lindley's recursion: start = max(arrival, last departure). */
export class Stage {
  readonly station: Station
  /** Departures. */
  readonly out: Flow
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
  private readonly workshop: Workshop
  private readonly services: Supply
  private readonly waits
  private readonly counter: Counter

  constructor(station: Station, workshop: Workshop) {
    this.station = station
    this.workshop = workshop
    this.out = new Flow(workshop)
    this.services = new Supply(workshop, station.options.service.fill)
    this.waits = workshop.chunk()
    this.counter = workshop.counter(station.wait)
  }

  /** The next `count` records, of which the first has number `from`; the waits of the warm-up aren't observed. */
  work(arrivals: Flow, from: number, count: number, warmup: boolean): void {
    const { call, result } = this.workshop
    const { waits, out } = this
    const services = this.services.take(count)
    this.last = call.serve(arrivals.chunk.at, services, waits.at, out.chunk.at, count, this.last, result.at)
    this.service += result.values[0] as number
    out.keep(from, count)
    this.most = mostUnderWay(arrivals.chunk.values, out.past, from, count, Math.max(this.most, 1))
    if (warmup) for (let i = 0; i < count; i += 1) this.warmupWait += waits.values[i] as number
    else this.counter.observe(waits.at, count)
    this.came += count
    this.left += count
  }

  /** Everything up to a moment by which all records below `next` have come to the system, but may not have left this stage. */
  until(moment: number, arrivals: Flow, next: number): Measured {
    const { past } = this.out
    let area = this.warmupWait + this.service
    let busyArea = this.service
    let came = this.came
    let left = this.left
    for (let n = next - 1; n >= 0 && next - n <= past.mask; n -= 1) {
      const gone = past.at(n)
      if (gone <= moment) break
      const come = arrivals.past.at(n)
      const before = n === 0 ? 0 : past.at(n - 1)
      area -= gone - Math.max(come, moment)
      busyArea -= gone - Math.max(come, before, moment)
      left -= 1
      if (come > moment) came -= 1
    }
    return { ticks: moment, came, left, lost: 0, failed: 0, area, busyArea }
  }

  /** Record `n` of those that come while the last counted one is finished; its departure, Infinity if not before `end`. */
  tail(n: number, come: number, end: number): number {
    const { past } = this.out
    const gone = come < end ? this.workAlone(come, end) : Number.POSITIVE_INFINITY
    past.put(n, gone)
    if (come < end && past.at(n - this.most) > come) this.most += 1
    return gone
  }

  private workAlone(come: number, end: number): number {
    this.came += 1
    const start = Math.max(come, this.last)
    if (start >= end) {
      this.tailArea += end - come
      return Number.POSITIVE_INFINITY
    }
    const gone = start + this.services.next()
    this.last = gone
    this.station.wait.add(start - come)
    this.tailArea += Math.min(gone, end) - come
    this.tailBusy += Math.min(gone, end) - start
    if (gone < end) this.left += 1
    return gone
  }
}
