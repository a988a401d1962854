import { Node } from "../node.ts"
import type { Engine } from "../engine.ts"

/** A place that only counts who goes by: where several ways meet. */
export class Pass extends Node {
  constructor(engine: Engine, id: string) {
    super(engine, id, 0, "service")
  }

  override arrive(row: number): void {
    this.tally.came += 1
    this.tally.left += 1
    this.out?.arrive(row)
  }
}
