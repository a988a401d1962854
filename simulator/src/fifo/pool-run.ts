import { BLOCK } from "../engine/block.ts"
import { type Ending, type Engine, MOST_LIVE } from "../engine/engine.ts"
import { EventHeap } from "../engine/heap.ts"
import type { Sink } from "../engine/nodes/sink.ts"
import type { Source } from "../engine/nodes/source.ts"
import type { Station } from "../engine/nodes/station.ts"
import type { Measured } from "../engine/tally.ts"
import { bookRow, type Row } from "./row.ts"
import { Ring } from "./stage.ts"

/**
 * Works one station of several servers through, record by record (Kiefer and Wolfowitz): who comes when all servers are
 * busy is given to the one that ends first, at once, though its service lies in the future. Waiting places may be
 * limited. Draws and counts are those of the event list; `fifo.test.ts` compares them.
 */
export class PoolRun {
  private readonly engine: Engine
  private readonly source: Source
  private readonly station: Station
  private readonly sink: Sink
  private readonly row: Row
  /** When each busy server ends: time × span + server. */
  private readonly ends = new EventHeap()
  private readonly span: number
  private readonly idle: Int32Array
  private idleCount: number
  /** When the record that a server has came. */
  private readonly cameTo: Float64Array
  /** Departures in order; `gone` of them lie at or before the arrival at hand, where waiting places are limited. */
  private readonly departures = new Ring(2 * BLOCK)
  private left = 0
  private gone = 0
  private admitted = 0
  private emitted = 0
  private began = 0
  private lost = 0
  private most = 0
  private clock = 0
  /** Sums of the times when records came, began to be served, and left. */
  private readonly sums = { came: 0, began: 0, left: 0 }
  private start: Measured = { ticks: 0, came: 0, left: 0, lost: 0, failed: 0, area: 0, busyArea: 0 }

  constructor(engine: Engine, row: Row) {
    const { source, stations, sink } = row
    const station = stations[0] as Station
    const { servers } = station.options
    this.engine = engine
    this.row = row
    this.source = source
    this.station = station
    this.sink = sink
    let span = 1
    while (span < servers) span *= 2
    this.span = span
    this.idle = Int32Array.from({ length: servers }, (_, at) => servers - 1 - at)
    this.idleCount = servers
    this.cameTo = new Float64Array(servers)
  }

  /** Goes on for so many records; true once the run is over. */
  advance(limit: number): boolean {
    const { engine } = this
    for (let i = 0; i < limit && engine.ended === null; i += 1) this.next()
    if (engine.ended === null && this.left > 0) {
      if (this.lastEnd() > engine.bounds.horizon) this.finish(this.lastEnd(), "events")
      else if (this.most > MOST_LIVE) this.finish(this.lastEnd(), "records")
    }
    return engine.ended !== null
  }

  private next(): void {
    const now = this.clock + this.source.options.gaps.next()
    this.clock = now
    while (this.ends.peek() < (now + 1) * this.span) {
      const server = this.depart()
      if (this.engine.ended !== null) return
      this.idle[this.idleCount] = server
      this.idleCount += 1
    }
    if (this.emitted === this.engine.bounds.warmup) this.startMeasuring(now)
    this.emitted += 1
    if (this.idleCount > 0) {
      this.idleCount -= 1
      this.admit(now)
      this.serve(this.idle[this.idleCount] as number, now, now)
    } else if (this.hasRoom(now)) {
      this.admit(now)
      const server = this.depart()
      if (this.engine.ended === null) this.serve(server, now, this.lastEnd())
    } else this.lost += 1
  }

  private lastEnd(): number {
    return this.departures.values[(this.left - 1) & this.departures.mask] as number
  }

  private hasRoom(now: number): boolean {
    const { buffer, servers } = this.station.options
    if (buffer === Number.POSITIVE_INFINITY) return true
    while (this.gone < this.left && (this.departures.values[this.gone & this.departures.mask] as number) <= now)
      this.gone += 1
    return this.admitted - this.gone - servers < buffer
  }

  /** A record comes in: more than `most` are here when the departure that many places back is still to come. */
  private admit(now: number): void {
    const { departures, most } = this
    this.admitted += 1
    this.sums.came += now
    const at = this.admitted - 1 - most
    if (at >= 0 && (at >= this.left || (departures.values[at & departures.mask] as number) > now)) {
      this.most += 1
      if (this.most + 2 * BLOCK > departures.values.length) departures.grow(this.left)
    }
  }

  private serve(server: number, came: number, now: number): void {
    const { station, engine, ends } = this
    if (came >= (engine.measuredFrom[0] as number)) station.wait.add(now - came)
    this.began += 1
    this.sums.began += now
    this.cameTo[server] = came
    ends.keys[0] = (now + station.options.service.next()) * this.span + server
    ends.put()
  }

  /** The service that ends first ends; its server. */
  private depart(): number {
    const { engine, sink, span, departures } = this
    const key = this.ends.take()
    const now = Math.floor(key / span)
    const server = key - now * span
    const came = this.cameTo[server] as number
    departures.values[this.left & departures.mask] = now
    this.left += 1
    this.sums.left += now
    if (came >= (engine.measuredFrom[0] as number)) {
      sink.latency.add(now - came)
      sink.see(came, now)
      engine.complete()
      if (engine.ended !== null) this.finish(now, "customers")
    }
    return server
  }

  /** What has happened until a moment; departures that were worked out beyond it are taken back. */
  private until(moment: number): Measured {
    const { sums, departures, admitted, emitted, lost } = this
    let { left } = this
    let area = sums.left - sums.came
    for (; left > 0 && this.left - left < departures.mask; left -= 1) {
      const at = departures.values[(left - 1) & departures.mask] as number
      if (at <= moment) break
      area -= at
    }
    // A departure beyond the moment begins a service at the same time, so the two cancel out in the work done.
    const busyArea = sums.left - sums.began + (this.began - this.left) * moment
    return { ticks: moment, came: emitted, left, lost, failed: 0, area: area + (admitted - left) * moment, busyArea }
  }

  private startMeasuring(now: number): void {
    this.engine.measuredFrom[0] = now
    this.start = this.until(now)
  }

  /** The run ends with a departure at `end`: who comes before it, and finds no server, is still counted. */
  private finish(end: number, why: Ending): void {
    const { engine, source, station } = this
    engine.ended = why
    for (this.clock += source.options.gaps.next(); this.clock < end; this.clock += source.options.gaps.next()) {
      this.emitted += 1
      if (this.hasRoom(this.clock)) this.admit(this.clock)
      else this.lost += 1
    }
    engine.time[0] = end
    station.tally.set(this.until(end), this.start, this.most, 0)
    const { servers, buffer } = station.options
    bookRow(engine, this.row, {
      emitted: this.emitted,
      delivered: this.left,
      lost: this.lost,
      served: this.left,
      // A record that is turned away is there for a moment too.
      most: this.lost > 0 ? servers + buffer + 1 : this.most,
      start: this.start.left,
    })
  }
}
