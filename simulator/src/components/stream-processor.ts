import { priced } from "../cost/line.ts"
import { choice, duration, flag, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { timing } from "../design/workload.ts"
import { Metric } from "../engine/metric.ts"
import type { Hold } from "../engine/nodes/hold.ts"
import type { Station } from "../engine/nodes/station.ts"
import { Replay } from "../engine/nodes/replay.ts"
import { ASSUMED, component } from "./component.ts"
import { chain } from "./chain.ts"
import { nextStrike, windowEnd } from "./moments.ts"

export const streamProcessor = component({
  about: "Works on records as they come, with state by key, windows, a watermark and checkpoints.",
  parameters: {
    parallelism: optional(whole({ about: "Workers.", min: 1, max: 1000 }), 4, ASSUMED),
    service: optional(
      timing("Work on a record."),
      { distribution: "exponential", mean: 2e-5 },
      {
        source: "Nexmark on Flink 1.13: about 50,000 keyed aggregations a second a core",
        date: "2022-06",
      },
    ),
    keyed: optional(flag("Records of one key go to one worker; otherwise to whichever is free."), true),
    window: optional(
      duration("Results appear when their window of event time closes; at once when left out."),
      null,
    ),
    outOfOrder: optional(duration("How far the watermark stays behind the newest event.", { zero: true }), 0),
    allowedLateness: optional(
      duration("How long after its window has closed a record still counts.", { zero: true }),
      0,
    ),
    checkpoint: optional(duration("From one checkpoint to the next."), 60, {
      source: "AWS Managed Service for Apache Flink default",
      date: "2025-01",
    }),
    guarantee: optional(
      choice("What a crash does: nothing twice and nothing lost, some twice, or some lost.", [
        "exactly-once",
        "at-least-once",
        "at-most-once",
      ]),
      "exactly-once",
      { source: "Flink CheckpointingMode default", date: "2025-01" },
    ),
  },
  role: "step",
  links: "each",
  queues: true,
  build(given, builder) {
    const wait = new Metric()
    const every = Math.max(builder.ticks(given.checkpoint), 1)
    const one = (servers: number, purpose: string) =>
      builder.station(servers, given.service, { purpose, wait })
    const { router, stations } = given.keyed
      ? builder.byKey(given.parallelism, (at) => one(1, `service-${at}`))
      : builder.byKey(1, () => one(given.parallelism, "service"))
    const replay = new Replay(builder.engine, builder.id, every, given.guarantee)
    const holds: Hold[] = []
    if (given.window !== null)
      holds.push(
        builder.hold(
          windowEnd(
            builder.ticks(given.window),
            builder.ticks(given.outOfOrder),
            builder.ticks(given.allowedLateness),
          ),
        ),
      )
    if (given.guarantee === "exactly-once") holds.push(builder.hold(nextStrike(every, 0)))
    const commit = given.guarantee === "exactly-once" ? holds.at(-1) : undefined
    const exit = chain(replay, holds)
    for (const station of stations) station.out = replay
    return {
      entry: router,
      exit,
      workers: stations,
      wait,
      router,
      holds,
      crashed: () => replay.crash(router, stations as Station[], commit),
      counts: () => ({ late: holds.reduce((sum, hold) => sum + hold.late, 0), replayed: replay.replayed }),
    }
  },
  cost(given, { hours }) {
    const units = given.parallelism + 1
    return [priced("flinkUnit", units * hours, "one unit for each worker and one that directs them")]
  },
})
