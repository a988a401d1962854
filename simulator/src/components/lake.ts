import { priced } from "../cost/line.ts"
import { duration, number, whole } from "../design/scalars.ts"
import { optional } from "../design/schema.ts"
import { ASSUMED, component } from "./component.ts"
import { bytesPerMonth, GB } from "./usage.ts"

export const lake = component({
  about:
    "Files in object storage with a table format: each commit adds files, and compaction makes few large ones of them.",
  parameters: {
    commit: optional(duration("From one commit to the next."), 60, ASSUMED),
    writers: optional(
      whole({ about: "Writers, each of which adds a file to a commit.", min: 1, max: 10_000 }),
      4,
      ASSUMED,
    ),
    commitTime: optional(duration("What a commit takes.", { zero: true }), 2, ASSUMED),
    bytesPerSecond: optional(
      number({ about: "How fast a writer writes.", min: 1, max: 1e12, unit: "bytes a second" }),
      50e6,
      ASSUMED,
    ),
    compaction: optional(duration("From one compaction to the next; never when left out."), null),
    fileBytes: optional(
      number({ about: "Size that compaction aims at.", min: 1, max: 1e12, unit: "bytes" }),
      134_217_728,
      ASSUMED,
    ),
  },
  role: "end",
  links: "each",
  queues: true,
  build(given, builder) {
    const perRecord = builder.surroundings.recordBytes / (given.bytesPerSecond * given.writers)
    const work = { distribution: "deterministic", mean: given.commitTime } as const
    const station = builder.batches(work, {
      perRecord,
      schedule: { every: given.commit, offset: given.commit },
    })
    const counts = () => ({
      commits: station.batches,
      files: station.batches * given.writers,
      missedRuns: station.missed,
    })
    return { entry: station, exit: station, workers: [station], wait: station.wait, counts }
  },
  cost(given, usage) {
    const bytes = bytesPerMonth(usage)
    const files = (usage.counts["files"] ?? 0) * usage.perMonth
    const compacted = given.compaction === null ? 0 : bytes / given.fileBytes
    const reads = given.compaction === null ? 0 : files
    return [
      priced("objectStorage", bytes / GB, "a month’s records are kept, without compression"),
      priced("objectPut", (files + compacted) / 1000, "one write for each file, small or compacted"),
      priced("objectGet", reads / 1000, "compaction reads every small file once"),
    ]
  },
})
