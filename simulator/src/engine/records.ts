/** No record: the end of a list. */
export const NONE = -1

/**
 * The records under way, as columns. A record is a row number; rows are used again, so memory follows the most that were
 * ever under way at once and not how many came.
 */
export class Records {
  private capacity = 1024
  /** When the record entered the system, in ticks. */
  entered = new Float64Array(this.capacity)
  /** When what it tells of happened: its event time, in ticks. Before `entered` where data come late. */
  born = new Float64Array(this.capacity)
  /** When it came to the node where it is now. */
  came = new Float64Array(this.capacity)
  /** The next record of the list it stands in. */
  next = new Int32Array(this.capacity)
  /** Its key, a hash from 0 to 2³² − 1: the same key takes the same way. */
  key = new Uint32Array(this.capacity)
  /** 0 is served first. */
  priority = new Uint8Array(this.capacity)
  /** 1 for a copy that tells nothing new. */
  duplicate = new Uint8Array(this.capacity)
  /** The fork it came out of, until joined. */
  group = new Int32Array(this.capacity).fill(NONE)
  /** Rows in use. */
  live = 0
  /** The most rows that were ever in use at once. */
  most = 0
  private free = NONE
  private used = 0

  /** A free row; the caller fills `entered` and `born`. */
  take(): number {
    let row = this.free
    if (row === NONE) {
      row = this.used
      this.used += 1
      if (row === this.capacity) this.grow()
    } else this.free = this.next[row] as number
    this.live += 1
    if (this.live > this.most) this.most = this.live
    return row
  }

  copy(of: number): number {
    const row = this.take()
    this.entered[row] = this.entered[of] as number
    this.born[row] = this.born[of] as number
    this.key[row] = this.key[of] as number
    this.priority[row] = this.priority[of] as number
    this.duplicate[row] = this.duplicate[of] as number
    return row
  }

  release(row: number): void {
    this.live -= 1
    this.duplicate[row] = 0
    this.group[row] = NONE
    this.next[row] = this.free
    this.free = row
  }

  private grow(): void {
    this.capacity *= 2
    const size = this.capacity
    this.entered = larger(this.entered, new Float64Array(size))
    this.born = larger(this.born, new Float64Array(size))
    this.came = larger(this.came, new Float64Array(size))
    this.next = larger(this.next, new Int32Array(size))
    this.key = larger(this.key, new Uint32Array(size))
    this.priority = larger(this.priority, new Uint8Array(size))
    this.duplicate = larger(this.duplicate, new Uint8Array(size))
    this.group = larger(this.group, new Int32Array(size).fill(NONE))
  }
}

function larger<T extends Float64Array | Int32Array | Uint32Array | Uint8Array>(old: T, fresh: T): T {
  fresh.set(old)
  return fresh
}
