import { priced } from "../cost/line.ts"
import { whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { timing } from "../design/workload.ts"
import { ASSUMED, component } from "./component.ts"

/** 100,000 operations a second an instance, of four that are under way at once (redis.io benchmarks, old). */
const REDIS = {
  source: "redis.io benchmarks: 80,000 to 120,000 operations a second",
  date: "2012-01",
} as const

export const onlineStore = component({
  about: "A key-value store that answers by key within a millisecond: each record is one write.",
  parameters: {
    instances: optional(whole({ about: "Writes that it takes at once.", min: 1, max: 10_000 }), 4, ASSUMED),
    service: optional(timing("A write."), { distribution: "exponential", mean: 4e-5 }, REDIS),
  },
  role: "end",
  links: "each",
  queues: true,
  build(given, builder) {
    const station = builder.station(given.instances, given.service)
    return { entry: station, exit: station, workers: [station], wait: station.wait }
  },
  cost: (_given, usage) => [
    priced("request", (usage.came * usage.perMonth) / 1e6, "each write is one request"),
    priced(
      "keyValueStorage",
      (usage.came * usage.recordBytes * usage.perMonth) / 1e9,
      "a month’s records are kept",
    ),
  ],
})
