import { describe, expect, it } from "vitest"
import { Simulation } from "../simulate.ts"
import { bytesOf, runDocument, sound } from "../test-designs.ts"
import { inRow } from "../theory/cases.ts"

const exponential = (mean: number) => ({ distribution: "exponential", mean })
const fixed = (mean: number) => ({ distribution: "deterministic", mean })
const station = (id: string, service: object, more = {}) => ({ id, type: "station", service, ...more })
const regular = { arrivals: "deterministic" }

const rows: [string, Record<string, unknown>][] = [
  ["M/M/1", inRow(0.8, [station("q", exponential(1))])],
  [
    "four stages",
    inRow(
      0.8,
      ["a", "b", "c", "d"].map((id) => station(id, exponential(1))),
    ),
  ],
  ["D/D/1 where everything happens at once", inRow(1, [station("q", fixed(1))], regular)],
  [
    "stages in step",
    inRow(0.5, [station("a", fixed(1)), station("b", fixed(2)), station("c", fixed(1))], regular),
  ],
  ["more than one server can do", inRow(3, [station("a", exponential(1)), station("b", exponential(2))])],
  ["M/M/8", inRow(7.2, [station("q", exponential(1), { servers: 8 })])],
  ["M/M/8 with little to do", inRow(2, [station("q", exponential(1), { servers: 8 })])],
  ["M/M/32, as many as a list takes", inRow(29, [station("q", exponential(1), { servers: 32 })])],
  ["M/M/40, past the list in order", inRow(36, [station("q", exponential(1), { servers: 40 })])],
  ["more than two servers can do", inRow(5, [station("q", exponential(1), { servers: 2 })])],
  ["D/D/3 in step", inRow(1, [station("q", fixed(3), { servers: 3 })], regular)],
  ["services of next to nothing", inRow(5, [station("q", exponential(1e-9), { servers: 2 })])],
  [
    "other distributions",
    inRow(
      0.8,
      [
        station("a", { distribution: "hyperexponential", mean: 1, scv: 4 }),
        station("b", { distribution: "erlang", mean: 1, k: 3 }),
        station("c", { distribution: "lognormal", mean: 1, scv: 2 }),
      ],
      { arrivals: "bursty" },
    ),
  ],
  ["five waiting places", inRow(0.8, [station("q", exponential(1), { buffer: 5 })])],
  ["no waiting places", inRow(3, [station("q", exponential(1), { servers: 4, buffer: 0 })])],
  ["D/D/2 with one place, in step", inRow(1, [station("q", fixed(3), { servers: 2, buffer: 1 })], regular)],
]

describe("working a row through record by record", () => {
  it.each(rows)("gives the same bytes as the event list: %s", (_name, design) => {
    const runs = [
      { customers: 8000, warmup: 500 },
      { customers: 30_000, warmup: 2500 },
      { customers: 700, warmup: 7 },
      { customers: 1, warmup: 0 },
    ]
    for (const run of runs)
      for (const seed of ["1", "2"]) {
        const fast = runDocument({ ...design, run }, { seed })
        const slow = runDocument({ ...design, run }, { seed, method: "events" })
        expect([fast.method, slow.method]).toEqual(["fifo", "events"])
        expect(bytesOf(fast)).toBe(bytesOf(slow))
      }
  })

  it.each([
    ["one server", [station("q", exponential(1000))]],
    ["two servers", [station("q", exponential(1000), { servers: 2 })]],
    ["more than is remembered of three stages", ["a", "b", "c"].map((id) => station(id, exponential(1000)))],
  ])(
    "leaves to the event list what never stops piling up: %s",
    (_name, stations) => {
      const design = { ...inRow(100_000, stations), run: { customers: 2000 }, growth: false }
      const answer = runDocument(design)
      expect(answer).toMatchObject({ method: "events", ended: "events", conservation: { holds: true } })
      expect(answer.backlog.atEnd).toBeGreaterThan(1_000_000)
      expect(answer.limits.join(" ")).toMatch(/can’t keep up: (99,\d00|100,000) records come/)
    },
    120_000,
  )

  it("keeps runs apart that are made by turns", () => {
    const [row, pool] = [0, 5].map((at) =>
      sound({ ...rows[at]?.[1], run: { customers: 250_000, warmup: 9 } }),
    )
    if (row === undefined || pool === undefined) throw new Error("no designs")
    const alone = [row, pool].map((design) => bytesOf(runToEnd(new Simulation(design))))
    const [one, other] = [new Simulation(row), new Simulation(pool)]
    one.step()
    other.step()
    expect([bytesOf(runToEnd(one)), bytesOf(runToEnd(other))]).toEqual(alone)
  })
})

function runToEnd(simulation: Simulation) {
  while (!simulation.step());
  return simulation.answer()
}
