import type { Fill } from "../draws/stream.ts"
import { BINS } from "../engine/histogram.ts"
import type { Metric } from "../engine/metric.ts"
import { borrowKernel, type Calls, giveBack, type Kernel, roomFor, type Shared } from "../kernel/kernel.ts"

/** Records are worked on in chunks of at most this many: enough that calls don't count, and few enough for the cache. */
export const CHUNK = 1024

/** The kernel of one run and its memory: chunks of times, and counts of what is observed. */
export class Workshop {
  readonly call: Calls
  readonly kernel: Kernel
  /** Where the kernel puts what it found besides. */
  readonly result: Shared<Float64Array>
  private readonly counters: Counter[] = []

  /** Room for so many chunks and counters, and `more` bytes. */
  constructor(chunks: number, counters: number, more = 0) {
    this.kernel = borrowKernel(roomFor(chunks * CHUNK) + counters * roomFor(0, BINS) + roomFor(16) + more)
    this.call = this.kernel.call
    this.result = this.kernel.doubles(8)
  }

  chunk(): Shared<Float64Array> {
    return this.kernel.doubles(CHUNK)
  }

  counter(metric: Metric): Counter {
    const counter = new Counter(this, metric)
    this.counters.push(counter)
    return counter
  }

  /** The run is over: metrics keep what was counted, and the kernel is free for the next run. */
  close(): void {
    for (const { metric } of this.counters) metric.countIn(new Uint32Array(BINS))
    giveBack(this.kernel)
  }
}

/** Draws of one kind, a chunk at a time. */
export class Supply {
  private readonly chunk: Shared<Float64Array>
  private readonly fill: Fill
  private used = CHUNK

  constructor(workshop: Workshop, fill: Fill) {
    this.chunk = workshop.chunk()
    this.fill = fill
  }

  /** How many can be taken in one go. */
  get room(): number {
    if (this.used === CHUNK) {
      this.fill(this.chunk.values)
      this.used = 0
    }
    return CHUNK - this.used
  }

  /** The address of the next so many. */
  take(count: number): number {
    if (count > this.room) throw new RangeError(`${count} draws wanted, ${this.room} at hand`)
    const at = this.chunk.at + 8 * this.used
    this.used += count
    return at
  }

  /** The next one, left where it is. */
  peek(): number {
    return this.chunk.values[CHUNK - this.room] as number
  }

  next(): number {
    const value = this.peek()
    this.used += 1
    return value
  }
}

/** Counts what a metric is to observe. */
export class Counter {
  readonly metric: Metric
  private readonly workshop: Workshop
  private readonly counts: Shared<Uint32Array>

  constructor(workshop: Workshop, metric: Metric) {
    this.workshop = workshop
    this.metric = metric
    this.counts = workshop.kernel.counts(BINS)
    metric.countIn(this.counts.values)
  }

  /** So many values at an address, at most as many as the metric has room for; their sum. */
  observe(values: number, count: number): number {
    const { call, result } = this.workshop
    call.observe(values, count, this.counts.at, result.at)
    const [sum = 0, max = 0] = result.values
    this.metric.enter(count, sum, max)
    return sum
  }
}
