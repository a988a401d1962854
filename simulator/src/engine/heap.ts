/**
 * The event list: a binary heap of doubles and nothing else. A key is `time × span + slot`, both whole, so one number
 * holds when and what, no two pending events of different slots are ever equal, and simultaneous events have a defined
 * order: the lower slot first. The smaller child is chosen without a branch, since processors can't foresee it.
 */
export class EventHeap {
  keys = new Float64Array(64).fill(Number.POSITIVE_INFINITY)
  private size = 0
  /** The root has been taken and not been replaced yet: most events schedule their successor, which goes there. */
  private open = false

  /** Takes the earliest key; Infinity when nothing is pending. */
  take(): number {
    if (this.open) this.close()
    if (this.size === 0) return Number.POSITIVE_INFINITY
    this.open = true
    return this.keys[1] as number
  }

  /** The earliest key, left where it is; Infinity when nothing is pending. */
  peek(): number {
    if (this.open) this.close()
    return this.size === 0 ? Number.POSITIVE_INFINITY : (this.keys[1] as number)
  }

  /** Puts in the key that stands in `keys[0]`: a double handed over as an argument would be allocated for the call. */
  put(): void {
    if (this.open) {
      this.open = false
      this.sink()
      return
    }
    this.size += 1
    if (this.size + 2 > this.keys.length) this.grow()
    const keys = this.keys
    const key = keys[0] as number
    let at = this.size
    for (let above = at >> 1; above > 0 && (keys[above] as number) > key; above = at >> 1) {
      keys[at] = keys[above] as number
      at = above
    }
    keys[at] = key
  }

  private close(): void {
    this.open = false
    this.keys[0] = this.keys[this.size] as number
    this.keys[this.size] = Number.POSITIVE_INFINITY
    this.size -= 1
    if (this.size > 0) this.sink()
  }

  /** Puts `keys[0]` in the empty root and lets it sink. Past the end stands Infinity, which never rises. */
  private sink(): void {
    const keys = this.keys
    const size = this.size
    const key = keys[0] as number
    let at = 1
    let child = 2
    while (child <= size) {
      child += ((keys[child + 1] as number) < (keys[child] as number) ? 1 : 0) | 0
      const least = keys[child] as number
      if (least >= key) break
      keys[at] = least
      at = child
      child = at << 1
    }
    keys[at] = key
  }

  private grow(): void {
    const larger = new Float64Array(this.keys.length * 2).fill(Number.POSITIVE_INFINITY)
    larger.set(this.keys)
    this.keys = larger
  }
}
