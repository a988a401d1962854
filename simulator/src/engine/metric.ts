import { exp } from "../numbers/elementary.ts"
import { BLOCK, type Block, newBlock } from "./block.ts"
import {
  addCounts,
  BINS,
  type Counts,
  countAll,
  mergeCounts,
  shareBelow,
  Totals,
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
  /** What came since it was last counted. */
  private readonly block: Block = newBlock()
  private filled = 0
  /** When so many have come, they are counted. */
  private due = BLOCK
  private counts: Uint32Array = new Uint32Array(BINS)
  private sum = 0
  private max = 0
  private inBatch = 0
  private batchSize = BLOCK
  private batches: Batch[] = []

  add(value: number): void {
    this.block.values[this.filled] = value
    this.filled += 1
    if (this.filled === this.due) this.take()
  }

  /** From now on the batch under way is counted in this array, where others may count as well: see `enter`. */
  countIn(counts: Uint32Array): void {
    counts.set(this.counts)
    this.counts = counts
  }

  /** Observations that are still wanted before the batch under way is full. */
  get room(): number {
    return this.batchSize - this.inBatch - this.filled
  }

  /** Takes over `count` observations, not more than there is room for, that were counted in the array of `countIn`. */
  enter(count: number, sum: number, max: number): void {
    if (this.filled > 0) this.take()
    this.book(count, sum, max)
  }

  /** Sum of everything observed so far. */
  total(): number {
    let sum = this.sum
    for (const batch of this.batches) sum += batch.sum
    for (let i = 0; i < this.filled; i += 1) sum += this.block.values[i] as number
    return sum
  }

  private take(): void {
    const { sum, max } = countAll(this.block, this.filled, this.counts)
    const count = this.filled
    this.filled = 0
    this.book(count, sum, max)
  }

  private book(count: number, sum: number, max: number): void {
    this.sum += sum
    this.max = Math.max(this.max, max)
    this.inBatch += count
    if (this.inBatch === this.batchSize) this.closeBatch()
    this.due = Math.min(BLOCK, this.batchSize - this.inBatch)
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
    const totals = new Totals(all)
    const at = (p: number) => Math.min(totals.quantile(p), this.max)
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
