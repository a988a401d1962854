import { priced } from "../cost/line.ts"
import { duration, number, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"
import { bytesPerMonth, GB } from "./usage.ts"

export const olapStore = component({
  about: "A column store for analysis: rows are inserted in batches, and can be seen once their batch is in.",
  parameters: {
    batchRows: optional(
      whole({ about: "Rows at which a batch is inserted.", min: 1, max: 100_000_000 }),
      10_000,
      {
        source: "ClickHouse docs: better 10,000 to 100,000 rows an insert",
        date: "2025-01",
      },
    ),
    flush: optional(duration("How long a batch waits to fill."), 1, {
      source: "ClickHouse async_insert_busy_timeout_ms in the cloud",
      date: "2025-01",
    }),
    insert: optional(duration("What an insert takes, however small.", { zero: true }), 0.15, ASSUMED),
    rowsPerSecond: optional(
      number({ about: "How fast a node loads.", min: 1, max: 1e9, unit: "rows a second" }),
      300_000,
      {
        source: "ClickBench load times: 200,000 to 400,000 wide rows a second a node",
        date: "2026-08",
      },
    ),
    nodes: optional(whole({ about: "Nodes that load side by side.", min: 1, max: 1000 }), 1),
    retention: optional(duration("How long rows are kept."), 30 * 86_400, ASSUMED),
  },
  role: "end",
  links: "each",
  queues: true,
  build(given, builder) {
    const station = builder.batches(
      { distribution: "deterministic", mean: given.insert },
      {
        servers: given.nodes,
        least: given.batchRows,
        timeout: given.flush,
        perRecord: 1 / given.rowsPerSecond,
      },
    )
    const counts = () => ({ inserts: station.batches })
    return { entry: station, exit: station, workers: [station], wait: station.wait, counts }
  },
  cost(given, usage) {
    const kept = (bytesPerMonth(usage) * given.retention) / (usage.hours * 3600)
    return [
      priced("machine", given.nodes * usage.hours, "nodes of this size"),
      priced("diskStorage", kept / GB, "rows are kept without compression"),
    ]
  },
})
