import { EventHeap } from "../engine/heap.ts"
import type { Shared } from "../kernel/kernel.ts"
import { FewEnds } from "./few-ends.ts"
import type { Workshop } from "./workshop.ts"

/** Up to so many servers a list in order is faster than a heap. */
export const FEW = 32
/** Instead of a record's time at a server that is without one. */
export const NOBODY = -1

/** The servers of a station: who is with each, when it ends, and who rests. */
export class Servers {
  readonly count: number
  /** A pending end is one number, time × span + server; span is 2 to the power of `bits`. */
  readonly bits: number
  readonly span: number
  readonly ends: EventHeap | FewEnds
  /** When the record that a server has came, and when its service began. */
  readonly cames: Shared<Float64Array>
  readonly begans: Shared<Float64Array>
  /** How many rest. */
  resting = 0
  /** When each ended last. */
  private readonly ended: Float64Array
  /** Those that rest, in a circle: who has rested longest is next. */
  private readonly idle: Int32Array
  private first = 0
  /** All ends in order, while the kernel works on them. */
  private readonly order: Shared<BigInt64Array> | null
  private handed = false

  constructor(workshop: Workshop, count: number) {
    this.count = count
    this.bits = 32 - Math.clz32(count - 1)
    this.span = 2 ** this.bits
    this.ends = count <= FEW ? new FewEnds(count) : new EventHeap()
    this.order = count <= FEW ? workshop.kernel.wholes(count) : null
    this.cames = workshop.kernel.doubles(count)
    this.begans = workshop.kernel.doubles(count)
    this.cames.values.fill(NOBODY)
    this.ended = new Float64Array(count)
    this.idle = new Int32Array(count)
    for (let server = 0; server < count; server += 1) this.rest(server, 0)
  }

  rest(server: number, since: number): void {
    this.ended[server] = since
    this.idle[(this.first + this.resting) % this.count] = server
    this.resting += 1
  }

  /** The one that has rested longest. */
  wake(): number {
    const server = this.idle[this.first] as number
    this.first = this.first + 1 === this.count ? 0 : this.first + 1
    this.resting -= 1
    return server
  }

  /** The address of all ends in order, for the kernel; those who rest have ended already and nobody leaves them. */
  handOver(): number {
    const { order, ends } = this
    if (order === null || !(ends instanceof FewEnds)) throw new RangeError("too many servers for a list")
    if (this.handed) return order.at
    this.handed = true
    let at = 0
    while (this.resting > 0) {
      const server = this.wake()
      const since = this.ended[server] as number
      this.begans.values[server] = since
      order.values[at] = BigInt(since * this.span + server)
      at += 1
    }
    for (; at < this.count; at += 1) order.values[at] = BigInt(ends.take())
    return order.at
  }

  /** The kernel is done: ends go back to where they were. */
  takeBack(): void {
    if (!this.handed || this.order === null) return
    this.handed = false
    for (const end of this.order.values) {
      this.ends.keys[0] = Number(end)
      this.ends.put()
    }
  }
}
