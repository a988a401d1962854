import { priced } from "../cost/line.ts"
import { duration } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"

export const loadBalancer = component({
  about: "Spreads records over its links, each in its turn.",
  parameters: {
    hop: optional(duration("What the way through takes.", { zero: true }), 0.001, ASSUMED),
  },
  role: "step",
  links: "one",
  queues: false,
  build(given, builder) {
    const hop = builder.ticks(given.hop)
    const hold = builder.hold((now) => now + hop)
    return { entry: hold, exit: hold, holds: [hold], inTurn: true }
  },
  cost: (_given, { hours }) => [priced("machine", hours, "one machine of this size")],
})
