/** An entry's key, its value, and the entry before it in its bucket, side by side: fetching them from afar is what takes time. */
const FIELDS = 3
const VALUE = 1
const NEXT = 2

/**
 * A map from numbers to lists of numbers, on plain typed memory: a kit has half a million runs of words, and a map of
 * lists would spend its time fetching scattered objects. `capacity` is the most entries it will hold; keys have 30 bits.
 */
export class NumberIndex {
  private readonly mask: number
  /** By bucket, where its latest entry stands, plus one; 0 for none. */
  private readonly heads: Int32Array
  private readonly entries: Int32Array
  private size = 0

  constructor(capacity: number) {
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(16, capacity)))
    this.mask = buckets - 1
    this.heads = new Int32Array(buckets)
    this.entries = new Int32Array(capacity * FIELDS)
  }

  /** Adds a value under a key. Throws a RangeError beyond the capacity. */
  add(key: number, value: number): void {
    const at = this.size
    if (at === this.entries.length) throw new RangeError("this index is full")
    const bucket = key & this.mask
    this.entries[at] = key
    this.entries[at + VALUE] = value
    this.entries[at + NEXT] = this.heads[bucket] ?? 0
    this.heads[bucket] = at + 1
    this.size += FIELDS
  }

  /** Writes the values under a key into a list, the latest first and as many as the list holds; answers how many. */
  latest(key: number, into: Int32Array): number {
    let found = 0
    for (let next = this.heads[key & this.mask] ?? 0; next !== 0 && found < into.length; ) {
      if (this.entries[next - 1] === key) into[found++] = this.entries[next - 1 + VALUE] ?? 0
      next = this.entries[next - 1 + NEXT] ?? 0
    }
    return found
  }
}
