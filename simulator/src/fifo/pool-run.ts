import { BLOCK } from "../engine/block.ts"
import { type Ending, type Engine, MOST_LIVE } from "../engine/engine.ts"
import { EventHeap } from "../engine/heap.ts"
import { FewEnds } from "./few-ends.ts"
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
/** Up to so many servers a list in order is faster than a heap. */
const FEW = 32
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
  private readonly ends: EventHeap | FewEnds
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
  /** When the records of a block that are observed came and left, in the order of leaving. */
  private readonly cames: Float64Array
  private readonly gones: Float64Array
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
    this.ends = servers <= FEW ? new FewEnds(servers) : new EventHeap()
    this.cameTo = new Float64Array(servers).fill(NOBODY)
    this.beganAt = new Float64Array(servers)
    this.cames = new Float64Array(BLOCK + servers + 1)
    this.gones = new Float64Array(BLOCK + servers + 1)
  }

  /** Goes on for so many records; true once the run is over. */
  advance(limit: number): boolean {
    const { engine } = this
    for (let i = 0; i < limit && engine.ended === null; ) {
      const room = Math.min(this.room(), limit - i)
      if (room > 0 && this.ends instanceof FewEnds) this.block(this.ends, room)
      else this.next()
      i += Math.max(room, 1)
    }
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

  /** How many records can be worked on in one go: no array ends in between, nor the run, and nobody is turned away. */
  private room(): number {
    const { engine, source, station, emitted } = this
    const { customers, warmup } = engine.bounds
    if (this.ends instanceof EventHeap || emitted <= warmup) return 0
    if (station.options.buffer !== Number.POSITIVE_INFINITY) return 0
    const { gaps } = source.options
    const { service } = station.options
    if (gaps.at === BLOCK) gaps.refill()
    if (service.at === BLOCK) service.refill()
    const left = customers - engine.completed - station.options.servers - 1
    return Math.min(BLOCK - Math.max(gaps.at, service.at, station.wait.filled), left)
  }

  /** What `next` does, for so many records at once: everything that it reads again and again stands in variables here. */
  private block(few: FewEnds, count: number): void {
    while (this.most + count + 2 * BLOCK > this.departures.values.length) this.grow()
    const { engine, source, station, sink, span, inverse, idle, cameTo, beganAt, times } = this
    const { cames, gones } = this
    const { values: departures, mask } = this.departures
    const begins = this.begins.values
    const { gaps } = source.options
    const { service } = station.options
    const betweens = gaps.values.subarray(gaps.at)
    const services = service.values.subarray(service.at)
    const waits = station.wait.block.values.subarray(station.wait.filled)
    const admitted = this.admitted
    const from = engine.measuredFrom[0] as number
    const { servers } = station.options
    const { keys } = few
    // Ends the search for the next end, and the search for a place.
    keys[0] = Number.POSITIVE_INFINITY
    let busy = few.size
    let { left, most } = this
    let now = times[ARRIVAL] as number
    let gone = times[DEPARTURE] as number
    let stay = 0
    let work = 0
    let observed = 0
    for (let i = 0; i < count; i += 1) {
      now += betweens[i] as number
      const next = (now + 1) * span
      let start = now
      while (busy === servers || (keys[busy] as number) < next) {
        const key = keys[busy] as number
        gone = Math.floor(key * inverse)
        const server = (key - gone * span) | 0
        const came = cameTo[server] as number
        const began = beganAt[server] as number
        cameTo[server] = NOBODY
        stay += gone - came
        work += gone - began
        departures[left & mask] = gone
        begins[left & mask] = began
        left += 1
        cames[observed] = came
        gones[observed] = gone
        observed += came >= from ? 1 : 0
        if (gone > start) start = gone
        idle[servers - busy] = server
        busy -= 1
      }
      const at = admitted + i - most
      // The departure that makes room for this record happens after it came: it doesn't count as gone.
      if (at >= 0 && (at >= left || (departures[at & mask] as number) > now)) most += 1
      const server = idle[servers - busy - 1] as number
      waits[i] = start - now
      cameTo[server] = now
      beganAt[server] = start
      const key = (start + (services[i] as number)) * span + server
      let place = busy
      while ((keys[place] as number) < key) {
        keys[place + 1] = keys[place] as number
        place -= 1
      }
      keys[place + 1] = key
      busy += 1
    }
    times[ARRIVAL] = now
    times[DEPARTURE] = gone
    times[STAY] = (times[STAY] as number) + stay
    times[WORK] = (times[WORK] as number) + work
    few.size = busy
    this.idleCount = servers - busy
    this.left = left
    this.most = most
    this.emitted += count
    this.admitted += count
    gaps.at += count
    service.at += count
    station.wait.advance(count)
    for (let k = 0; k < observed; k += 1) sink.latency.add((gones[k] as number) - (cames[k] as number))
    if (observed > 0) sink.seeRow(cames, gones, 0, observed)
    engine.completed += observed
  }

  private grow(): void {
    this.departures.grow(this.left)
    this.begins.grow(this.left)
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
      if (this.most + 2 * BLOCK > departures.values.length) this.grow()
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
