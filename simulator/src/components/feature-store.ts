import { priced } from "../cost/line.ts"
import { duration, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { timing } from "../design/workload.ts"
import { ASSUMED, component } from "./component.ts"
import { nextStrike } from "./moments.ts"

export const featureStore = component({
  about:
    "Keeps model features: written as they come, and brought from the offline to the online side at intervals.",
  parameters: {
    instances: optional(whole({ about: "Writes that it takes at once.", min: 1, max: 10_000 }), 4, ASSUMED),
    service: optional(timing("A write."), { distribution: "exponential", mean: 5e-4 }, ASSUMED),
    materialise: optional(duration("From one materialisation to the next; at once when left out."), null),
  },
  role: "end",
  links: "each",
  queues: true,
  build(given, builder) {
    const station = builder.station(given.instances, given.service)
    if (given.materialise === null)
      return { entry: station, exit: station, workers: [station], wait: station.wait }
    const hold = builder.hold(nextStrike(Math.max(builder.ticks(given.materialise), 1), 0))
    station.out = hold
    return { entry: station, exit: hold, workers: [station], wait: station.wait, holds: [hold] }
  },
  cost: (given, { hours }) => [
    priced("database", given.instances * hours, "one database of this size for each"),
  ],
})
