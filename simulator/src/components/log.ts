import { priced } from "../cost/line.ts"
import { choice, duration, number, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { Metric } from "../engine/metric.ts"
import { ASSUMED, component } from "./component.ts"
import { bytesPerMonth, GB } from "./usage.ts"

/** Seconds until a write is acknowledged: LinkedIn's 2014 benchmark has a median of 2 ms with replication. */
const ACKNOWLEDGED = { all: 0.002, leader: 0.001, none: 0 } as const
/** Requests that a producer has under way at once (Kafka's max.in.flight.requests.per.connection). */
const IN_FLIGHT = 5

export const log = component({
  about: "A partitioned, replicated log: records of one key stay in one partition, in order.",
  parameters: {
    partitions: optional(whole({ about: "Partitions.", min: 1, max: 1000 }), 12, ASSUMED),
    replication: optional(whole({ about: "Copies of each record.", min: 1, max: 9 }), 3, ASSUMED),
    brokers: optional(whole({ about: "Brokers.", min: 1, max: 1000 }), 4, {
      source: "ApsaraMQ for Confluent: at least 4",
      date: "2025-07",
    }),
    acks: optional(
      choice("Who must have a record before it is acknowledged.", ["all", "leader", "none"]),
      "all",
      {
        source: "Kafka ProducerConfig",
        date: "2025-03",
      },
    ),
    batchBytes: optional(
      number({ about: "Size at which a batch is sent.", min: 1, max: 1e8, unit: "bytes" }),
      16_384,
      {
        source: "Kafka ProducerConfig, batch.size",
        date: "2025-03",
      },
    ),
    linger: optional(duration("How long a batch waits to fill.", { zero: true }), 0.005, {
      source: "Kafka ProducerConfig, linger.ms since 4.0",
      date: "2025-03",
    }),
    partitionBytesPerSecond: optional(
      number({ about: "What a partition takes in.", min: 1, max: 1e12, unit: "bytes a second" }),
      30e6,
      { source: "Tencent CKafka: 30 to 60 MB/s at acks=1", date: "2025-01" },
    ),
    retention: optional(duration("How long records are kept."), 604_800, {
      source: "Kafka log.retention.hours",
      date: "2025-03",
    }),
  },
  role: "step",
  links: "each",
  queues: true,
  build(given, builder) {
    const { recordBytes } = builder.surroundings
    const wait = new Metric()
    const least = Math.max(1, Math.floor(given.batchBytes / recordBytes))
    const work = { distribution: "deterministic", mean: ACKNOWLEDGED[given.acks] } as const
    const perRecord = (IN_FLIGHT * recordBytes) / given.partitionBytesPerSecond
    const timeout = Math.max(given.linger, 1e-9)
    const make = (at: number) =>
      builder.batches(
        work,
        { servers: IN_FLIGHT, least, most: least, perRecord, timeout, wait },
        `service-${at}`,
      )
    const { router, stations } = builder.byKey(given.partitions, make)
    return { entry: router, exit: router, workers: stations, wait, router, brokers: given.brokers }
  },
  cost(given, usage) {
    const perCopy = bytesPerMonth(usage) / GB
    const kept = (usage.rate * usage.recordBytes * given.retention * given.replication) / GB
    return [
      priced("mskBroker", given.brokers * usage.hours, `${given.brokers} brokers of this size`),
      priced("mskStorage", kept, `${given.replication} copies kept for ${given.retention} s`),
      priced("crossZone", perCopy * (given.replication - 1), "each further copy crosses zones once"),
    ]
  },
})
