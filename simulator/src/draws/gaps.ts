import { cosineOfTurns } from "../numbers/elementary.ts"
import { type Bits, nextUniform } from "./bits.ts"
import { exponential } from "./exponential.ts"
import { fillOf } from "./service.ts"
import type { Fill } from "./stream.ts"

const DAY = 86_400

/** How records come, with times in seconds and `rate` in arrivals (batches count once) per second. */
export type Arrivals =
  | { pattern: "poisson" | "deterministic"; rate: number }
  | { pattern: "diurnal"; rate: number; swing: number; peak: number }
  | { pattern: "bursty"; rate: number; factor: number; for: number; every: number }
  | { pattern: "trace"; gaps: readonly number[] }

/** What fills blocks with the times between arrivals, in whole ticks of `tick` seconds; each is one tick at least. */
export function gapsOf(arrivals: Arrivals, bits: Bits, tick: number): Fill {
  switch (arrivals.pattern) {
    case "poisson":
      return fillOf({ distribution: "exponential", mean: 1 / (arrivals.rate * tick) }, bits, 1)
    case "deterministic":
      return rounded(() => 1 / (arrivals.rate * tick))
    case "trace": {
      let at = -1
      return rounded(() => {
        at = (at + 1) % arrivals.gaps.length
        return (arrivals.gaps[at] as number) / tick
      })
    }
    case "diurnal":
      return rounded(diurnal(arrivals, bits, tick))
    case "bursty":
      return rounded(bursty(arrivals, bits, tick))
  }
}

/** Whole ticks that never drift from the exact times by more than a tick: what rounding takes is given back later. */
function rounded(next: () => number): Fill {
  let owed = 0
  return (out) => {
    for (let i = 0; i < out.length; i += 1) {
      const exact = next() + owed
      const gap = Math.max(Math.floor(exact + 0.5), 1)
      owed = Math.max(exact - gap, -1)
      out[i] = gap
    }
  }
}

/** A Poisson process whose rate follows the cosine of the day, by thinning (Lewis and Shedler 1979). */
function diurnal(
  { rate, swing, peak }: Arrivals & { pattern: "diurnal" },
  bits: Bits,
  tick: number,
): () => number {
  const most = rate * (1 + swing)
  let clock = 0
  return () => {
    const start = clock
    for (;;) {
      clock += exponential(bits) / most
      const now = rate * (1 + swing * cosineOfTurns((clock - peak) / DAY))
      if (nextUniform(bits) * most < now) return (clock - start) / tick
    }
  }
}

/** A Poisson process with two rates that change at random (an interrupted or Markov-modulated one). */
function bursty(arrivals: Arrivals & { pattern: "bursty" }, bits: Bits, tick: number): () => number {
  const { rate, factor, every } = arrivals
  const length = Math.min(arrivals.for, every * 0.999)
  const calm = rate / (1 + ((factor - 1) * length) / every)
  let inBurst = false
  let change = exponential(bits) * (every - length)
  return () => {
    let gap = 0
    for (;;) {
      const next = exponential(bits) / (inBurst ? calm * factor : calm)
      if (next < change) {
        change -= next
        return (gap + next) / tick
      }
      gap += change
      inBurst = !inBurst
      change = exponential(bits) * (inBurst ? length : every - length)
    }
  }
}
