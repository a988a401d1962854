import { priced } from "../cost/line.ts"
import { duration, number, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"

const DEBEZIUM = { source: "Debezium connector defaults", date: "2026-02" } as const

export const cdc = component({
  about: "Change data capture: reads the changes of a database from its log, in polls.",
  parameters: {
    poll: optional(duration("From one poll to the next."), 0.5, DEBEZIUM),
    batch: optional(
      whole({ about: "Changes that a poll takes at most.", min: 1, max: 10_000_000 }),
      2048,
      DEBEZIUM,
    ),
    recordsPerSecond: optional(
      number({ about: "How fast changes are read.", min: 1e-3, max: 1e9, unit: "records a second" }),
      20_000,
      ASSUMED,
    ),
  },
  role: "step",
  links: "each",
  queues: true,
  build(given, builder) {
    const work = { distribution: "deterministic", mean: 0 } as const
    const station = builder.batches(work, {
      most: given.batch,
      perRecord: 1 / given.recordsPerSecond,
      schedule: { every: given.poll, offset: given.poll },
    })
    const counts = () => ({ polls: station.batches })
    return { entry: station, exit: station, workers: [station], wait: station.wait, counts }
  },
  cost: (_given, { hours }) => [priced("machine", hours, "one machine of this size runs the connector")],
})
