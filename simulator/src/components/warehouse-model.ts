import { priced } from "../cost/line.ts"
import { choice, duration, number } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"
import { bytesPerMonth, GB } from "./usage.ts"

export const warehouseModel = component({
  about:
    "A table that a warehouse builds again on a schedule: from what is new, or every time from everything.",
  parameters: {
    mode: optional(choice("What a run reads.", ["incremental", "full"]), "incremental", ASSUMED),
    every: optional(duration("From one run to the next."), 3600, ASSUMED),
    overhead: optional(duration("What a run takes, however little there is.", { zero: true }), 30, ASSUMED),
    bytesPerSecond: optional(
      number({ about: "How fast a run reads.", min: 1, max: 1e12, unit: "bytes a second" }),
      1e9,
      ASSUMED,
    ),
    historyBytes: optional(
      number({ about: "What is in the table already.", min: 0, max: 1e18, unit: "bytes" }),
      0,
    ),
  },
  role: "end",
  links: "each",
  queues: true,
  build(given, builder) {
    const { recordBytes } = builder.surroundings
    const full = given.mode === "full"
    const mean = given.overhead + (full ? given.historyBytes / given.bytesPerSecond : 0)
    const perRecord = recordBytes / given.bytesPerSecond
    const station = builder.batches(
      { distribution: "deterministic", mean },
      { perRecord, perHistory: full ? perRecord : 0, schedule: { every: given.every, offset: given.every } },
    )
    return {
      entry: station,
      exit: station,
      workers: [station],
      wait: station.wait,
      counts: () => ({ runs: station.batches, missedRuns: station.missed, rows: station.tally.left }),
    }
  },
  cost(given, usage) {
    const runs = (usage.hours * 3600) / given.every
    const fresh = bytesPerMonth(usage)
    const kept = given.historyBytes + fresh
    const scanned = given.mode === "full" ? runs * (given.historyBytes + fresh / 2) : fresh
    return [
      priced(
        "warehouseScan",
        scanned / 1e12,
        given.mode === "full" ? "every run reads all" : "a run reads what is new",
      ),
      priced("warehouseStorage", kept / GB, "a month’s records are kept, without compression"),
    ]
  },
})
