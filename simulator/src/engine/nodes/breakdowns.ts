import type { Stream } from "../../draws/stream.ts"
import type { Engine } from "../engine.ts"
import { Node } from "../node.ts"
import type { Worker } from "../worker.ts"

/** Makes something break down again and again, at work or idle: up and down for random times. Work resumes where it stopped. */
export class Breakdowns extends Node {
  private readonly worker: Worker
  private readonly up: Stream
  private readonly down: Stream
  private works = true

  constructor(engine: Engine, id: string, worker: Worker, up: Stream, down: Stream) {
    super(engine, id, 1, "fault")
    this.worker = worker
    this.up = up
    this.down = down
  }

  override begin(): void {
    this.engine.schedule(this.base, this.up.next())
  }

  override fire(): void {
    this.works = !this.works
    if (this.works) this.worker.resume()
    else this.worker.stop()
    const next = this.works ? this.up.next() : this.down.next()
    this.engine.schedule(this.base, (this.time[0] as number) + Math.max(next, 1))
  }

  override arrive(): void {}
}
