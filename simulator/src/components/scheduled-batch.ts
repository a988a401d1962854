import { priced } from "../cost/line.ts"
import { duration, number, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"

export const scheduledBatch = component({
  about: "A job on a schedule, say every hour: it takes what has come since the last run.",
  parameters: {
    every: optional(duration("From one start to the next."), 3600, ASSUMED),
    offset: optional(duration("When the first run starts.", { zero: true }), 0),
    overhead: optional(duration("What a run takes, however little there is.", { zero: true }), 60, ASSUMED),
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
      schedule: { every: given.every, offset: given.offset },
    })
    return {
      entry: station,
      exit: station,
      workers: [station],
      wait: station.wait,
      counts: () => ({ runs: station.batches, missedRuns: station.missed }),
    }
  },
  cost: (given, { hours, utilisation }) => [
    priced("sparkUnit", given.workers * hours * utilisation, "workers are paid while a run lasts"),
  ],
})
