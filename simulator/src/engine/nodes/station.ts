import type { Stream } from "../../draws/stream.ts"
import type { Engine } from "../engine.ts"
import { Line } from "../line.ts"
import { Metric } from "../metric.ts"
import { Node } from "../node.ts"
import { NONE } from "../records.ts"
import { hampered, type Worker } from "../worker.ts"

/** How a station works. */
export interface StationOptions {
  servers: number
  /** Ticks that a service takes. */
  service: Stream
  /** Waiting places; Infinity for no limit. */
  buffer: number
  /** Kinds of priority that are told apart; 1 for first come, first served. */
  priorities: number
  /** Whether waits are told apart by priority. */
  byPriority?: boolean
  /** Ticks a server that finds nobody waiting stays away, again and again; null where it waits for work. */
  vacation: Stream | null
  /** Where waits are observed; a metric of its own when left out. */
  wait?: Metric
}

/** A server that is away on vacation holds this instead of a record. */
const AWAY = -2

/** Servers that share a waiting line. Who comes first is served first, within a priority; nobody is interrupted. */
export class Station extends Node implements Worker {
  readonly options: StationOptions
  readonly wait: Metric
  readonly waitByPriority: Metric[]
  slowness = 1
  leastService = 0
  private readonly lines: Line[]
  private readonly line: Line
  private readonly serving: Int32Array
  /** When each server's event is due; an event at another time is out of date. */
  private readonly due: Float64Array
  /** Servers without work, in a circle: the one that has rested longest is next. */
  private readonly idle: Int32Array
  private idleFirst = 0
  private idleCount = 0
  private waiting = 0
  private down = false

  constructor(engine: Engine, id: string, options: StationOptions) {
    super(engine, id, options.servers, "service")
    this.options = options
    this.wait = options.wait ?? new Metric()
    this.lines = Array.from({ length: options.priorities }, () => new Line())
    this.line = this.lines[0] as Line
    this.waitByPriority = options.byPriority === true ? this.lines.map(() => new Metric()) : []
    this.serving = new Int32Array(options.servers).fill(NONE)
    this.due = new Float64Array(options.servers)
    this.idle = new Int32Array(options.servers)
  }

  override begin(): void {
    for (let server = 0; server < this.options.servers; server += 1) this.rest(server)
  }

  override arrive(row: number): void {
    const { records } = this.engine
    const { tally } = this
    const now = this.time[0] as number
    if (this.idleCount > 0 && !this.down) {
      tally.enter()
      records.came[row] = now
      this.serve(row, this.wake())
      return
    }
    if (this.waiting >= this.options.buffer) {
      tally.came += 1
      tally.lost += 1
      this.engine.drop(row)
      return
    }
    tally.enter()
    records.came[row] = now
    this.waiting += 1
    this.lineOf(row).push(records, row)
  }

  private lineOf(row: number): Line {
    if (this.lines.length === 1) return this.line
    const priority = Math.min(this.engine.records.priority[row] as number, this.lines.length - 1)
    return this.lines[priority] as Line
  }

  private serve(row: number, server: number): void {
    const now = this.time[0] as number
    const { engine, tally } = this
    const { records } = engine
    tally.begin()
    this.serving[server] = row
    if ((records.entered[row] as number) >= (engine.measuredFrom[0] as number)) {
      const wait = now - (records.came[row] as number)
      this.wait.add(wait)
      if (this.waitByPriority.length > 0)
        this.waitByPriority[Math.min(records.priority[row] as number, this.lines.length - 1)]?.add(wait)
    }
    const service = this.options.service.next()
    const end = now + (this.slowness === 1 && this.leastService === 0 ? service : hampered(this, service))
    this.due[server] = end
    engine.schedule(this.base + server, end)
  }

  override fire(server: number): void {
    if (this.due[server] !== this.time[0] || this.down) return
    const row = this.serving[server] as number
    if (row >= 0) {
      this.tally.leave(this.engine.records.came, row)
      this.tally.end()
      this.serving[server] = NONE
      this.out?.arrive(row)
      if (this.engine.ended !== null) return
    } else if (row === NONE) return
    this.findWork(server)
  }

  private findWork(server: number): void {
    if (this.waiting === 0) {
      this.rest(server)
      return
    }
    let line = this.line
    for (let i = 1; line.length === 0; i += 1) line = this.lines[i] as Line
    this.waiting -= 1
    this.serve(line.shift(this.engine.records), server)
  }

  private rest(server: number): void {
    const { vacation } = this.options
    if (vacation !== null) {
      this.serving[server] = AWAY
      const end = (this.time[0] as number) + Math.max(vacation.next(), 1)
      this.due[server] = end
      this.engine.schedule(this.base + server, end)
      return
    }
    this.serving[server] = NONE
    this.idle[(this.idleFirst + this.idleCount) % this.idle.length] = server
    this.idleCount += 1
  }

  /** The server that has rested longest. */
  private wake(): number {
    const server = this.idle[this.idleFirst] as number
    this.idleFirst = this.idleFirst + 1 === this.idle.length ? 0 : this.idleFirst + 1
    this.idleCount -= 1
    return server
  }

  stop(): void {
    const now = this.time[0] as number
    if (this.down) return
    this.down = true
    for (let server = 0; server < this.due.length; server += 1) {
      this.due[server] = (this.due[server] as number) - now
      if ((this.serving[server] as number) >= 0) this.tally.end()
    }
  }

  resume(): void {
    const now = this.time[0] as number
    if (!this.down) return
    this.down = false
    for (let server = 0; server < this.due.length; server += 1) {
      const due = (this.due[server] as number) + now
      this.due[server] = due
      if (this.serving[server] === NONE) continue
      if ((this.serving[server] as number) >= 0) this.tally.begin()
      this.engine.schedule(this.base + server, due)
    }
    while (this.idleCount > 0 && this.waiting > 0) this.findWork(this.wake())
  }

  /** What is being served is lost. */
  abandon(): void {
    for (let server = 0; server < this.serving.length; server += 1) {
      const row = this.serving[server] as number
      if (row < 0) continue
      this.tally.leave(this.engine.records.came, row)
      this.tally.left -= 1
      this.tally.lost += 1
      if (!this.down) this.tally.end()
      this.engine.drop(row)
      this.serving[server] = NONE
      this.rest(server)
    }
  }

  override eachHeld(visit: (row: number) => void): void {
    for (const row of this.serving) if (row >= 0) visit(row)
    for (const line of this.lines) line.each(this.engine.records, visit)
  }
}
