import type { Engine } from "../engine.ts"
import { Node } from "../node.ts"
import { NONE } from "../records.ts"

/** Sends a copy of each record every way. With `joins` the copies are parts of a whole that a join puts together. */
export class Fork extends Node {
  readonly outs: Node[] = []
  private readonly joins: boolean

  constructor(engine: Engine, id: string, joins: boolean) {
    super(engine, id, 0, "service")
    this.joins = joins
  }

  override arrive(row: number): void {
    const { engine, outs, tally } = this
    const { group } = engine.records
    tally.came += 1
    tally.left += 1
    const shared = this.joins ? engine.groups.open(outs.length, group[row] as number) : NONE
    if (this.joins) engine.records.group[row] = shared
    // The copies are made first: the record may be gone once it has been sent on.
    const copies = outs.slice(1).map(() => engine.copy(row))
    for (const copy of copies) engine.records.group[copy] = shared
    outs[0]?.arrive(row)
    for (const [at, copy] of copies.entries()) outs[at + 1]?.arrive(copy)
  }
}
