import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { COMPONENTS } from "./components/all.ts"
import { readDesign } from "./design/read.ts"
import { Simulation } from "./simulate.ts"
import { bytesOf, runDocument, sound } from "./test-designs.ts"
import { inRow } from "./theory/cases.ts"

/** Designs to try: 500 with every change, thousands by night. */
const DESIGNS = Number(process.env["SIMULATOR_DESIGNS"] ?? 500)
const SEED = Number(process.env["SIMULATOR_SEED"] ?? 20_261_121)

const timing = fc.oneof(
  fc.record({
    distribution: fc.constantFrom("exponential", "deterministic"),
    mean: fc.double({ min: 1e-6, max: 10, noNaN: true }),
  }),
  fc.record({
    distribution: fc.constant("erlang"),
    mean: fc.double({ min: 1e-3, max: 1, noNaN: true }),
    k: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    distribution: fc.constantFrom("hyperexponential", "lognormal"),
    mean: fc.double({ min: 1e-3, max: 1, noNaN: true }),
    scv: fc.double({ min: 1, max: 30, noNaN: true }),
  }),
)
const station = fc.record(
  {
    type: fc.constant("station"),
    service: timing,
    servers: fc.integer({ min: 1, max: 20 }),
    buffer: fc.integer({ min: 0, max: 50 }),
    discipline: fc.constantFrom("fifo", "priority"),
    batchSize: fc.integer({ min: 1, max: 20 }),
    batchTimeout: fc.double({ min: 1e-3, max: 5, noNaN: true }),
    vacation: timing,
    breakdown: fc.record({ every: timing, repair: timing }),
  },
  { requiredKeys: ["type", "service"] },
)
const TYPES = Object.keys(COMPONENTS).filter(
  (type) => !["source", "station", "sink", "fork", "join"].includes(type),
)
const part = fc.oneof(station, fc.record({ type: fc.constantFrom(...TYPES) }))
const source = fc.record(
  {
    type: fc.constant("source"),
    rate: fc.double({ min: 0.1, max: 2000, noNaN: true }),
    arrivals: fc.constantFrom("poisson", "deterministic", "diurnal", "bursty"),
    priority: fc.integer({ min: 0, max: 15 }),
    keySkew: fc.double({ min: 0, max: 1, noNaN: true }),
    eventLag: timing,
  },
  { requiredKeys: ["type", "rate"] },
)
const fault = fc.record({
  type: fc.constantFrom(
    "crash",
    "slow-node",
    "network-cut",
    "poison-message",
    "schema-change",
    "partial-loss",
    "duplicates",
    "missed-schedule",
    "quota",
  ),
  at: fc.integer({ min: 0, max: 30 }),
  for: fc.integer({ min: 1, max: 30 }),
  on: fc.nat(20),
})

/** A random drawing without dead ends: every part leads on to later ones, the last to a sink, and sometimes back. */
const document = fc
  .record({
    sources: fc.array(source, { minLength: 1, maxLength: 3 }),
    parts: fc.array(part, { minLength: 1, maxLength: 8 }),
    jumps: fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { maxLength: 5 }),
    faults: fc.array(fault, { maxLength: 4 }),
    run: fc.oneof(
      fc.record({ customers: fc.integer({ min: 1, max: 1500 }), warmup: fc.integer({ min: 0, max: 200 }) }),
      fc.record({ duration: fc.integer({ min: 1, max: 60 }) }),
    ),
  })
  .map(({ sources, parts, jumps, faults, run }) => {
    const middle = parts.map((one, at) => ({ ...one, id: `p${at}` }))
    const components = [
      ...sources.map((one, at) => ({ ...one, id: `in${at}` })),
      ...middle,
      { id: "out", type: "sink" },
    ]
    const pairs = new Set([
      ...sources.map((_, at) => `in${at} p0`),
      ...middle.map(({ id }, at) => `${id} ${middle[at + 1]?.id ?? "out"}`),
    ])
    for (const [from, to] of jumps) pairs.add(`p${from % middle.length} p${to % middle.length}`)
    const links = [...pairs].map((pair) => ({ from: pair.split(" ")[0], to: pair.split(" ")[1] }))
    const extra: Record<string, object> = {
      "slow-node": { factor: 3 },
      "partial-loss": { share: 0.3 },
      duplicates: { share: 0.3 },
      quota: { rate: 5 },
    }
    const wrong = faults.map(({ on, ...one }) => ({
      ...one,
      component: `p${on % middle.length}`,
      ...extra[one.type],
    }))
    return {
      format: "backfill-design/1",
      components,
      links,
      faults: wrong,
      objectives: [{ within: 1 }],
      growth: false,
      run,
    }
  })

function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value]
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe("any design", () => {
  it(`is refused with a reason, or runs to an answer whose books balance (${DESIGNS} of them)`, {
    timeout: 3_600_000,
  }, () => {
    let ran = 0
    fc.assert(
      fc.property(document, fc.nat(1000), (random, seed) => {
        const { design, problems } = readDesign(random)
        if (design === null) {
          expect(problems.length).toBeGreaterThan(0)
          return
        }
        ran += 1
        const simulation = new Simulation(design, { seed: String(seed) })
        // A circle of copies may go on for long; a bounded number of steps shows that it neither hangs nor falls over.
        let steps = 0
        while (!simulation.step()) if ((steps += 1) > 3) return
        const answer = simulation.answer()
        expect(answer.conservation.holds).toBe(true)
        expect(numbersIn(answer).filter((one) => !Number.isFinite(one))).toEqual([])
        expect(numbersIn(answer.components).filter((one) => one < 0)).toEqual([])
      }),
      { seed: SEED, numRuns: DESIGNS },
    )
    expect(ran).toBeGreaterThan(DESIGNS / 2)
  })

  it("gives the same bytes for the same seed, and others for another", () => {
    const design = inRow(0.8, [
      { id: "q", type: "station", service: { distribution: "lognormal", mean: 1, scv: 2 } },
    ])
    const run = { customers: 5000, warmup: 100 }
    const bytes = ["1", "1", "2"].map((seed) => bytesOf(runDocument({ ...design, run }, { seed })))
    expect(bytes[0]).toBe(bytes[1])
    expect(bytes[0]).not.toBe(bytes[2])
  })

  it("never makes anybody wait longer for one more server (common random numbers)", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.double({ min: 0.3, max: 1.2, noNaN: true }),
        timing,
        fc.nat(1000),
        (servers, load, service, seed) => {
          const design = (c: number) => ({
            ...inRow((load * servers) / service.mean, [{ id: "q", type: "station", servers: c, service }]),
            run: { customers: 2000, warmup: 0 },
          })
          const wait = (c: number) => runDocument(design(c), { seed: String(seed) }).components["q"]?.wait
          const [fewer, more] = [wait(servers), wait(servers + 1)]
          expect(more?.mean).toBeLessThanOrEqual((fewer?.mean ?? 0) * (1 + 1e-6) + 1e-9)
          expect(more?.max).toBeLessThanOrEqual((fewer?.max ?? 0) * (1 + 1e-6) + 1e-9)
        },
      ),
      { seed: 3, numRuns: 40 },
    )
  })

  it("answers overload, and says in words what can’t keep up", () => {
    const station = { id: "q", type: "station", service: { distribution: "exponential", mean: 1 } }
    const answer = runDocument({ ...inRow(3, [station]), run: { customers: 2000, warmup: 0 } })
    expect(answer.limits[0]).toMatch(/^q can’t keep up: .* a second .* backlog grows by 1\d\d a minute\.$/)
  })

  it("can be given up after any step", () => {
    const station = { id: "q", type: "station", service: { distribution: "exponential", mean: 1 } }
    const simulation = new Simulation(
      sound({ ...inRow(0.8, [station]), run: { customers: 1e10, warmup: 0 } }),
    )
    for (let i = 0; i < 5; i += 1) expect(simulation.step()).toBe(false)
    expect(simulation.progress()).toBeGreaterThan(0)
    expect(() => simulation.answer()).toThrow(/no answer yet/)
  })
})
