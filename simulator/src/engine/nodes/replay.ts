import type { Engine } from "../engine.ts"
import { Node } from "../node.ts"
import { WHOLE } from "./router.ts"
import type { Hold } from "./hold.ts"
import type { Station } from "./station.ts"

/** Behind a processor: knows what has been done since the last checkpoint, which a crash undoes. */
export class Replay extends Node {
  /** Records that had to be done again. */
  replayed = 0
  private readonly every: number
  private readonly guarantee: "exactly-once" | "at-least-once" | "at-most-once"
  private sinceCheckpoint = 0
  private checkpoint = 0

  constructor(engine: Engine, id: string, every: number, guarantee: Replay["guarantee"]) {
    super(engine, id, 0, "service")
    this.every = every
    this.guarantee = guarantee
  }

  override arrive(row: number): void {
    this.tally.came += 1
    this.tally.left += 1
    this.roll()
    this.sinceCheckpoint += 1
    this.out?.arrive(row)
  }

  /** A checkpoint that falls on this very tick has been taken. */
  private roll(): void {
    const last = Math.floor((this.time[0] as number) / this.every)
    if (last === this.checkpoint) return
    this.checkpoint = last
    this.sinceCheckpoint = 0
  }

  /**
   * What was under way is lost (at most once); or what left since the last checkpoint comes again, as duplicates
   * (at least once); or what has not been committed yet is done again, and nobody has seen it (exactly once).
   */
  crash(entry: Node, stations: readonly Station[], commit: Hold | undefined): void {
    this.roll()
    if (this.guarantee === "at-most-once") for (const station of stations) station.abandon()
    else if (commit !== undefined) this.replayed += commit.recall(entry)
    else this.repeat(entry, this.sinceCheckpoint)
    this.sinceCheckpoint = 0
  }

  private repeat(entry: Node, count: number): void {
    const { engine } = this
    for (let i = 0; i < count && engine.ended === null; i += 1) {
      const row = engine.make()
      engine.records.duplicate[row] = 1
      engine.records.priority[row] = 0
      engine.records.key[row] = Math.floor(((i + 0.5) / count) * WHOLE)
      entry.arrive(row)
    }
    this.replayed += count
  }
}
