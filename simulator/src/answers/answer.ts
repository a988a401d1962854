import type { CostLine } from "../cost/line.ts"
import type { Ending } from "../engine/engine.ts"
import type { Summary } from "../engine/metric.ts"

/** Times in seconds, rates in records a second. */
export interface ComponentAnswer {
  type: string
  /** Records that came while observed, and those that left, a second. */
  arrivalRate: number
  throughput: number
  /** Share of its servers' time that was worked; null where nothing works. */
  utilisation: number | null
  /** Time in the line before a service; null where there is no line. */
  wait: Summary | null
  waitByPriority?: Record<string, Summary>
  /** Records here, waiting and served: on average, at most, and at the end. */
  present: { mean: number; max: number; atEnd: number }
  /** Records turned away for want of room or as too late, over records that came. */
  lossShare: number
  lost: number
  /** Records refused as bad. */
  failed: number
  counts?: Record<string, number>
}

export interface ConsumerAnswer {
  latency: Summary
  /** How old the newest data were, on average over time, and at most. */
  staleness: { mean: number; max: number }
  duplicates: number
}

export interface ObjectiveAnswer {
  component: string
  share: number
  within: number
  met: boolean
  /** Start of the first window in which it was broken, in seconds from the start of the run, and in words. */
  brokenAt: number | null
  text: string
}

export interface FaultAnswer {
  type: string
  component: string
  from: number
  until: number
  /** From its end until no more records were under way than when it began; null when that didn't happen. */
  drain: number | null
}

export interface GrowthAnswer {
  factor: number
  throughput: number
  latency: Summary
  backlog: { mean: number; max: number; atEnd: number }
  lossShare: number
  costPerMonth: number
  limits: string[]
}

/** Everything a run has found out. `wallMs` is the only field that differs between two runs of one seed. */
export interface Answer {
  ok: true
  mode: "exact"
  /** How it was worked out: with the event list, or record by record where all lines are plain. */
  method: "events" | "fifo"
  seed: string
  /** Seconds in a tick of the clock. */
  tick: number
  events: number
  wallMs: number
  ended: Ending
  /** Simulated seconds, and the part of them that was observed. */
  simulated: number
  observed: number
  throughput: number
  components: Record<string, ComponentAnswer>
  endToEnd: { count: number; latency: Summary; eventTime: Summary }
  consumers: Record<string, ConsumerAnswer>
  backlog: { mean: number; max: number; atEnd: number; drain: number | null }
  loss: { dropped: number; failed: number; late: number; share: number }
  duplicates: { made: number; delivered: number }
  objectives: ObjectiveAnswer[]
  faults: FaultAnswer[]
  storedBytes: number
  cost: { perMonth: number; currency: "USD"; lines: CostLine[] }
  limits: string[]
  growth: GrowthAnswer[]
  /** Records counted twice over: those that came must be those that left and those still here. */
  conservation: Conservation
  /** How intervals are made. */
  intervals: string
}

export interface Conservation {
  emitted: number
  copied: number
  delivered: number
  dropped: number
  failed: number
  merged: number
  inside: number
  holds: boolean
}
