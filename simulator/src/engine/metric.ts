import { exp } from "../numbers/elementary.ts"
import { BLOCK, type Block, newBlock } from "./block.ts"
import {
  addCounts,
  BINS,
  type Counts,
  countAll,
  mergeCounts,
  quantileOf,
  shareBelow,
  trimmed,
} from "./histogram.ts"
import { halfWidth, lagOne } from "./intervals.ts"

/** Consecutive observations that were counted together. */
interface Batch {
  sum: number
  histogram: Counts
}

/** Batches kept while running: when there are this many, neighbours are merged, so memory doesn't grow with the run. */
const MOST_BATCHES = 32
/** Fewer batches have less correlated means, and more have a narrower interval: see `batchesFor`. */
const ENOUGH_BATCHES = 20
const LEAST_BATCHES = 6
const TOO_ALIKE = 0.1
/** No interval reaches further than this on the scale of ratios (natural logarithm). */
const MOST_SPREAD = 3
const LN10 = 2.302585092994046

export const QUANTILES = { p50: 0.5, p90: 0.9, p99: 0.99, p999: 0.999 } as const
export type QuantileName = keyof typeof QUANTILES
export type Interval = [low: number, high: number]

/** What was observed, in the unit of the observations. `ci95` is null where there are too few batches to tell. */
export interface Summary extends Record<QuantileName, number> {
  count: number
  mean: number
  max: number
  ci95: Record<"mean" | QuantileName, Interval | null>
}

/** Observations of one quantity: whole numbers of ticks, summed up as they come and never stored one by one. */
export class Metric {
  /** What came since the last full block; whoever writes here directly calls `advance`. */
  readonly block: Block = newBlock()
  filled = 0
  private readonly counts = new Uint32Array(BINS)
  private sum = 0
  private max = 0
  private inBatch = 0
  private batchSize = BLOCK
  private batches: Batch[] = []

  add(value: number): void {
    this.block.values[this.filled] = value
    this.filled += 1
    if (this.filled === BLOCK) this.take()
  }

  /** So many values were put in `block` behind those that stood there. */
  advance(count: number): void {
    this.filled += count
    if (this.filled === BLOCK) this.take()
  }

  /** Sum of everything observed so far. */
  total(): number {
    let sum = this.sum
    for (const batch of this.batches) sum += batch.sum
    for (let i = 0; i < this.filled; i += 1) sum += this.block.values[i] as number
    return sum
  }

  private take(): void {
    const count = this.filled
    const { sum, max } = countAll(this.block, count, this.counts)
    this.filled = 0
    this.sum += sum
    this.max = Math.max(this.max, max)
    this.inBatch += count
    if (this.inBatch === this.batchSize) this.closeBatch()
  }

  private closeBatch(): void {
    this.batches.push({ sum: this.sum, histogram: trimmed(this.counts) })
    this.counts.fill(0)
    this.sum = 0
    this.inBatch = 0
    if (this.batches.length === MOST_BATCHES) {
      this.batches = mergeNeighbours(this.batches)
      this.batchSize *= 2
    }
  }

  /** Everything observed, times `unit`. To be called once, at the end. */
  summary(unit: number): Summary {
    if (this.filled > 0) this.take()
    const all = new Float64Array(BINS)
    let sum = this.sum
    for (const batch of this.batches) {
      addCounts(batch.histogram, all)
      sum += batch.sum
    }
    addCounts(trimmed(this.counts), all)
    const count = this.batches.length * this.batchSize + this.inBatch
    const mean = count === 0 ? 0 : sum / count
    const { batches, size } = batchesFor(this.batches, this.batchSize)
    const wide = halfWidth(batches.map((batch) => batch.sum / size))
    const at = (p: number) => Math.min(quantileOf(all, count, p), this.max)
    const around = (p: number): Interval | null => {
      const above = 1 - p
      const half = halfWidth(batches.map(({ histogram }) => 1 - shareBelow(histogram, size, at(p))))
      if (half === null) return null
      // How far the share above it varies from batch to batch, on a scale of ratios, turned back into values. Beyond
      // what was seen, the tail is taken to go on falling as it did over its last tenfold.
      const spread = Math.min(half / above, MOST_SPREAD)
      const slope = (at(p) - at(1 - 10 * above)) / LN10
      const high = Math.max(at(1 - above / exp(spread)), at(p) + slope * spread)
      return [at(1 - above * exp(spread)) * unit, high * unit]
    }
    const { p50, p90, p99, p999 } = QUANTILES
    return {
      count,
      mean: mean * unit,
      p50: at(p50) * unit,
      p90: at(p90) * unit,
      p99: at(p99) * unit,
      p999: at(p999) * unit,
      max: this.max * unit,
      ci95: {
        mean: wide === null ? null : [Math.max(mean - wide, 0) * unit, (mean + wide) * unit],
        p50: around(p50),
        p90: around(p90),
        p99: around(p99),
        p999: around(p999),
      },
    }
  }
}

function mergeNeighbours(batches: readonly Batch[]): Batch[] {
  const merged: Batch[] = []
  for (let i = 0; i + 1 < batches.length; i += 2) {
    const [one, other] = [batches[i] as Batch, batches[i + 1] as Batch]
    merged.push({ sum: one.sum + other.sum, histogram: mergeCounts(one.histogram, other.histogram) })
  }
  return merged
}

/** Batches that are few and long enough for their means to be taken as independent. An odd last one is left out. */
function batchesFor(kept: Batch[], keptSize: number): { batches: Batch[]; size: number } {
  let [batches, size] = [kept, keptSize]
  const alike = () => lagOne(batches.map((batch) => batch.sum)) > TOO_ALIKE
  while (batches.length >= ENOUGH_BATCHES || (batches.length >= 2 * LEAST_BATCHES && alike())) {
    batches = mergeNeighbours(batches)
    size *= 2
  }
  return { batches, size }
}
