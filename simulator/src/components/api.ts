import { priced } from "../cost/line.ts"
import { whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { timing } from "../design/workload.ts"
import { ASSUMED, component } from "./component.ts"

export const api = component({
  about: "A service that answers requests; requests beyond its waiting places are turned away.",
  parameters: {
    instances: optional(whole({ about: "Instances.", min: 1, max: 10_000 }), 2, ASSUMED),
    concurrency: optional(
      whole({ about: "Requests that an instance works on at once.", min: 1, max: 1000 }),
      8,
      ASSUMED,
    ),
    service: optional(
      timing("Work on a request."),
      { distribution: "lognormal", mean: 0.02, scv: 1 },
      ASSUMED,
    ),
    buffer: optional(
      whole({ about: "Waiting places; no limit when left out.", min: 0, max: 1_000_000_000 }),
      null,
    ),
  },
  role: "end",
  links: "one",
  queues: true,
  build(given, builder) {
    const station = builder.station(Math.min(given.instances * given.concurrency, 10_000), given.service, {
      buffer: given.buffer,
    })
    return { entry: station, exit: station, workers: [station], wait: station.wait }
  },
  cost: (given, { hours }) => [priced("machine", given.instances * hours, "one machine for each instance")],
})
