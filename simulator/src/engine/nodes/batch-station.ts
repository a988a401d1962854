import type { Stream } from "../../draws/stream.ts"
import type { Engine } from "../engine.ts"
import { Line } from "../line.ts"
import { Metric } from "../metric.ts"
import { Node } from "../node.ts"
import { NONE } from "../records.ts"
import { hampered, type Worker } from "../worker.ts"

/** How a station works that serves several records at once. */
export interface BatchOptions {
  servers: number
  /** Ticks that a batch takes, and ticks more for each record in it. */
  service: Stream
  perRecord: number
  /** A batch begins when so many wait, and takes at most so many. */
  least: number
  most: number
  /** A batch begins with fewer once the first has waited so many ticks; Infinity for never. */
  timeout: number
  /** Batches begin only at `offset` and every so many ticks after it, with all that wait then; null without a schedule. */
  schedule: { every: number; offset: number } | null
  /** Ticks more for each record that was ever served before: work that goes through all there is, every time. */
  perHistory?: number
  /** Waiting places; Infinity for no limit. */
  buffer: number
  /** Where waits are observed; a metric of its own when left out. */
  wait?: Metric
}

/** Servers that take records in batches: by number, by time-out, or on a schedule. */
export class BatchStation extends Node implements Worker {
  readonly options: BatchOptions
  readonly wait: Metric
  slowness = 1
  leastService = 0
  /** Batches begun, and strikes of the schedule that found no server free or were missed through a fault. */
  batches = 0
  missed = 0
  /** A fault: the schedule isn't kept. */
  skipping = false
  private readonly line = new Line()
  private readonly serving: Int32Array
  private readonly sizes: Int32Array
  private readonly due: Float64Array
  private down = false

  constructor(engine: Engine, id: string, options: BatchOptions) {
    super(engine, id, options.servers + 1, "service")
    this.options = options
    this.wait = options.wait ?? new Metric()
    this.serving = new Int32Array(options.servers).fill(NONE)
    this.sizes = new Int32Array(options.servers)
    this.due = new Float64Array(options.servers)
  }

  private get clock(): number {
    return this.base + this.options.servers
  }

  override begin(): void {
    const { schedule } = this.options
    if (schedule !== null) this.engine.schedule(this.clock, schedule.offset)
  }

  override arrive(row: number): void {
    const { tally, options, line } = this
    if (line.length >= options.buffer) {
      tally.came += 1
      tally.lost += 1
      this.engine.drop(row)
      return
    }
    tally.enter()
    this.engine.records.came[row] = this.time[0] as number
    line.push(this.engine.records, row)
    if (options.schedule === null) this.tryBegin()
    if (line.first === row) this.setTimer()
  }

  private setTimer(): void {
    const { line, options } = this
    if (line.first === NONE || options.timeout === Number.POSITIVE_INFINITY) return
    const at = (this.engine.records.came[line.first] as number) + options.timeout
    if (at > (this.time[0] as number)) this.engine.schedule(this.clock, at)
  }

  override fire(local: number): void {
    if (local === this.options.servers) this.strike()
    else if (this.serving[local] !== NONE && this.due[local] === this.time[0] && !this.down)
      this.finish(local)
  }

  private strike(): void {
    const { schedule } = this.options
    if (schedule === null) {
      this.tryBegin()
      return
    }
    this.engine.schedule(this.clock, (this.time[0] as number) + schedule.every)
    const server = this.serving.indexOf(NONE)
    if (this.skipping || this.down || server < 0) this.missed += 1
    else if (this.line.length > 0) this.serve(server)
  }

  /** Begins a batch when there is a server for it and a reason: enough records, or one that has waited too long. */
  private tryBegin(): void {
    const { line, options } = this
    while (line.length > 0 && !this.down) {
      const waited = (this.time[0] as number) - (this.engine.records.came[line.first] as number)
      if (line.length < options.least && waited < options.timeout) return
      const server = this.serving.indexOf(NONE)
      if (server < 0) return
      this.serve(server)
      this.setTimer()
    }
  }

  private serve(server: number): void {
    const { engine, line, options } = this
    const { records } = engine
    const now = this.time[0] as number
    const size = Math.min(line.length, options.most)
    let first = NONE
    for (let i = 0, last = NONE; i < size; i += 1) {
      const row = line.shift(records)
      if (first === NONE) first = row
      else records.next[last] = row
      records.next[row] = NONE
      last = row
      if ((records.entered[row] as number) >= (engine.measuredFrom[0] as number))
        this.wait.add(now - (records.came[row] as number))
    }
    this.tally.begin()
    this.batches += 1
    this.serving[server] = first
    this.sizes[server] = size
    const work = size * options.perRecord + this.tally.left * (options.perHistory ?? 0)
    const end = now + hampered(this, Math.floor(options.service.next() + work + 0.5), size)
    this.due[server] = end
    engine.schedule(this.base + server, end)
  }

  private finish(server: number): void {
    const { engine } = this
    let row = this.serving[server] as number
    this.tally.end()
    this.serving[server] = NONE
    while (row !== NONE) {
      const next = engine.records.next[row] as number
      this.tally.leave(engine.records.came, row)
      this.out?.arrive(row)
      row = next
    }
    if (this.options.schedule === null && engine.ended === null) this.tryBegin()
  }

  stop(): void {
    if (this.down) return
    this.down = true
    for (let server = 0; server < this.due.length; server += 1)
      if (this.serving[server] !== NONE) {
        this.due[server] = (this.due[server] as number) - (this.time[0] as number)
        this.tally.end()
      }
  }

  resume(): void {
    if (!this.down) return
    this.down = false
    for (let server = 0; server < this.due.length; server += 1)
      if (this.serving[server] !== NONE) {
        this.due[server] = (this.due[server] as number) + (this.time[0] as number)
        this.tally.begin()
        this.engine.schedule(this.base + server, this.due[server] as number)
      }
    if (this.options.schedule === null) this.tryBegin()
  }

  override eachHeld(visit: (row: number) => void): void {
    for (const first of this.serving)
      for (let row = first; row !== NONE; row = this.engine.records.next[row] as number) visit(row)
    this.line.each(this.engine.records, visit)
  }
}
