import { sha256 } from "@noble/hashes/sha2.js"
import { utf8ToBytes } from "@noble/hashes/utils.js"

/** A stream of pseudo-random numbers. The same seed gives the same stream on every machine. Not for secrets. */
export interface Generator {
  /** A whole number from 0 to 2³² − 1. */
  uint32(): number
  /** From 0 up to but not 1, with 53 random bits. */
  uniform(): number
  /** A whole number from `low` to `high`, both included, without bias. RangeError when high < low or not whole. */
  integer(low: number, high: number): number
  /** A draw from the standard normal distribution. */
  normal(): number
  /** One of the items; RangeError for none. */
  pick<T>(items: readonly T[]): T
  /** The items in random order, as a new list. */
  shuffle<T>(items: readonly T[]): T[]
  /** An independent stream of its own, named by `label`; drawing from it leaves this stream as it was. */
  fork(label: string): Generator
}

/**
 * A generator from any text. The stream is sfc32 (Chris Doty-Humphrey, PractRand, public domain): 96 bits of state from
 * the first twelve bytes of SHA-256 of the seed's UTF-8, little-endian, counter 1, first fifteen outputs discarded.
 */
export function seeded(seed: string): Generator {
  const digest = sha256(utf8ToBytes(seed))
  const word = (index: number): number =>
    (digest[index] ?? 0) |
    ((digest[index + 1] ?? 0) << 8) |
    ((digest[index + 2] ?? 0) << 16) |
    ((digest[index + 3] ?? 0) << 24)
  let a = word(0)
  let b = word(4)
  let c = word(8)
  let counter = 1

  function uint32(): number {
    const out = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + out) | 0
    return out >>> 0
  }
  for (let warm = 0; warm < 15; warm += 1) uint32()

  function uniform(): number {
    const high = uint32() >>> 5
    const low = uint32() >>> 6
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }
  function integer(low: number, high: number): number {
    const width = high - low + 1
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || width < 1 || width > 2 ** 32) {
      throw new RangeError(`integer needs whole low <= high less than 2^32 apart: ${low}, ${high}`)
    }
    // Values past the last whole multiple of the width would favour small results: draw again.
    const limit = 2 ** 32 - (2 ** 32 % width)
    for (;;) {
      const value = uint32()
      if (value < limit) return low + (value % width)
    }
  }
  return {
    uint32,
    uniform,
    integer,
    normal() {
      // Marsaglia's polar method; the second value is dropped so that one call has one meaning.
      for (;;) {
        const u = 2 * uniform() - 1
        const v = 2 * uniform() - 1
        const s = u * u + v * v
        if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s)
      }
    },
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError("pick needs at least one item")
      return items[integer(0, items.length - 1)] as T
    },
    shuffle<T>(items: readonly T[]): T[] {
      const copy = [...items]
      for (let last = copy.length - 1; last > 0; last -= 1) {
        const other = integer(0, last)
        const kept = copy[last] as T
        copy[last] = copy[other] as T
        copy[other] = kept
      }
      return copy
    },
    fork: (label) => seeded(`${seed}\u0000${label}`),
  }
}
