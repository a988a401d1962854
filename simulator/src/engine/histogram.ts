import type { Block } from "./block.ts"
import { powerOfTwo, splitDouble } from "../numbers/bits.ts"

/**
 * Counts of whole numbers from 0 to 2⁵³ in bins that are 1/128 of an octave wide: 0.8 % at most, and quantiles are
 * interpolated within a bin. Bin 0 holds exactly the zeros.
 */
export const BINS_PER_OCTAVE = 128
const SHIFT = 13
/** Bin number of 1, less one: what the shifted upper word of a double is reduced by. */
const ORIGIN = 1023 * BINS_PER_OCTAVE - 1
export const BINS = 54 * BINS_PER_OCTAVE + 1

/** Adds the first `count` values of a block, 0 or more, to the counts; their sum and the greatest of them. */
export function countAll(
  { values, words }: Block,
  count: number,
  into: Uint32Array,
): { sum: number; max: number } {
  let sum = 0
  let max = 0
  for (let i = 0; i < count; i += 1) {
    const value = values[i] as number
    const place = ((words[2 * i + 1] as number) >>> SHIFT) - ORIGIN
    // 0 if negative, without a branch: zeros are many and can't be foreseen.
    const bin = place & ~(place >> 31)
    into[bin] = (into[bin] as number) + 1
    sum += value
    if (value > max) max = value
  }
  return { sum, max }
}

/** Where a bin begins; the next one's beginning is its end. */
export function edgeOf(bin: number): number {
  if (bin <= 0) return 0
  const place = bin - 1
  const octave = Math.floor(place / BINS_PER_OCTAVE)
  return powerOfTwo(octave) * (1 + (place - octave * BINS_PER_OCTAVE) / BINS_PER_OCTAVE)
}

/** A stretch of a histogram: counts of the bins from `first` on. */
export interface Counts {
  first: number
  counts: Uint32Array
}

/** Only the bins that hold something, as a copy. */
export function trimmed(all: Uint32Array): Counts {
  let first = 0
  let end = all.length
  while (first < end && all[first] === 0) first += 1
  while (end > first && all[end - 1] === 0) end -= 1
  return { first, counts: all.slice(first, end) }
}

export function addCounts({ first, counts }: Counts, into: Float64Array): void {
  for (let i = 0; i < counts.length; i += 1)
    into[first + i] = (into[first + i] as number) + (counts[i] as number)
}

export function mergeCounts(one: Counts, other: Counts): Counts {
  const first = Math.min(one.first, other.first)
  const end = Math.max(one.first + one.counts.length, other.first + other.counts.length)
  const counts = new Uint32Array(end - first)
  counts.set(one.counts, one.first - first)
  const shift = other.first - first
  for (let i = 0; i < other.counts.length; i += 1)
    counts[shift + i] = (counts[shift + i] as number) + (other.counts[i] as number)
  return { first, counts }
}

/** A histogram that is asked for several quantiles. */
export class Totals {
  /** How many values lie in each bin and those before it. */
  private readonly upTo: Float64Array

  constructor(counts: Float64Array) {
    let sum = 0
    this.upTo = counts.map((count) => (sum += count))
  }

  /** The value below which a share `p` of the counted lie, interpolated evenly within a bin; `p` is held to 0…1. 0 for none. */
  quantile(p: number): number {
    const { upTo } = this
    const total = upTo[BINS - 1] as number
    if (total === 0) return 0
    const wanted = Math.min(Math.max(p, 0), 1) * total
    // The first bin with which there are enough; every bin that holds something adds one at least.
    let [low, high] = [0, BINS - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] as number) >= Math.max(wanted, 1)) high = middle
      else low = middle + 1
    }
    if (low === 0) return 0
    const below = upTo[low - 1] as number
    const [from, to] = [edgeOf(low), edgeOf(low + 1)]
    return from + ((wanted - below) / ((upTo[low] as number) - below)) * (to - from)
  }
}

/** Which bin a value of 0 or more belongs to. */
export function binOf(value: number): number {
  if (value < 1) return 0
  const { fraction, exponent } = splitDouble(value)
  return 1 + exponent * BINS_PER_OCTAVE + Math.floor((fraction - 1) * BINS_PER_OCTAVE)
}

/** The share of a trimmed histogram that lies below a value, interpolated as `quantileOf` does. */
export function shareBelow({ first, counts }: Counts, total: number, value: number): number {
  const bin = binOf(value)
  let below = 0
  for (let i = 0; i < Math.min(bin - first, counts.length); i += 1) below += counts[i] as number
  const here = counts[bin - first] ?? 0
  const [low, high] = [edgeOf(bin), edgeOf(bin + 1)]
  below += here * (bin === 0 ? 1 : (value - low) / (high - low))
  return total === 0 ? 0 : below / total
}
