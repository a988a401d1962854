import { priced } from "../cost/line.ts"
import { duration, number, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"

export const microBatch = component({
  about: "Takes everything that waits, every few seconds, and works through it at once.",
  parameters: {
    every: optional(
      duration("From one start to the next; one that finds the last still running is left out."),
      10,
      ASSUMED,
    ),
    overhead: optional(duration("What a run takes, however little there is.", { zero: true }), 1, ASSUMED),
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
  },
  role: "step",
  links: "each",
  queues: true,
  build(given, builder) {
    const work = { distribution: "deterministic", mean: given.overhead } as const
    const perRecord = 1 / (given.recordsPerSecond * given.workers)
    const station = builder.batches(work, {
      perRecord,
      schedule: { every: given.every, offset: given.every },
    })
    return {
      entry: station,
      exit: station,
      workers: [station],
      wait: station.wait,
      counts: () => ({ runs: station.batches, missedRuns: station.missed }),
    }
  },
  cost: (given, { hours }) => [priced("sparkUnit", given.workers * hours, "workers run all the time")],
})
