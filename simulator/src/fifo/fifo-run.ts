import { type Engine, MOST_LIVE } from "../engine/engine.ts"
import { FinishLine } from "./finish-line.ts"
import { Flow } from "./flow.ts"
import { mostUnderWay } from "./ring.ts"
import { bookRow, type Row } from "./row.ts"
import { Stage } from "./stage.ts"
import { CHUNK, Supply, Workshop } from "./workshop.ts"

/** Chunks and counters of a stage, and of the row without its stages. */
const CHUNKS = { stage: 3, row: 3 }

/**
 * Works a row of stations through without an event list, a chunk of records at a time. It draws the same numbers in the
 * same order, and leaves the same counts in the engine, as the event list does; `fifo.test.ts` compares them.
 */
export class FifoRun {
  private readonly engine: Engine
  private readonly row: Row
  private readonly workshop: Workshop
  private readonly gaps: Supply
  private readonly arrivals: Flow
  private readonly stages: Stage[]
  private readonly line: FinishLine
  private clock = 0
  /** Number of the next record. */
  private next = 0
  private most = 1
  /** More under way at once isn’t remembered: every stage keeps when each of them left. */
  private readonly limit: number
  /** True when more is under way than is remembered here, or the clock runs out: the event list tells how that ends. */
  gaveUp = false

  constructor(engine: Engine, row: Row) {
    const { length } = row.stations
    this.limit = MOST_LIVE / (1 + length)
    this.engine = engine
    this.row = row
    this.workshop = new Workshop(CHUNKS.row + CHUNKS.stage * length, 1 + length)
    this.gaps = new Supply(this.workshop, row.source.options.gaps.fill)
    this.arrivals = new Flow(this.workshop)
    this.stages = row.stations.map((station) => new Stage(station, this.workshop))
    this.line = new FinishLine(this.workshop, row.sink)
  }

  /** Goes on for about so many records; true once the run is over, or can’t be brought to its end here. */
  advance(limit: number): boolean {
    const { engine } = this
    const { warmup, customers, horizon } = engine.bounds
    const end = this.next + limit
    while (this.next < end && engine.ended === null && !this.gaveUp) {
      if (this.next === warmup) this.startMeasuring()
      const inWarmup = this.next < warmup
      const left = (inWarmup ? warmup : warmup + customers) - this.next
      this.block(Math.min(left, this.gaps.room, inWarmup ? CHUNK : this.line.room), inWarmup)
      if (this.next === warmup + customers) this.finish()
      else if (this.most > this.limit || this.clock > horizon) this.gaveUp = true
    }
    const over = engine.ended !== null || this.gaveUp
    if (over) this.workshop.close()
    else engine.completed = Math.max(this.next - warmup, 0)
    return over
  }

  private block(count: number, warmup: boolean): void {
    const { next, arrivals, stages } = this
    const { chunk } = arrivals
    this.makeRoom()
    this.clock = this.workshop.call.arrive(this.gaps.take(count), chunk.at, count, this.clock)
    arrivals.keep(next, count)
    let before = arrivals
    for (const stage of stages) {
      stage.work(before, next, count, warmup)
      before = stage.out
    }
    this.next = next + count
    this.most = mostUnderWay(chunk.values, before.past, next, count, this.most)
    if (!warmup) this.line.see(chunk.at, before.chunk.at, count)
  }

  private makeRoom(): void {
    this.arrivals.makeRoom(this.most, this.next)
    for (const { out } of this.stages) out.makeRoom(this.most, this.next)
  }

  /** The record that comes next is the first that counts: takes stock at the moment when it comes. */
  private startMeasuring(): void {
    const moment = this.clock + this.gaps.peek()
    this.engine.measuredFrom[0] = moment
    let before = this.arrivals
    for (const stage of this.stages) {
      stage.start = stage.until(moment, before, this.next)
      before = stage.out
    }
  }

  /** All records that count have arrived: what came in the meantime is worked up to that moment, unless it is too much. */
  private finish(): void {
    const { engine, stages, arrivals } = this
    const { past } = (stages.at(-1) as Stage).out
    const end = past.at(this.next - 1)
    const counted = this.next
    const waited = stages.map(({ station }) => station.wait.total())
    for (let come = this.clock + this.gaps.next(); come < end; come += this.gaps.next()) {
      if (this.next - counted > this.limit) {
        this.gaveUp = true
        return
      }
      this.makeRoom()
      arrivals.past.put(this.next, come)
      let at = come
      for (const stage of stages) at = stage.tail(this.next, at, end)
      if (past.at(this.next - this.most) > come) this.most += 1
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
}
