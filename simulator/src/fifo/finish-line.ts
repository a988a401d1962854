import type { Sink } from "../engine/nodes/sink.ts"
import type { Shared } from "../kernel/kernel.ts"
import type { Counter, Workshop } from "./workshop.ts"

/** Where records end: observes how long they took, and how old the newest data are. */
export class FinishLine {
  private readonly sink: Sink
  private readonly workshop: Workshop
  private readonly latency: Counter
  private readonly stays: Shared<Float64Array>
  private readonly age: Shared<Float64Array>

  constructor(workshop: Workshop, sink: Sink) {
    this.workshop = workshop
    this.sink = sink
    this.latency = workshop.counter(sink.latency)
    this.stays = workshop.chunk()
    this.age = workshop.kernel.doubles(sink.age.length)
  }

  /** How many records may come in one go. */
  get room(): number {
    return this.sink.latency.room
  }

  /** So many records that count have come: addresses of when they entered and when they came here. The sum of their stays. */
  see(entered: number, came: number, count: number): number {
    this.age.values.set(this.sink.age)
    this.workshop.call.finish(entered, came, this.stays.at, count, this.age.at)
    this.sink.age.set(this.age.values)
    return this.latency.observe(this.stays.at, count)
  }
}
