import type { Shared } from "../kernel/kernel.ts"
import { Ring } from "./ring.ts"
import { CHUNK, type Workshop } from "./workshop.ts"

/** When records passed a point of a row. */
export class Flow {
  /** Those at hand, where the kernel puts them. */
  readonly chunk: Shared<Float64Array>
  /** And those of before, as far back as anybody is still under way. */
  readonly past = new Ring(4 * CHUNK)

  constructor(workshop: Workshop) {
    this.chunk = workshop.chunk()
  }

  /** The `count` records at hand, of which the first has number `from`, are worked through. */
  keep(from: number, count: number): void {
    const { values } = this.chunk
    this.past.write(from, count === CHUNK ? values : values.subarray(0, count))
  }

  /** Makes room for `most` under way, a chunk that comes and one that goes; `next` is the number of the next record. */
  makeRoom(most: number, next: number): void {
    while (most + 2 * CHUNK > this.past.mask) this.past.grow(next)
  }
}
