import type { Answer } from "../answers/answer.ts"
import type { Interval, Summary } from "../engine/metric.ts"
import { inRow } from "./cases.ts"
import { mmc, tandem } from "./queues.ts"

/** A design whose reported intervals should hold the truth in 95 of 100 runs. */
export interface CoverageCase {
  name: string
  design: Record<string, unknown>
  summary(answer: Answer): Summary | null | undefined
  truth: Partial<Record<keyof Summary["ci95"], number>>
}

const station = (id: string, servers = 1) => ({
  id,
  type: "station",
  servers,
  service: { distribution: "exponential", mean: 1 },
})

const line = (load: number, servers: number): CoverageCase => {
  const { wait, quantile } = mmc(load * servers, 1, servers)
  return {
    name: `M/M/${servers} at ${load}: wait`,
    design: inRow(load * servers, [station("q", servers)]),
    summary: (answer) => answer.components["q"]?.wait,
    truth: { mean: wait, p50: quantile(0.5), p90: quantile(0.9), p99: quantile(0.99), p999: quantile(0.999) },
  }
}

export const COVERAGE: CoverageCase[] = [
  line(0.5, 1),
  line(0.8, 1),
  line(0.9, 1),
  line(0.9, 8),
  {
    name: "four stages at 0.8: latency",
    design: inRow(
      0.8,
      ["a", "b", "c", "d"].map((id) => station(id)),
    ),
    summary: (answer) => answer.endToEnd.latency,
    truth: {
      mean: tandem(0.8, 1, 4).latency,
      p50: tandem(0.8, 1, 4).quantile(0.5),
      p90: tandem(0.8, 1, 4).quantile(0.9),
      p99: tandem(0.8, 1, 4).quantile(0.99),
      p999: tandem(0.8, 1, 4).quantile(0.999),
    },
  },
]

/** Whether an interval holds the truth; one that isn't given doesn't. */
export const holds = (interval: Interval | null | undefined, truth: number): boolean =>
  interval !== null && interval !== undefined && interval[0] <= truth && truth <= interval[1]
