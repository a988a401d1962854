/** Times of the last so many records: what is needed to know who was still there at a moment. */
export class Ring {
  mask: number
  private values: Float64Array

  /** `size` is a power of two. */
  constructor(size: number) {
    this.values = new Float64Array(size).fill(-1)
    this.mask = size - 1
  }

  at(n: number): number {
    return this.values[n & this.mask] as number
  }

  put(n: number, time: number): void {
    this.values[n & this.mask] = time
  }

  /** The times of the records from `n` on. */
  write(n: number, times: Float64Array): void {
    const { values, mask } = this
    const at = n & mask
    const fits = values.length - at
    if (times.length <= fits) values.set(times, at)
    else {
      values.set(times.subarray(0, fits), at)
      values.set(times.subarray(fits))
    }
  }

  /** Room for twice as many, with what there is moved to its new places; `next` is the number of the next record. */
  grow(next: number): void {
    const { values, mask } = this
    const larger = new Ring(2 * values.length)
    for (let n = Math.max(next - values.length, 0); n < next; n += 1)
      larger.values[n & larger.mask] = values[n & mask] as number
    this.values = larger.values
    this.mask = larger.mask
  }
}

/** Records that are looked at together: see `mostUnderWay`. */
const STRIDE = 16

/**
 * The most records that were ever under way at once, given what it was (1 at least) before the `count` records from `from`
 * on; these came at the times in `came`, and `out` knows when each left. There are more when a record comes and the one
 * `most` places before it is still here. Times only grow: so when the last of a stretch finds that place empty at the time
 * when the first came, all do.
 */
export function mostUnderWay(
  came: Float64Array,
  out: Ring,
  from: number,
  count: number,
  before: number,
): number {
  let most = before
  for (let i = 0; i < count; i += STRIDE) {
    const last = Math.min(i + STRIDE, count) - 1
    if (out.at(from + last - most) <= (came[i] as number)) continue
    for (let k = i; k <= last; k += 1) if (out.at(from + k - most) > (came[k] as number)) most += 1
  }
  return most
}
