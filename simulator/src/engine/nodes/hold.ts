import type { Engine } from "../engine.ts"
import { Line } from "../line.ts"
import { Metric } from "../metric.ts"
import { Node } from "../node.ts"
import { NONE } from "../records.ts"

/** When a record that comes at `now` and tells of an event at `born` may go on, in ticks; null when it comes too late. */
export type Release = (now: number, born: number) => number | null

/** Keeps records until a moment: a commit, the end of a window, a refresh, a delay. */
export class Hold extends Node {
  readonly wait = new Metric()
  /** Records that came too late. */
  late = 0
  private readonly release: Release
  private readonly lines = new Map<number, Line>()

  constructor(engine: Engine, id: string, release: Release) {
    super(engine, id, 1, "clock")
    this.release = release
  }

  override arrive(row: number): void {
    const { engine, lines } = this
    const now = this.time[0] as number
    const at = this.release(now, engine.records.born[row] as number)
    if (at === null) {
      this.late += 1
      this.tally.came += 1
      this.tally.lost += 1
      engine.drop(row)
      return
    }
    this.tally.enter()
    engine.records.came[row] = now
    const due = Math.max(at, now)
    let line = lines.get(due)
    if (line === undefined) {
      line = new Line()
      lines.set(due, line)
      engine.schedule(this.base, due)
    }
    line.push(engine.records, row)
  }

  override fire(): void {
    const line = this.lines.get(this.time[0] as number)
    if (line === undefined) return
    this.lines.delete(this.time[0] as number)
    for (let row = this.take(line); row !== NONE; row = this.engine.ended === null ? this.take(line) : NONE)
      this.out?.arrive(row)
    // A run that ends in the middle leaves the rest where it is, to be counted.
    if (line.length > 0) this.lines.set(this.time[0] as number, line)
  }

  private take(line: Line): number {
    const { engine } = this
    const row = line.shift(engine.records)
    if (row === NONE) return NONE
    this.tally.leave(engine.records.came, row)
    if ((engine.records.entered[row] as number) >= (engine.measuredFrom[0] as number))
      this.wait.add((this.time[0] as number) - (engine.records.came[row] as number))
    return row
  }

  /** Gives everything that is here back to another place: what hadn't been committed has to be done again. */
  recall(to: Node): number {
    const rows: number[] = []
    for (const line of this.lines.values())
      for (let row = line.shift(this.engine.records); row !== NONE; row = line.shift(this.engine.records)) {
        this.tally.leave(this.engine.records.came, row)
        rows.push(row)
      }
    this.lines.clear()
    for (const row of rows) to.arrive(row)
    return rows.length
  }

  override eachHeld(visit: (row: number) => void): void {
    for (const line of this.lines.values()) line.each(this.engine.records, visit)
  }
}
