import type { Engine } from "../engine.ts"
import { Metric } from "../metric.ts"
import { Node } from "../node.ts"
import { Objective } from "../objective.ts"

/** Places in `Sink.age`; the kernel's `finish` knows them too. */
const AGE_AREA = 0
export const OLDEST = 1
const NEWEST = 2
const SEEN = 3
const FIRST = 4

/** Where records end: what a consumer of the data sees. */
export class Sink extends Node {
  /** From entering the system to arriving here. */
  readonly latency = new Metric()
  /** From the event itself to arriving here; only kept where events can lie before their arrival. */
  readonly eventTime: Metric | null
  /** Promises about the latency that are checked minute by minute. */
  readonly objectives: Objective[] = []
  duplicates = 0
  /** How old the newest event here is: the area under its course, and the most it ever was; ticks. */
  readonly age = new Float64Array(5)

  /** The latency of all sinks together; null while this is the only one. */
  together: Metric | null = null

  constructor(engine: Engine, id: string, withEventTime: boolean) {
    super(engine, id, 0, "service")
    this.eventTime = withEventTime ? new Metric() : null
  }

  override arrive(row: number): void {
    const { engine, tally } = this
    const now = this.time[0] as number
    const { entered, born, duplicate } = engine.records
    tally.came += 1
    tally.left += 1
    if (duplicate[row] === 1) this.duplicates += 1
    else if ((entered[row] as number) >= (engine.measuredFrom[0] as number)) {
      const latency = now - (entered[row] as number)
      this.latency.add(latency)
      this.together?.add(latency)
      this.eventTime?.add(now - (born[row] as number))
      if (this.objectives.length > 0) for (const objective of this.objectives) objective.see(latency, now)
      this.see(born[row] as number, now)
      engine.complete()
    }
    engine.deliver(row)
  }

  /** Newer data have come: until now the newest was of an event that grew older by the clock. */
  see(born: number, now: number): void {
    const { age } = this
    const seen = age[SEEN] as number
    const newest = age[NEWEST] as number
    if (seen > 0) {
      age[AGE_AREA] = (age[AGE_AREA] as number) + ((seen + now) / 2 - newest) * (now - seen)
      age[OLDEST] = Math.max(age[OLDEST] as number, now - newest)
    }
    if (seen === 0) age[FIRST] = now
    age[NEWEST] = Math.max(newest, born)
    age[SEEN] = now
  }

  /** Mean age of the newest data over the time observed, in ticks. */
  meanAge(): number {
    const watched = (this.age[SEEN] as number) - (this.age[FIRST] as number)
    return watched > 0 ? (this.age[AGE_AREA] as number) / watched : 0
  }
}
