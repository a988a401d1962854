/**
 * The pending ends of a few services, in order, the earliest last: with up to some tens of them, moving those before a new
 * one takes less than a heap does. Used like `EventHeap`.
 */
export class FewEnds {
  /** `keys[0]` takes the key that is to be put in; behind it stand the pending ones. */
  readonly keys: Float64Array
  /** How many are pending. */
  size = 0

  constructor(most: number) {
    this.keys = new Float64Array(most + 1)
  }

  /** The earliest key, left where it is; Infinity when nothing is pending. */
  peek(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.keys[this.size] as number)
  }

  /** Takes the earliest key; Infinity when nothing is pending. */
  take(): number {
    const key = this.peek()
    if (this.size > 0) this.size -= 1
    return key
  }

  /** Puts in the key that stands in `keys[0]`. */
  put(): void {
    const { keys } = this
    const key = keys[0] as number
    let at = this.size
    this.size += 1
    // `keys[0]` itself ends the search: nothing is earlier than what is put in.
    while ((keys[at] as number) < key) {
      keys[at + 1] = keys[at] as number
      at -= 1
    }
    keys[at + 1] = key
  }
}
