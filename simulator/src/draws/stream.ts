import { BLOCK } from "../engine/block.ts"

/** Puts the next numbers of a sequence in an array, as many as it holds. */
export type Fill = (out: Float64Array) => void

/** A sequence of whole numbers of ticks, drawn a block at a time: that costs a third of one at a time. */
export class Stream {
  readonly values = new Float64Array(BLOCK)
  /** Where the next number stands in `values`; BLOCK when new ones are due. */
  at = BLOCK
  /** What it draws with; whoever draws with it directly doesn't use the rest. */
  readonly fill: Fill

  constructor(fill: Fill) {
    this.fill = fill
  }

  next(): number {
    if (this.at === BLOCK) this.refill()
    const value = this.values[this.at] as number
    this.at += 1
    return value
  }

  refill(): void {
    this.fill(this.values)
    this.at = 0
  }
}
