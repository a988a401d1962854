import type { Engine } from "../engine.ts"
import { Metric } from "../metric.ts"
import { Node } from "../node.ts"

/** Waits until every part of a forked record is here, and sends it on whole. */
export class Join extends Node {
  /** How long the first part waited for the last. */
  readonly wait = new Metric()
  private readonly held = new Set<number>()

  constructor(engine: Engine, id: string) {
    super(engine, id, 0, "service")
  }

  override arrive(row: number): void {
    const { engine, tally } = this
    if ((engine.records.group[row] as number) >= 0) {
      tally.enter()
      engine.records.came[row] = this.time[0] as number
      this.held.add(row)
    }
    engine.groups.meet(row, this)
  }

  /** The part that came first goes on as the whole; one that never was forked just passes. */
  met(row: number): void {
    const { engine, tally } = this
    if (this.held.delete(row)) {
      tally.leave(engine.records.came, row)
      if ((engine.records.entered[row] as number) >= (engine.measuredFrom[0] as number))
        this.wait.add((this.time[0] as number) - (engine.records.came[row] as number))
    } else {
      tally.came += 1
      tally.left += 1
    }
    this.out?.arrive(row)
  }

  /** A part that isn't the first has come and gone into the first. */
  merged(row: number): void {
    if (this.held.delete(row)) this.tally.leave(this.engine.records.came, row)
  }

  override eachHeld(visit: (row: number) => void): void {
    for (const row of this.held) visit(row)
  }
}
