import type { Engine } from "./engine.ts"
import type { Place, Rank } from "./place.ts"
import { Tally } from "./tally.ts"

/** A place in the network where records are, or pass. What each kind does stands in its own file in `nodes/`. */
export abstract class Node implements Place {
  /** The component it belongs to. */
  readonly id: string
  readonly engine: Engine
  readonly tally: Tally
  /** `time[0]` is the clock: handing the time over as an argument would allocate it for every call. */
  readonly time: Float64Array
  /** Events that it can have pending at once, and their place among simultaneous ones. */
  readonly slots: number
  readonly rank: Rank
  /** Number of its first slot; given by the engine. */
  base = 0
  /** Where records go on to. */
  out: Node | null = null

  constructor(engine: Engine, id: string, slots: number, rank: Rank) {
    this.engine = engine
    this.time = engine.time
    this.tally = new Tally(engine.time)
    this.id = id
    this.slots = slots
    this.rank = rank
    engine.nodes.push(this)
  }

  /** Schedules the first event of its own accord. */
  begin(): void {}

  /** A record comes. */
  abstract arrive(row: number): void

  /** An event falls due that it scheduled for its slot `local`. */
  fire(_local: number): void {}

  /** Calls back with every record that is here. */
  eachHeld(_visit: (row: number) => void): void {}
}
