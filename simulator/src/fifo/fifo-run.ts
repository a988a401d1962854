import { BLOCK } from "../engine/block.ts"
import { type Engine, MOST_LIVE } from "../engine/engine.ts"
import type { Stream } from "../draws/stream.ts"
import { bookRow, type Row } from "./row.ts"
import { mostUnderWay, Ring, Stage } from "./stage.ts"
import { workTwo } from "./two.ts"

/**
 * Works a row of stations through without an event list, a block of records at a time. It draws the same numbers in the
 * same order, and leaves the same counts in the engine, as the event list does; `fifo.test.ts` compares them.
 */
export class FifoRun {
  private readonly engine: Engine
  private readonly row: Row
  private readonly stages: Stage[]
  private readonly arrivals: Ring
  /** Everything that is drawn from: gaps, and services of each stage. */
  private readonly streams: Stream[]
  private clock = 0
  /** Number of the next record. */
  private next = 0
  private most = 1

  constructor(engine: Engine, row: Row) {
    this.engine = engine
    this.row = row
    this.arrivals = new Ring(2 * BLOCK)
    this.streams = [row.source.options.gaps, ...row.stations.map(({ options }) => options.service)]
    this.stages = row.stations.map((station) => new Stage(station, 2 * BLOCK))
  }

  /** Goes on for about so many records; true once the run is over. */
  advance(limit: number): boolean {
    const { engine } = this
    const { warmup, customers, horizon } = engine.bounds
    const end = this.next + limit
    while (this.next < end && engine.ended === null) {
      if (this.next === warmup) this.startMeasuring()
      const until = this.next < warmup ? warmup : warmup + customers
      this.block(Math.min(until - this.next, this.room()), this.next < warmup)
      if (this.next === warmup + customers) this.finish()
      else if (this.most > MOST_LIVE) this.giveUp("records")
      else if (this.clock > horizon) this.giveUp("events")
    }
    if (engine.ended === null) engine.completed = Math.max(this.next - warmup, 0)
    return engine.ended !== null
  }

  /** How many records can be worked on in one go: none of the arrays involved may end in between. */
  private room(): number {
    let room = this.arrivals.values.length - (this.next & this.arrivals.mask)
    for (const stream of this.streams) {
      if (stream.at === BLOCK) stream.refill()
      room = Math.min(room, BLOCK - stream.at)
    }
    for (const { wait } of this.row.stations) room = Math.min(room, BLOCK - wait.filled)
    return Math.min(room, BLOCK - this.row.sink.latency.filled)
  }

  private block(count: number, warmup: boolean): void {
    const { next, arrivals, stages } = this
    while (this.most + 2 * BLOCK > arrivals.values.length) this.grow()
    this.arrive(count)
    let before = arrivals
    for (let at = 0; at < stages.length; at += 2) {
      const stage = stages[at] as Stage
      const second = stages[at + 1]
      if (second === undefined) stage.work(before, next, count, warmup)
      else workTwo(stage, second, before, next, count, warmup)
      before = (second ?? stage).out
    }
    this.next = next + count
    this.most = mostUnderWay(arrivals.values, before.values, arrivals.mask, next, count, this.most)
    if (!warmup) this.observe(before, next, count)
  }

  private grow(): void {
    this.arrivals.grow(this.next)
    for (const stage of this.stages) stage.out.grow(this.next)
  }

  private arrive(count: number): void {
    const { gaps } = this.row.source.options
    const { values, mask } = this.arrivals
    const base = this.next & mask
    let { clock } = this
    for (let i = 0; i < count; i += 1) {
      clock += gaps.values[gaps.at + i] as number
      values[base + i] = clock
    }
    gaps.at += count
    this.clock = clock
  }

  private observe(last: Ring, from: number, count: number): void {
    const { sink } = this.row
    const { latency } = sink
    const base = from & last.mask
    const into = latency.filled
    for (let i = 0; i < count; i += 1)
      latency.block.values[into + i] =
        (last.values[base + i] as number) - (this.arrivals.values[base + i] as number)
    latency.advance(count)
    sink.seeRow(this.arrivals.values, last.values, base, count)
  }

  /** The record that comes next is the first that counts: takes stock at the moment when it comes. */
  private startMeasuring(): void {
    const { gaps } = this.row.source.options
    if (gaps.at === BLOCK) gaps.refill()
    const moment = this.clock + (gaps.values[gaps.at] as number)
    this.engine.measuredFrom[0] = moment
    let before = this.arrivals
    for (const stage of this.stages) {
      stage.start = stage.until(moment, before, this.next)
      before = stage.out
    }
  }

  /** All records that count have arrived: what came in the meantime is worked up to that moment. */
  private finish(): void {
    const { engine, row, stages } = this
    const last = (stages.at(-1) as Stage).out
    const end = last.values[(this.next - 1) & last.mask] as number
    const counted = this.next
    const waited = stages.map(({ station }) => station.wait.total())
    const { gaps } = row.source.options
    for (let come = this.clock + gaps.next(); come < end; come += gaps.next()) {
      while (this.most + 2 * BLOCK > this.arrivals.values.length) this.grow()
      this.arrivals.values[this.next & this.arrivals.mask] = come
      let at = come
      for (const stage of stages) at = stage.tail(this.next, at, end)
      if ((last.values[(this.next - this.most) & last.mask] as number) > come) this.most += 1
      this.next += 1
    }
    engine.time[0] = end
    for (const [k, stage] of stages.entries()) this.bookStage(stage, waited[k] as number, end)
    this.book(counted)
    engine.ended = "customers"
  }

  private bookStage(stage: Stage, waited: number, end: number): void {
    const stay = stage.warmupWait + waited + stage.service
    const all = {
      ticks: end,
      came: stage.came,
      left: stage.left,
      lost: 0,
      failed: 0,
      area: stay + stage.tailArea,
      busyArea: stage.service + stage.tailBusy,
    }
    stage.station.tally.set(all, stage.start, stage.most, stay)
  }

  private book(counted: number): void {
    const { engine, row, stages } = this
    bookRow(engine, row, {
      emitted: this.next,
      delivered: counted,
      lost: 0,
      served: stages.reduce((sum, { left }) => sum + left, 0),
      most: this.most,
      start: stages.at(-1)?.start.left ?? 0,
    })
    engine.completed = Math.max(counted - engine.bounds.warmup, 0)
  }

  /** Stops early; the records so far are taken as all there were. */
  private giveUp(why: "records" | "events"): void {
    const { engine, stages } = this
    engine.ended = why
    engine.time[0] = Math.max(this.clock, ...stages.map(({ last }) => last))
    for (const stage of stages) this.bookStage(stage, stage.station.wait.total(), engine.time[0])
    this.book(this.next)
  }
}
