import { BLOCK } from "../engine/block.ts"
import { type Ending, type Engine, MOST_LIVE } from "../engine/engine.ts"
import { EventHeap } from "../engine/heap.ts"
import type { Sink } from "../engine/nodes/sink.ts"
import type { Source } from "../engine/nodes/source.ts"
import type { Station } from "../engine/nodes/station.ts"
import type { Measured } from "../engine/tally.ts"
import { bookRow, type Row } from "./row.ts"
import { Ring } from "./stage.ts"

/** Places in `PoolRun.times`: a double that is handed over in a call would be allocated for it. */
const ARRIVAL = 0
const DEPARTURE = 1
const STAY = 2
const WORK = 3
const TAIL = 4
/** No record at a server. */
const NOBODY = -1

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
  private readonly inverse: number
  private readonly idle: Int32Array
  private idleCount: number
  /** When the record that a server has came, and when its service began. */
  private readonly cameTo: Float64Array
  private readonly beganAt: Float64Array
  /** Departures in order; `gone` of them lie at or before the arrival at hand, where waiting places are limited. */
  private readonly departures = new Ring(2 * BLOCK)
  /** When the services began that ended so. */
  private readonly begins = new Ring(2 * BLOCK)
  private left = 0
  private gone = 0
  private admitted = 0
  private emitted = 0
  private lost = 0
  private most = 0
  /** The arrival at hand, the last departure, and sums over those who left: time here, time served; and the tail's time. */
  private readonly times = new Float64Array(5)
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
    this.inverse = 1 / span
    this.idle = Int32Array.from({ length: servers }, (_, at) => servers - 1 - at)
    this.idleCount = servers
    this.cameTo = new Float64Array(servers).fill(NOBODY)
    this.beganAt = new Float64Array(servers)
  }

  /** Goes on for so many records; true once the run is over. */
  advance(limit: number): boolean {
    const { engine } = this
    for (let i = 0; i < limit && engine.ended === null; i += 1) this.next()
    if (engine.ended === null && this.left > 0) {
      if ((this.times[DEPARTURE] as number) > engine.bounds.horizon) this.finish("events")
      else if (this.most > MOST_LIVE) this.finish("records")
    }
    return engine.ended !== null
  }

  private next(): void {
    const { times, source, engine } = this
    const now = (times[ARRIVAL] as number) + source.options.gaps.next()
    times[ARRIVAL] = now
    while (this.ends.peek() < (now + 1) * this.span) {
      const server = this.depart()
      if (engine.ended !== null) return
      this.idle[this.idleCount] = server
      this.idleCount += 1
    }
    if (this.emitted === engine.bounds.warmup) this.startMeasuring()
    this.emitted += 1
    if (this.idleCount > 0) {
      this.idleCount -= 1
      this.admit()
      this.serve(this.idle[this.idleCount] as number, ARRIVAL)
    } else if (this.hasRoom()) {
      this.admit()
      const server = this.depart()
      if (engine.ended === null) this.serve(server, DEPARTURE)
    } else this.lost += 1
  }

  private hasRoom(): boolean {
    const { buffer, servers } = this.station.options
    if (buffer === Number.POSITIVE_INFINITY) return true
    const { values, mask } = this.departures
    while (this.gone < this.left && (values[this.gone & mask] as number) <= (this.times[ARRIVAL] as number))
      this.gone += 1
    return this.admitted - this.gone - servers < buffer
  }

  /** A record comes in: more than `most` are here when the departure that many places back is still to come. */
  private admit(): void {
    const { departures, times } = this
    const now = times[ARRIVAL] as number
    this.admitted += 1
    const at = this.admitted - 1 - this.most
    if (at >= 0 && (at >= this.left || (departures.values[at & departures.mask] as number) > now)) {
      this.most += 1
      if (this.most + 2 * BLOCK > departures.values.length) {
        departures.grow(this.left)
        this.begins.grow(this.left)
      }
    }
  }

  /** The record at hand begins to be served, now or when the last departure has made room. */
  private serve(server: number, when: typeof ARRIVAL | typeof DEPARTURE): void {
    const { station, engine, ends, times } = this
    const came = times[ARRIVAL] as number
    const now = times[when] as number
    if (came >= (engine.measuredFrom[0] as number)) station.wait.add(now - came)
    this.cameTo[server] = came
    this.beganAt[server] = now
    ends.keys[0] = (now + station.options.service.next()) * this.span + server
    ends.put()
  }

  /** The service that ends first ends; its server. */
  private depart(): number {
    const { engine, sink, departures, times } = this
    const key = this.ends.take()
    const now = Math.floor(key * this.inverse)
    const server = (key - now * this.span) | 0
    const came = this.cameTo[server] as number
    const began = this.beganAt[server] as number
    this.cameTo[server] = NOBODY
    times[DEPARTURE] = now
    times[STAY] = (times[STAY] as number) + (now - came)
    times[WORK] = (times[WORK] as number) + (now - began)
    departures.values[this.left & departures.mask] = now
    this.begins.values[this.left & departures.mask] = began
    this.left += 1
    if (came >= (engine.measuredFrom[0] as number)) {
      sink.latency.add(now - came)
      sink.see(came, now)
      engine.complete()
      if (engine.ended !== null) this.finish("customers")
    }
    return server
  }

  /** What has happened until a moment; what was worked out beyond it is taken back. */
  private until(moment: number): Measured {
    const { times, departures, begins, emitted, lost, cameTo, beganAt } = this
    let { left } = this
    let area = (times[STAY] as number) + (times[TAIL] as number)
    let busyArea = times[WORK] as number
    for (; left > 0 && this.left - left < departures.mask; left -= 1) {
      const at = (left - 1) & departures.mask
      const gone = departures.values[at] as number
      if (gone <= moment) break
      area -= gone - moment
      busyArea -= gone - Math.max(begins.values[at] as number, moment)
    }
    for (const [server, came] of cameTo.entries())
      if (came !== NOBODY) {
        area += moment - came
        busyArea += Math.max(moment - (beganAt[server] as number), 0)
      }
    return { ticks: moment, came: emitted, left, lost, failed: 0, area, busyArea }
  }

  /** A record comes and is still waiting at the end. */
  private queue(end: number): void {
    this.admit()
    this.times[TAIL] = (this.times[TAIL] as number) + (end - (this.times[ARRIVAL] as number))
  }

  private startMeasuring(): void {
    const now = this.times[ARRIVAL] as number
    this.engine.measuredFrom[0] = now
    this.start = this.until(now)
  }

  /** The run ends with the last departure: who comes before it, and finds no server, is still counted. */
  private finish(why: Ending): void {
    const { engine, source, station, times } = this
    const end = times[DEPARTURE] as number
    engine.ended = why
    // The record at hand may have been admitted, and wait for the server that has just become free.
    const waiting =
      this.admitted - this.left - this.cameTo.reduce((sum, came) => sum + (came === NOBODY ? 0 : 1), 0)
    times[TAIL] = waiting * (end - (times[ARRIVAL] as number))
    for (;;) {
      times[ARRIVAL] = (times[ARRIVAL] as number) + source.options.gaps.next()
      if ((times[ARRIVAL] as number) >= end) break
      this.emitted += 1
      if (this.hasRoom()) this.queue(end)
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
