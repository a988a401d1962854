import { priced } from "../cost/line.ts"
import { duration, share, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { timing } from "../design/workload.ts"
import { WHOLE } from "../engine/nodes/router.ts"
import { ASSUMED, component } from "./component.ts"
import { nextStrike } from "./moments.ts"

export const qualityGate = component({
  about: "Lets through only what passes its checks; with an interval, everything waits for the next check.",
  parameters: {
    bad: optional(share("Share of records that fail."), 0.001, ASSUMED),
    service: optional(timing("A check."), { distribution: "deterministic", mean: 2e-5 }, ASSUMED),
    instances: optional(whole({ about: "Checks under way at once.", min: 1, max: 10_000 }), 2, ASSUMED),
    every: optional(
      duration("From one check of all that has come to the next; each at once when left out."),
      null,
    ),
  },
  role: "step",
  links: "each",
  queues: true,
  build(given, builder) {
    const station = builder.station(given.instances, given.service)
    const tap = builder.tap("bad")
    tap.set({ refusing: given.bad * WHOLE })
    const holds =
      given.every === null ? [] : [builder.hold(nextStrike(Math.max(builder.ticks(given.every), 1), 0))]
    station.out = holds[0] ?? tap
    if (holds[0] !== undefined) holds[0].out = tap
    const counts = () => ({ refused: tap.tally.failed })
    return { entry: station, exit: tap, workers: [station], wait: station.wait, holds, taps: [tap], counts }
  },
  cost: (_given, { hours }) => [priced("machine", hours, "one machine of this size")],
})
