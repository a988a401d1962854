import { priced } from "../cost/line.ts"
import { duration, number } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"
import { looksOf } from "./looks.ts"

export const dashboard = component({
  about: "Shows data to people: what has come can be seen from the next refresh on.",
  parameters: {
    refresh: optional(duration("From one refresh to the next."), 60, ASSUMED),
    query: optional(duration("What a refresh’s query takes.", { zero: true }), 0.5, ASSUMED),
    scannedBytes: optional(
      number({ about: "What a refresh reads in the warehouse.", min: 0, max: 1e15, unit: "bytes" }),
      0,
    ),
  },
  role: "end",
  links: "each",
  queues: false,
  build: (given, builder) => looksOf(given.refresh, given.query, builder),
  cost(given, { hours }) {
    if (given.scannedBytes === 0) return []
    const refreshes = (hours * 3600) / given.refresh
    return [priced("warehouseScan", (refreshes * given.scannedBytes) / 1e12, "it refreshes day and night")]
  },
})
