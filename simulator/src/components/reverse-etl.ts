import { duration, number } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"

export const reverseEtl = component({
  about: "Brings results back into the tools of other teams, on a schedule and as fast as their API allows.",
  parameters: {
    every: optional(duration("From one sync to the next."), 900, ASSUMED),
    recordsPerSecond: optional(
      number({ about: "What the other side’s API takes.", min: 1e-3, max: 1e9, unit: "records a second" }),
      100,
      ASSUMED,
    ),
    overhead: optional(duration("What a sync takes, however little there is.", { zero: true }), 5, ASSUMED),
  },
  role: "end",
  links: "each",
  queues: true,
  build(given, builder) {
    const station = builder.batches(
      { distribution: "deterministic", mean: given.overhead },
      { perRecord: 1 / given.recordsPerSecond, schedule: { every: given.every, offset: given.every } },
    )
    const counts = () => ({ runs: station.batches, missedRuns: station.missed })
    return { entry: station, exit: station, workers: [station], wait: station.wait, counts }
  },
})
