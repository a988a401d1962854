import type { Answer } from "../answers/answer.ts"
import { bulkService, mmck, withBreakdowns } from "./markov.ts"
import {
  batchArrivals,
  dm1,
  erlangB,
  forkJoinOfTwo,
  mg1,
  mm1k,
  mmc,
  priorities,
  sizeOrTimeout,
  tandem,
  vacations,
} from "./queues.ts"

/** A figure that theory knows: what an answer says of it should be near `expected`. */
export interface Figure {
  what: string
  expected: number
  read(answer: Answer): number
}

/** A design with what theory says of it. */
export interface Case {
  name: string
  /** The design document, without `run`. */
  design: Record<string, unknown>
  figures: Figure[]
}

type Part = Record<string, unknown> & { id: string }

const exponential = (mean: number) => ({ distribution: "exponential", mean })
const station = (id: string, more: Record<string, unknown> = {}): Part => ({
  id,
  type: "station",
  service: exponential(1),
  ...more,
})

/** A design of parts in a row, from a source to a sink. */
export function inRow(
  rate: number,
  parts: Part[],
  source: Record<string, unknown> = {},
): Record<string, unknown> {
  const components = [{ id: "in", type: "source", ...source }, ...parts, { id: "out", type: "sink" }]
  const links = components.slice(1).map(({ id }, at) => ({ from: components[at]?.id, to: id }))
  return { format: "backfill-design/1", workload: { rate }, components, links, growth: false }
}

const wait = (expected: number): Figure => ({
  what: "mean wait",
  expected,
  read: (answer) => answer.components["q"]?.wait?.mean ?? Number.NaN,
})
const wait99 = (expected: number): Figure => ({
  what: "p99 of the wait",
  expected,
  read: (answer) => answer.components["q"]?.wait?.p99 ?? Number.NaN,
})
const latency = (expected: number): Figure => ({
  what: "mean latency",
  expected,
  read: (answer) => answer.endToEnd.latency.mean,
})
const loss = (expected: number): Figure => ({
  what: "share lost",
  expected,
  read: (answer) => answer.components["q"]?.lossShare ?? Number.NaN,
})
const busy = (expected: number): Figure => ({
  what: "utilisation",
  expected,
  read: (answer) => answer.components["q"]?.utilisation ?? Number.NaN,
})
const present = (expected: number): Figure => ({
  what: "mean number there",
  expected,
  read: (answer) => answer.components["q"]?.present.mean ?? Number.NaN,
})

const loads = [0.3, 0.5, 0.8, 0.9]

const oneServer: Case[] = loads.map((rate) => ({
  name: `M/M/1 at ${rate}`,
  design: inRow(rate, [station("q")]),
  figures: [
    wait(mmc(rate, 1, 1).wait),
    wait99(mmc(rate, 1, 1).quantile(0.99)),
    busy(rate),
    present(rate / (1 - rate)),
  ],
}))

const servers: Case[] = [
  [2, 0.8],
  [8, 0.5],
  [8, 0.9],
  [32, 0.9],
].map(([c = 1, load = 0]) => ({
  name: `M/M/${c} at ${load}`,
  design: inRow(c * load, [station("q", { servers: c })]),
  figures: [wait(mmc(c * load, 1, c).wait), wait99(mmc(c * load, 1, c).quantile(0.99)), busy(load)],
}))

const services: Case[] = (
  [
    ["M/D/1", { distribution: "deterministic", mean: 1 }, 0],
    ["M/E₂/1", { distribution: "erlang", mean: 1, k: 2 }, 0.5],
    ["M/H₂/1 with scv 4", { distribution: "hyperexponential", mean: 1, scv: 4 }, 4],
    ["M/LN/1 with scv 2", { distribution: "lognormal", mean: 1, scv: 2 }, 2],
  ] as const
).map(([name, service, scv]) => ({
  name: `${name} at 0.8`,
  design: inRow(0.8, [station("q", { service })]),
  figures: [wait(mg1(0.8, 1, scv)), busy(0.8)],
}))

const lines: Case[] = [
  {
    name: "D/M/1 at 0.8",
    design: inRow(0.8, [station("q")], { arrivals: "deterministic" }),
    figures: [wait(dm1(0.8, 1))],
  },
  {
    name: "batches of 5, one server, at 0.7",
    design: inRow(0.7, [station("q")], { arrivals: "batch", batchSize: 5 }),
    figures: [wait(batchArrivals(0.7, 1, 5)), busy(0.7)],
  },
  {
    name: "M/M/1 with 5 waiting places at 0.8",
    design: inRow(0.8, [station("q", { buffer: 5 })]),
    figures: [loss(mm1k(0.8, 1, 5).loss), wait(mm1k(0.8, 1, 5).wait)],
  },
  {
    name: "M/M/4 without waiting places, offered 3",
    design: inRow(3, [station("q", { servers: 4, buffer: 0 })]),
    figures: [loss(erlangB(4, 3))],
  },
  {
    name: "M/M/4 with 3 waiting places, offered 3.6",
    design: inRow(3.6, [station("q", { servers: 4, buffer: 3 })]),
    figures: [loss(mmck(3.6, 1, 4, 3))],
  },
  {
    name: "vacations of mean 2, at 0.6",
    design: inRow(0.6, [station("q", { vacation: exponential(2) })]),
    figures: [wait(vacations(0.6, 1, 1, 2, 1)), busy(0.6)],
  },
  {
    name: "breakdowns: up 10, repair 2, at 0.5",
    design: inRow(0.5, [station("q", { breakdown: { every: exponential(10), repair: exponential(2) } })]),
    figures: [present(withBreakdowns(0.5, 1, 10, 2)), latency(withBreakdowns(0.5, 1, 10, 2) / 0.5)],
  },
  {
    name: "batches of 10 or after 5 s, at 1 a second",
    design: inRow(1, [
      station("q", {
        servers: 100,
        batchSize: 10,
        batchTimeout: 5,
        service: { distribution: "deterministic", mean: 0.001 },
      }),
    ]),
    figures: [wait(sizeOrTimeout(1, 10, 5))],
  },
  {
    name: "one server that takes 5 at a time, at 0.6",
    design: inRow(3, [station("q", { batchSize: 5 })]),
    figures: [wait(bulkService(3, 1, 5) / 3), busy(0.6)],
  },
]

const classes = [
  { rate: 0.2, mean: 1, scv: 1 },
  { rate: 0.3, mean: 1, scv: 1 },
  { rate: 0.3, mean: 1, scv: 1 },
]

const networks: Case[] = [
  {
    name: "three priorities at 0.8",
    design: {
      ...inRow(1, [station("q", { discipline: "priority" })]),
      components: [
        ...classes.map(({ rate }, priority) => ({ id: `in${priority}`, type: "source", rate, priority })),
        station("q", { discipline: "priority" }),
        { id: "out", type: "sink" },
      ],
      links: [
        ...classes.map((_, priority) => ({ from: `in${priority}`, to: "q" })),
        { from: "q", to: "out" },
      ],
    },
    figures: priorities(classes).map((expected, priority) => ({
      what: `mean wait of priority ${priority}`,
      expected,
      read: (answer) => answer.components["q"]?.waitByPriority?.[String(priority)]?.mean ?? Number.NaN,
    })),
  },
  {
    name: "four stages in a row at 0.8",
    design: inRow(
      0.8,
      ["q", "b", "c", "d"].map((id) => station(id)),
    ),
    figures: [
      latency(tandem(0.8, 1, 4).latency),
      {
        what: "p99 of the latency",
        expected: tandem(0.8, 1, 4).quantile(0.99),
        read: (answer) => answer.endToEnd.latency.p99,
      },
    ],
  },
  {
    name: "fork and join of two at 0.8",
    design: {
      ...inRow(0.8, []),
      components: [
        { id: "in", type: "source" },
        { id: "fork", type: "fork" },
        station("a"),
        station("b"),
        { id: "join", type: "join" },
        { id: "out", type: "sink" },
      ],
      links: [
        { from: "in", to: "fork" },
        { from: "fork", to: "a" },
        { from: "fork", to: "b" },
        { from: "a", to: "join" },
        { from: "b", to: "join" },
        { from: "join", to: "out" },
      ],
    },
    figures: [latency(forkJoinOfTwo(0.8, 1))],
  },
  {
    name: "Jackson network: a third goes back",
    design: {
      ...inRow(0.5, []),
      components: [
        { id: "in", type: "source" },
        station("q"),
        station("r", { servers: 2, service: exponential(2) }),
        { id: "out", type: "sink" },
      ],
      links: [
        { from: "in", to: "q" },
        { from: "q", to: "r" },
        { from: "r", to: "q", share: 1 / 3 },
        { from: "r", to: "out", share: 2 / 3 },
      ],
    },
    // Each record visits both stations 1.5 times on average; both see Poisson-like arrivals of 0.75 a second.
    figures: [
      wait(mmc(0.75, 1, 1).wait),
      latency(1.5 * (mmc(0.75, 1, 1).wait + 1 + mmc(0.75, 2, 2).wait + 2)),
    ],
  },
]

/** All cases, in the order of the published page. */
export const CASES: Case[] = [...oneServer, ...servers, ...services, ...lines, ...networks]
