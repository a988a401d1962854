import { priced } from "../cost/line.ts"
import { share, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { timing } from "../design/workload.ts"
import { WHOLE } from "../engine/nodes/router.ts"
import { ASSUMED, component } from "./component.ts"

export const schemaRegistry = component({
  about: "Checks each record against its schema, and refuses what doesn’t fit.",
  parameters: {
    invalid: optional(share("Share of records that don’t fit."), 0, ASSUMED),
    service: optional(
      timing("A check, mostly from a cache."),
      { distribution: "deterministic", mean: 1e-5 },
      ASSUMED,
    ),
    instances: optional(whole({ about: "Checks under way at once.", min: 1, max: 10_000 }), 2, ASSUMED),
  },
  role: "step",
  links: "each",
  queues: true,
  build(given, builder) {
    const station = builder.station(given.instances, given.service)
    const tap = builder.tap("invalid")
    tap.set({ refusing: given.invalid * WHOLE })
    station.out = tap
    const counts = () => ({ refused: tap.tally.failed })
    return { entry: station, exit: tap, workers: [station], wait: station.wait, taps: [tap], counts }
  },
  cost: (_given, { hours }) => [priced("machine", hours, "one machine of this size")],
})
