/**
 * A map from numbers to lists of numbers, on plain typed memory: a kit has half a million runs of words, and a map of
 * lists would spend its time fetching scattered objects. `capacity` is the most entries it will hold; keys have 30 bits.
 */
export class NumberIndex {
  private readonly mask: number
  private readonly heads: Int32Array
  private readonly next: Int32Array
  private readonly keys: Int32Array
  private readonly values: Int32Array
  private size = 0

  constructor(capacity: number) {
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)))
    this.mask = buckets - 1
    this.heads = new Int32Array(buckets).fill(-1)
    this.next = new Int32Array(capacity)
    this.keys = new Int32Array(capacity)
    this.values = new Int32Array(capacity)
  }

  /** Adds a value under a key. Throws a RangeError beyond the capacity. */
  add(key: number, value: number): void {
    if (this.size === this.keys.length) throw new RangeError("this index is full")
    const bucket = key & this.mask
    this.next[this.size] = this.heads[bucket] ?? -1
    this.keys[this.size] = key
    this.values[this.size] = value
    this.heads[bucket] = this.size++
  }

  /** Visits the values under a key, the latest first, at most `limit` of them. */
  latest(key: number, limit: number, visit: (value: number) => void): void {
    let left = limit
    for (let at = this.heads[key & this.mask] ?? -1; at !== -1 && left > 0; at = this.next[at] ?? -1) {
      if (this.keys[at] !== key) continue
      visit(this.values[at] ?? 0)
      left--
    }
  }

  /** The latest value under a key, or undefined. */
  last(key: number): number | undefined {
    for (let at = this.heads[key & this.mask] ?? -1; at !== -1; at = this.next[at] ?? -1) {
      if (this.keys[at] === key) return this.values[at]
    }
    return undefined
  }
}
