import { describe, expect, it } from "vitest"
import { runDocument } from "../test-designs.ts"
import { inRow } from "../theory/cases.ts"

const fixed = (mean: number) => ({ distribution: "deterministic", mean })
const exponential = (mean: number) => ({ distribution: "exponential", mean })
const counted = { customers: 40_000, warmup: 2000 }

/** A part in the middle of a row, run for some records. */
const through = (part: Record<string, unknown>, rate = 100, run: object = counted, source = {}) =>
  runDocument({ ...inRow(rate, [{ id: "q", ...part }], source), run })

const near = (got: number, wanted: number, by = 0.02) => expect(Math.abs(got / wanted - 1)).toBeLessThan(by)

describe("what becomes visible at intervals", () => {
  it("is seen evenly late: between 0 and the interval, and the query on top", () => {
    const { latency } = through({ type: "dashboard", refresh: 10, query: 1 }).endToEnd
    near(latency.mean, 6)
    near(latency.p90, 10)
    near(latency.max, 11)
  })
  it.each([
    ["micro-batch", { every: 10, overhead: 1, recordsPerSecond: 1e9, workers: 1 }],
    ["scheduled-batch", { every: 10, overhead: 1, recordsPerSecond: 1e9, workers: 1 }],
    ["warehouse-model", { every: 10, overhead: 1, bytesPerSecond: 1e12 }],
    ["lake", { commit: 10, commitTime: 1, bytesPerSecond: 1e12 }],
    ["reverse-etl", { every: 10, overhead: 1, recordsPerSecond: 1e9 }],
    ["cdc", { poll: 10, batch: 10_000_000, recordsPerSecond: 1e9 }],
    ["alert", { every: 10, delivery: 1 }],
  ])("goes for %s", (type, parameters) =>
    near(through({ type, ...parameters }).endToEnd.latency.mean, type === "cdc" ? 5 : 6),
  )

  it("takes the stream processor’s windows and commits", () => {
    const quick = { type: "stream-processor", service: fixed(1e-6), checkpoint: 10 }
    near(through({ ...quick, guarantee: "exactly-once" }).endToEnd.latency.mean, 5)
    expect(through({ ...quick, guarantee: "at-least-once" }).endToEnd.latency.mean).toBeLessThan(0.001)
    near(
      through({ ...quick, guarantee: "at-least-once", window: 10, outOfOrder: 3 }).endToEnd.latency.mean,
      8,
    )
  })
})

describe("late data", () => {
  it("is dropped beyond the allowed lateness: the tail of the delay", () => {
    const answer = through(
      {
        type: "stream-processor",
        guarantee: "at-least-once",
        window: "1ms",
        allowedLateness: 2,
        service: fixed(1e-6),
      },
      200,
      counted,
      { eventLag: exponential(1) },
    )
    // The watermark follows the newest of 200 events a second: of those of the last y seconds, λ y² / 2 have come so far, so
    // it is behind by √(π / 2λ) on average.
    const allowed = 2 + Math.sqrt(Math.PI / 400)
    const beyond = Math.exp(-allowed)
    near(answer.loss.late / answer.conservation.emitted, beyond, 0.05)
    near(
      answer.endToEnd.eventTime.mean - answer.endToEnd.latency.mean,
      1 - (allowed * beyond) / (1 - beyond),
      0.02,
    )
  })
})

describe("components that share out and refuse", () => {
  it("balance the load in turn", () => {
    const { components } = runDocument({
      ...inRow(1, []),
      components: [
        { id: "in", type: "source", rate: 100 },
        { id: "lb", type: "load-balancer", hop: 0 },
        { id: "a", type: "api" },
        { id: "b", type: "api" },
      ],
      links: [
        { from: "in", to: "lb" },
        { from: "lb", to: "a" },
        { from: "lb", to: "b" },
      ],
      run: counted,
    })
    near(components["a"]?.arrivalRate ?? 0, components["b"]?.arrivalRate ?? 1, 0.001)
  })
  it.each([
    ["schema-registry", { invalid: 0.1 }],
    ["quality-gate", { bad: 0.1 }],
  ])("%s refuses its share", (type, parameters) => {
    const { loss, components } = through({ type, ...parameters })
    near(loss.share, 0.1, 0.05)
    expect(components["q"]?.failed).toBeGreaterThan(3000)
  })
  it("caches answer hits quickly and misses slowly", () => {
    const cache = { type: "cache", hits: 0.75, hit: fixed(0.001), miss: fixed(0.101), connections: 1000 }
    near(through(cache).endToEnd.latency.mean, 0.026)
  })
  it("logs send a batch when it is full or has lingered, and keep a key in its partition", () => {
    const log = {
      type: "log",
      partitions: 1,
      batchBytes: 10_000,
      linger: 5,
      acks: "none",
      partitionBytesPerSecond: 1e12,
    }
    // Ten records of 1,000 bytes at one a second: the same as batches of 10 or after 5 s.
    near(through(log, 1).components["q"]?.wait?.mean ?? 0, 2.8464)
    const skewed = through({ ...log, partitions: 4, linger: 0.001 }, 100, counted, { keySkew: 0.5 })
    expect(skewed.components["q"]?.utilisation).toBeLessThan(0.01)
  })
  it("column stores take rows in when a batch is full or has waited", () => {
    const olap = {
      type: "olap-store",
      batchRows: 10,
      flush: 5,
      insert: "1ns",
      rowsPerSecond: 1e9,
      nodes: 100,
    }
    near(through(olap, 1).components["q"]?.wait?.mean ?? 0, 2.8464)
  })
  it.each(["online-store", "feature-store", "api"])("%s passes records on", (type) => {
    expect(through({ type }).endToEnd.count).toBe(40_000)
  })
})

describe("faults", () => {
  const steady = { arrivals: "deterministic" }
  const run = { duration: 1000 }
  const withFault = (part: Record<string, unknown>, fault: Record<string, unknown>, rate = 10) =>
    runDocument({
      ...inRow(rate, [{ id: "q", ...part }], steady),
      faults: [
        { component: "q", at: 500, ...(fault["type"] === "price-change" ? {} : { for: 20 }), ...fault },
      ],
      objectives: [{ share: 0.99, within: 5 }],
      run,
    })
  const station = { type: "station", service: fixed(0.05) }

  it("crash: the backlog is λD, and drains in backlog / (μ − λ)", () => {
    const { backlog, faults, objectives } = withFault(station, { type: "crash" })
    near(backlog.max, 200, 0.02)
    near(faults[0]?.drain ?? 0, 200 / (20 - 10), 0.02)
    expect(objectives[0]).toMatchObject({ met: false, brokenAt: 480 })
    expect(objectives[0]?.text).toContain("minute 9")
  })
  it("network cut and quota hold records up without losing any", () => {
    for (const fault of [
      { type: "network-cut" },
      { type: "quota", rate: 5 },
      { type: "slow-node", factor: 10 },
    ]) {
      const answer = withFault(station, fault)
      expect(answer.loss.dropped + answer.loss.failed).toBe(0)
      expect(answer.backlog.max).toBeGreaterThan(90)
      expect(answer.faults[0]?.drain).toBeGreaterThan(5)
    }
  })
  it("partial loss, duplicates and a schema change take their share", () => {
    near(withFault(station, { type: "partial-loss", share: 0.5 }).loss.dropped, 100, 0.3)
    near(withFault(station, { type: "duplicates", share: 0.5 }).duplicates.delivered, 100, 0.3)
    near(withFault(station, { type: "schema-change" }).loss.failed, 200, 0.01)
    expect(withFault(station, { type: "poison-message" }).loss.failed).toBe(1)
  })
  it("late data come late by event time only", () => {
    const answer = runDocument({
      ...inRow(10, [{ id: "q", ...station }], steady),
      faults: [{ type: "late-data", component: "in", at: 0, for: 1000, share: 1, by: 60 }],
      run,
    })
    near(answer.endToEnd.eventTime.mean - answer.endToEnd.latency.mean, 60, 0.001)
  })
  it("a missed schedule makes a run take what two would have", () => {
    const part = { type: "scheduled-batch", every: 100, overhead: 1, recordsPerSecond: 1e6 }
    const answer = withFault(part, { type: "missed-schedule", at: 495 })
    near(answer.backlog.max, 2000, 0.02)
    expect(answer.components["q"]?.counts).toMatchObject({ missedRuns: 1 })
  })
  it("a lost broker stops its partitions, a hot partition takes more than its share", () => {
    const log = { type: "log", partitions: 4, brokers: 4, linger: 0, batchBytes: 1 }
    near(withFault(log, { type: "lost-broker" }, 100).backlog.max, 500, 0.15)
    const hot = withFault(
      { ...log, partitionBytesPerSecond: 40_000 },
      { type: "hot-partition", share: 0.9 },
      100,
    )
    expect(hot.backlog.max).toBeGreaterThan(500)
  })
  it("a price change counts from when it comes", () => {
    const part = { ...station, costPerHour: 1 }
    const { cost } = withFault(part, { type: "price-change", factor: 3 })
    expect(cost.perMonth).toBeCloseTo(730 * 2, 6)
  })

  describe("a crash between checkpoints", () => {
    const processor = (guarantee: string) => ({
      type: "stream-processor",
      guarantee,
      checkpoint: 10,
      service: fixed(0.001),
      parallelism: 1,
    })
    it("at least once repeats what was done since the last one: λ × the time since", () => {
      const answer = withFault(processor("at-least-once"), { type: "crash", at: 507 })
      near(answer.duplicates.delivered, 70, 0.03)
      expect(answer.loss.dropped).toBe(0)
    })
    it("exactly once repeats unseen", () => {
      const answer = withFault(processor("exactly-once"), { type: "crash", at: 507 })
      expect(answer.duplicates.delivered).toBe(0)
      expect(answer.loss.dropped).toBe(0)
      near(answer.components["q"]?.counts?.["replayed"] ?? 0, 70, 0.03)
    })
    it("at most once loses what was under way", () => {
      const slow = { ...processor("at-most-once"), service: fixed(0.099) }
      expect(withFault(slow, { type: "crash", at: 507.05 }).loss.dropped).toBe(1)
    })
    it("on the very tick of a checkpoint repeats nothing but what comes at that tick", () => {
      const onTick = withFault(processor("at-least-once"), { type: "crash", at: 510 }).duplicates.delivered
      const before = withFault(processor("at-least-once"), { type: "crash", at: 509.95 }).duplicates.delivered
      const after = withFault(processor("at-least-once"), { type: "crash", at: 510.15 }).duplicates.delivered
      expect([onTick, after]).toEqual([0, 2])
      near(before, 100, 0.02)
    })
  })
})

describe("a station that never gets to work", () => {
  it("isn’t called the busiest, with a rate at which it would be full", () => {
    const faults = [{ type: "crash", component: "q", at: 0, for: "520w" }]
    const idle = runDocument({
      ...inRow(0.8, [{ id: "q", type: "station", service: exponential(1) }]),
      faults,
      run: { customers: 100 },
    })
    expect(idle.limits).toEqual([expect.stringMatching(/^Only 0 of 100 records were completed/)])
  })
})
