import type { Builder } from "./builder.ts"
import { nextStrike } from "./moments.ts"
import type { Part } from "./part.ts"

/** Holds records until the next look at the data, and for what the look then takes; both in seconds. */
export function looksOf(every: number, takes: number, builder: Builder): Part {
  const strike = nextStrike(Math.max(builder.ticks(every), 1), 0)
  const delay = builder.ticks(takes)
  const hold = builder.hold((now, born) => (strike(now, born) as number) + delay)
  return { entry: hold, exit: hold, wait: hold.wait, holds: [hold] }
}
