import type { Design } from "../design/document.ts"
import type { Bounds } from "../engine/engine.ts"
import { powerOfTwo, splitDouble } from "../numbers/bits.ts"
import { rateOf, type SourceComponent } from "./sources.ts"

/** Bits of a whole number in a double. */
const BITS = 53
/** How many times longer than expected a run by customers may take before the clock ends. */
const SLACK = 16
const MOST_EVENTS = 20_000_000_000

/**
 * The tick, and what bounds a run. A pending event is one whole number, time × slots + slot, so slots leave the clock
 * `53 − log₂ slots` bits; the tick is the power of two that spreads them over the longest the run can take.
 */
export function boundsOf(
  design: Design,
  sources: readonly SourceComponent[],
  slots: number,
): { tick: number; bounds: Bounds } {
  const { duration, warmup } = design.run
  const customers = design.run.customers ?? Number.POSITIVE_INFINITY
  const rate = sources.reduce((sum, source) => sum + rateOf(source), 0)
  const records = duration === null ? customers + warmup : rate * duration
  const seconds = duration ?? (SLACK * records) / Math.min(rate, narrowest(design))
  const room = BITS - ceilLog2(Math.max(slots, 1))
  const tick = powerOfTwo(ceilLog2(seconds) - room)
  return {
    tick,
    bounds: {
      warmup,
      customers,
      horizon: duration === null ? powerOfTwo(room) - 1 : Math.floor(duration / tick),
      events: Math.min(
        MOST_EVENTS,
        Math.ceil(1_000_000 + records * 4 * SLACK * (design.components.length + 1)),
      ),
    },
  }
}

/** Records a second of the station that can do least. */
function narrowest({ components }: Design): number {
  const rates = components.map((one) =>
    one.type === "station" ? (one.servers * one.batchSize) / one.service.mean : Number.POSITIVE_INFINITY,
  )
  return Math.min(...rates)
}

/** The least whole power of two that is not below x, as its exponent. */
function ceilLog2(x: number): number {
  const { fraction, exponent } = splitDouble(x)
  return fraction > 1 ? exponent + 1 : exponent
}
