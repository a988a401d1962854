import { type Engine, MOST_LIVE } from "../engine/engine.ts"
import type { Sink } from "../engine/nodes/sink.ts"
import type { Station } from "../engine/nodes/station.ts"
import type { Measured } from "../engine/tally.ts"
import { roomFor, type Shared } from "../kernel/kernel.ts"
import { FinishLine } from "./finish-line.ts"
import { mostUnderWay, Ring } from "./ring.ts"
import { bookRow, type Row } from "./row.ts"
import { FEW, NOBODY, Servers } from "./servers.ts"
import { CHUNK, type Counter, Supply, Workshop } from "./workshop.ts"

/** Places in `PoolRun.times`: a double that is handed over in a call would be allocated for it. */
const ARRIVAL = 0
const DEPARTURE = 1
const STAY = 2
const WORK = 3
const TAIL = 4
/** Two supplies, arrivals and waits, what the kernel says of those who leave, and their stays. */
const CHUNKS = 8

/**
 * Works one station of several servers through, record by record (Kiefer and Wolfowitz): who comes when all servers are
 * busy is given to the one that ends first, at once, though its service lies in the future. Waiting places may be
 * limited. Draws and counts are those of the event list; `fifo.test.ts` compares them.
 *
 * Between the warm-up and the last completions the kernel does it for a chunk at a time. It gives every record to the
 * server that ends first, also when that one ended long ago and rests: those who left it are booked only then.
 */
export class PoolRun {
  private readonly engine: Engine
  private readonly station: Station
  private readonly sink: Sink
  private readonly row: Row
  private readonly workshop: Workshop
  private readonly servers: Servers
  private readonly gaps: Supply
  private readonly services: Supply
  private readonly arrivals: Shared<Float64Array>
  private readonly waits: Shared<Float64Array>
  private readonly wait: Counter
  /** When records left that the kernel has worked on, and when they came and began to be served. */
  private readonly gones: Shared<Float64Array>
  private readonly entered: Shared<Float64Array>
  private readonly begun: Shared<Float64Array>
  private readonly line: FinishLine
  /** Departures in order; `gone` of them lie at or before the arrival at hand, where waiting places are limited. */
  private readonly departures = new Ring(4 * CHUNK)
  /** When the services began that ended so. */
  private readonly begins = new Ring(4 * CHUNK)
  private left = 0
  private gone = 0
  private admitted = 0
  private emitted = 0
  private lost = 0
  private most = 0
  /** True when more come than may be under way, or the clock runs out: the event list tells how that ends. */
  gaveUp = false
  /** The arrival at hand, the last departure, and sums over those who left: time here, time served; and the tail's time. */
  private readonly times = new Float64Array(5)
  private start: Measured = { ticks: 0, came: 0, left: 0, lost: 0, failed: 0, area: 0, busyArea: 0 }

  constructor(engine: Engine, row: Row) {
    const { source, stations, sink } = row
    const station = stations[0] as Station
    const { servers, service } = station.options
    const workshop = new Workshop(CHUNKS, 2, 3 * roomFor(servers))
    this.engine = engine
    this.row = row
    this.station = station
    this.sink = sink
    this.workshop = workshop
    this.servers = new Servers(workshop, servers)
    this.gaps = new Supply(workshop, source.options.gaps.fill)
    this.services = new Supply(workshop, service.fill)
    this.arrivals = workshop.chunk()
    this.waits = workshop.chunk()
    this.wait = workshop.counter(station.wait)
    this.gones = workshop.chunk()
    this.entered = workshop.chunk()
    this.begun = workshop.chunk()
    this.line = new FinishLine(workshop, sink)
  }

  /** Goes on for so many records; true once the run is over, or can’t be brought to its end here. */
  advance(limit: number): boolean {
    const { engine } = this
    for (let i = 0; i < limit && engine.ended === null && !this.gaveUp; ) {
      const room = Math.min(this.room(), limit - i)
      if (room > 0) this.block(room)
      else this.next()
      i += Math.max(room, 1)
    }
    if (engine.ended === null && this.left > 0)
      this.gaveUp ||= (this.times[DEPARTURE] as number) > engine.bounds.horizon || this.most > MOST_LIVE
    const over = engine.ended !== null || this.gaveUp
    if (over) this.workshop.close()
    return over
  }

  private next(): void {
    const { times, engine, servers } = this
    const now = (times[ARRIVAL] as number) + this.gaps.next()
    times[ARRIVAL] = now
    servers.takeBack()
    while (servers.ends.peek() < (now + 1) * servers.span) {
      const server = this.depart()
      if (engine.ended !== null || this.gaveUp) return
      servers.rest(server, times[DEPARTURE] as number)
    }
    if (this.emitted === engine.bounds.warmup) this.startMeasuring()
    this.emitted += 1
    if (servers.resting > 0) {
      this.admit()
      this.serve(servers.wake(), ARRIVAL)
    } else if (this.hasRoom()) {
      this.admit()
      const server = this.depart()
      if (engine.ended === null) this.serve(server, DEPARTURE)
    } else this.lost += 1
  }

  /** How many records the kernel can work on in one go: nobody may be turned away, all count, and the run doesn't end. */
  private room(): number {
    const { engine, station, emitted, servers } = this
    const { customers, warmup } = engine.bounds
    if (servers.count > FEW || station.options.buffer !== Number.POSITIVE_INFINITY) return 0
    if (emitted <= warmup || this.left - engine.completed < warmup) return 0
    const left = customers - engine.completed - servers.count - 1
    return Math.min(left, this.gaps.room, this.services.room, station.wait.room, this.line.room)
  }

  /** What `next` does, for so many records at once. */
  private block(count: number): void {
    const { servers, arrivals, gones, entered, begun, times, departures } = this
    const { call, result } = this.workshop
    this.makeRoom()
    times[ARRIVAL] = call.arrive(this.gaps.take(count), arrivals.at, count, times[ARRIVAL] as number)
    result.values[0] = this.most
    const left = call.share(
      arrivals.at,
      this.services.take(count),
      this.waits.at,
      count,
      servers.handOver(),
      servers.count,
      servers.bits,
      servers.cames.at,
      servers.begans.at,
      gones.at,
      entered.at,
      begun.at,
      result.at,
    )
    const [most = 0, worked = 0] = result.values
    this.wait.observe(this.waits.at, count)
    departures.write(this.left, gones.values.subarray(0, left))
    this.begins.write(this.left, begun.values.subarray(0, left))
    // More than there are servers: then whoever is in the way has left by now, if not before.
    this.most =
      most < servers.count ? most : mostUnderWay(arrivals.values, departures, this.admitted, count, most)
    this.left += left
    this.emitted += count
    this.admitted += count
    this.engine.completed += left
    if (left === 0) return
    times[DEPARTURE] = gones.values[left - 1] as number
    times[WORK] = (times[WORK] as number) + worked
    times[STAY] = (times[STAY] as number) + this.line.see(entered.at, gones.at, left)
  }

  /** Rings hold everyone under way, those who may come with a chunk included, and the chunk that is written. */
  private makeRoom(): void {
    while (this.most + 2 * CHUNK > this.departures.mask) {
      this.departures.grow(this.left)
      this.begins.grow(this.left)
    }
  }

  private hasRoom(): boolean {
    const { buffer, servers } = this.station.options
    if (buffer === Number.POSITIVE_INFINITY) return true
    const now = this.times[ARRIVAL] as number
    while (this.gone < this.left && this.departures.at(this.gone) <= now) this.gone += 1
    return this.admitted - this.gone - servers < buffer
  }

  /** A record comes in: more than `most` are here when the departure that many places back is still to come. */
  private admit(): void {
    this.admitted += 1
    const at = this.admitted - 1 - this.most
    if (at >= 0 && (at >= this.left || this.departures.at(at) > (this.times[ARRIVAL] as number))) {
      this.most += 1
      this.makeRoom()
    }
  }

  /** The record at hand begins to be served, now or when the last departure has made room. */
  private serve(server: number, when: typeof ARRIVAL | typeof DEPARTURE): void {
    const { station, engine, servers, times } = this
    const came = times[ARRIVAL] as number
    const now = times[when] as number
    if (came >= (engine.measuredFrom[0] as number)) station.wait.add(now - came)
    servers.cames.values[server] = came
    servers.begans.values[server] = now
    servers.ends.keys[0] = (now + this.services.next()) * servers.span + server
    servers.ends.put()
  }

  /** The service that ends first ends; its server. */
  private depart(): number {
    const { engine, sink, servers, times } = this
    const key = servers.ends.take()
    const now = Math.floor(key / servers.span)
    const server = key - now * servers.span
    const came = servers.cames.values[server] as number
    const began = servers.begans.values[server] as number
    times[DEPARTURE] = now
    // Whoever was with it has been booked already.
    if (came === NOBODY) return server
    servers.cames.values[server] = NOBODY
    times[STAY] = (times[STAY] as number) + (now - came)
    times[WORK] = (times[WORK] as number) + (now - began)
    this.departures.put(this.left, now)
    this.begins.put(this.left, began)
    this.left += 1
    if (came >= (engine.measuredFrom[0] as number)) {
      sink.latency.add(now - came)
      sink.see(came, now)
      engine.complete()
      if (engine.ended !== null) this.finish()
    }
    return server
  }

  /** What has happened until a moment; what was worked out beyond it is taken back. */
  private until(moment: number): Measured {
    const { times, departures, begins, emitted, lost, servers } = this
    let { left } = this
    let area = (times[STAY] as number) + (times[TAIL] as number)
    let busyArea = times[WORK] as number
    for (; left > 0 && this.left - left < departures.mask; left -= 1) {
      const gone = departures.at(left - 1)
      if (gone <= moment) break
      area -= gone - moment
      busyArea -= gone - Math.max(begins.at(left - 1), moment)
    }
    for (const [server, came] of servers.cames.values.entries())
      if (came !== NOBODY) {
        area += moment - came
        busyArea += Math.max(moment - (servers.begans.values[server] as number), 0)
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
  private finish(): void {
    const { engine, station, times } = this
    const end = times[DEPARTURE] as number
    // The record at hand may have been admitted, and wait for the server that has just become free.
    const waiting =
      this.admitted -
      this.left -
      this.servers.cames.values.reduce((sum, came) => sum + (came === NOBODY ? 0 : 1), 0)
    times[TAIL] = waiting * (end - (times[ARRIVAL] as number))
    const enough = this.emitted + MOST_LIVE
    for (;;) {
      if (this.emitted > enough) {
        this.gaveUp = true
        return
      }
      times[ARRIVAL] = (times[ARRIVAL] as number) + this.gaps.next()
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
