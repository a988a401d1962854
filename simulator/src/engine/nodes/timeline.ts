import type { Engine } from "../engine.ts"
import { Node } from "../node.ts"

/** Something to be done at a time, in ticks. */
export interface Deed {
  at: number
  act: () => void
}

/** Does what is planned: where faults begin and end. Of deeds at the same tick the one listed first comes first. */
export class Timeline extends Node {
  private readonly deeds: readonly Deed[]

  constructor(engine: Engine, deeds: readonly Deed[]) {
    super(engine, "timeline", deeds.length, "fault")
    this.deeds = deeds
  }

  override begin(): void {
    for (const [local, { at }] of this.deeds.entries()) this.engine.schedule(this.base + local, at)
  }

  override fire(local: number): void {
    this.deeds[local]?.act()
  }

  override arrive(): void {}
}
