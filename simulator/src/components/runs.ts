import { number, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import type { Builder } from "./builder.ts"
import { ASSUMED } from "./component.ts"
import type { Part } from "./part.ts"

/** How fast a job that runs now and then works off what has gathered. */
export const RUN_SPEED = {
  recordsPerSecond: optional(
    number({
      about: "How fast a worker goes through records.",
      min: 1e-3,
      max: 1e9,
      unit: "records a second",
    }),
    50_000,
    ASSUMED,
  ),
  workers: optional(whole({ about: "Workers that share a run.", min: 1, max: 10_000 }), 2, ASSUMED),
}

/** When runs start, what each takes at least, and how fast it goes on from there; durations in seconds. */
interface Runs {
  every: number
  offset: number
  overhead: number
  recordsPerSecond: number
  workers: number
}

/** What takes all that waits at every start of a run, and misses one while the last still goes on. */
export function runsOf({ every, offset, overhead, recordsPerSecond, workers }: Runs, builder: Builder): Part {
  const station = builder.batches(
    { distribution: "deterministic", mean: overhead },
    { perRecord: 1 / (recordsPerSecond * workers), schedule: { every, offset } },
  )
  return {
    entry: station,
    exit: station,
    workers: [station],
    wait: station.wait,
    counts: () => ({ runs: station.batches, missedRuns: station.missed }),
  }
}
