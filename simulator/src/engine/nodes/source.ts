import type { Stream } from "../../draws/stream.ts"
import type { Engine } from "../engine.ts"
import { Node } from "../node.ts"

/** How a source makes its records. */
export interface SourceOptions {
  /** Ticks between arrivals, and records that come at each. */
  gaps: Stream
  batchSize: number
  /** 0 is served first where a station goes by priority. */
  priority: number
  /** How long before its arrival a record's event happened. */
  lag: Stream | null
  /** Keys, from 0 to 2³² − 1. */
  keys: Stream | null
}

/** Where records come from. */
export class Source extends Node {
  readonly options: SourceOptions
  /** A fault makes this share of records later than they are, by so many ticks. */
  late: { share: number; ticks: number; dice: Stream } | null = null

  constructor(engine: Engine, id: string, options: SourceOptions) {
    super(engine, id, 1, "arrival")
    this.options = options
  }

  override begin(): void {
    this.engine.schedule(this.base, this.options.gaps.next())
  }

  override fire(_local: number): void {
    this.engine.schedule(this.base, (this.time[0] as number) + this.options.gaps.next())
    const { batchSize } = this.options
    for (let i = 0; i < batchSize && this.engine.ended === null; i += 1) this.emit()
  }

  private emit(): void {
    const { engine, options } = this
    const row = engine.admit()
    const { born } = engine.records
    if (options.lag !== null) born[row] = (born[row] as number) - options.lag.next()
    if (this.late !== null && this.late.dice.next() < this.late.share)
      born[row] = (born[row] as number) - this.late.ticks
    this.tally.came += 1
    this.tally.left += 1
    engine.records.priority[row] = options.priority
    if (options.keys !== null) engine.records.key[row] = options.keys.next()
    this.out?.arrive(row)
  }

  override arrive(row: number): void {
    this.out?.arrive(row)
  }
}
