import { priced } from "../cost/line.ts"
import { share, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { timing } from "../design/workload.ts"
import { Metric } from "../engine/metric.ts"
import { Pass } from "../engine/nodes/pass.ts"
import { Router, WHOLE } from "../engine/nodes/router.ts"
import { ASSUMED, component } from "./component.ts"

export const cache = component({
  about: "Answers most reads from memory; a miss takes the slow way to what lies behind.",
  parameters: {
    hits: optional(share("Share of reads that it can answer itself."), 0.9, ASSUMED),
    hit: optional(timing("A read from memory."), { distribution: "exponential", mean: 1e-4 }, ASSUMED),
    miss: optional(
      timing("A read of what lies behind."),
      { distribution: "exponential", mean: 0.01 },
      ASSUMED,
    ),
    connections: optional(
      whole({ about: "Reads under way at once, of each kind.", min: 1, max: 5000 }),
      16,
      ASSUMED,
    ),
  },
  role: "end",
  links: "one",
  queues: true,
  build(given, builder) {
    const wait = new Metric()
    const hit = builder.station(given.connections, given.hit, { purpose: "hit", wait })
    const miss = builder.station(given.connections, given.miss, { purpose: "miss", wait })
    const choice = { by: "share", upTo: [given.hits * WHOLE, WHOLE], dice: builder.dice("hits") } as const
    const entry = new Router(builder.engine, builder.id, choice, [hit, miss])
    const exit = new Pass(builder.engine, builder.id)
    hit.out = exit
    miss.out = exit
    return {
      entry,
      exit,
      workers: [hit, miss],
      wait,
      counts: () => ({ hits: hit.tally.left, misses: miss.tally.left }),
    }
  },
  cost: (_given, { hours }) => [priced("machine", hours, "one machine of this size")],
})
