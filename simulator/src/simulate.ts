import type { Answer, GrowthAnswer } from "./answers/answer.ts"
import { collect } from "./answers/collect.ts"
import { roundAll } from "./answers/round.ts"
import type { Design } from "./design/document.ts"
import { FifoRun } from "./fifo/fifo-run.ts"
import { PoolRun } from "./fifo/pool-run.ts"
import { isLindley, rowOf } from "./fifo/row.ts"
import { buildNetwork } from "./network/network.ts"
import type { Network } from "./network/placed.ts"

/** How a run is made. */
export interface SimulateOptions {
  /** Any text; the same text gives the same answer. */
  seed?: string
  /** `events` keeps to the event list where the faster way would do; for comparing the two. */
  method?: "fastest" | "events"
}

/** The same design at these multiples of its rates, with at most so many completions. */
const GROWTH = [2, 10]
const GROWTH_CUSTOMERS = 50_000
const GROWTH_EVENTS = 2_000_000

/** Records or events that a step handles: some milliseconds of work. */
const STEP = 100_000

/** Makes a network’s run; `gaveUp` says that it won’t be brought to its end in this way. */
interface Runner {
  advance(limit: number): boolean
  readonly gaveUp?: boolean
}

/** One network on its way. */
class Leg {
  network: Network
  method: "events" | "fifo"
  private runner: Runner
  private readonly build: () => Network

  constructor(build: () => Network, method: SimulateOptions["method"]) {
    this.build = build
    this.network = build()
    const { engine } = this.network
    const row = method === "events" ? null : rowOf(engine)
    if (row !== null && isLindley(row)) this.runner = new FifoRun(engine, row)
    else if (row?.stations.length === 1) this.runner = new PoolRun(engine, row)
    else this.runner = engine
    this.method = this.runner === engine ? "events" : "fifo"
    if (this.runner === engine) engine.begin()
  }

  advance(): boolean {
    const isOver = this.runner.advance(STEP)
    if (this.runner.gaveUp !== true) return isOver
    this.beginAgain()
    return false
  }

  /** From the start with the event list, which stops at its bounds with everything in its place. */
  private beginAgain(): void {
    this.network = this.build()
    this.network.engine.begin()
    this.runner = this.network.engine
    this.method = "events"
  }

  /** From 0 to 1. */
  progress(): number {
    const { engine } = this.network
    const { bounds, completed } = engine
    const done = Math.max(completed / bounds.customers, engine.events / bounds.events)
    return Math.min(
      1,
      bounds.customers === Number.POSITIVE_INFINITY
        ? Math.max(done, (engine.time[0] as number) / bounds.horizon)
        : done,
    )
  }
}

/**
 * A run that is made in steps of a few milliseconds, so that whoever makes it can show progress, or stop. It knows no
 * clock: `wallMs` is 0 until the caller fills it in.
 */
export class Simulation {
  private readonly design: Design
  private readonly seed: string
  private readonly options: SimulateOptions
  private leg: Leg
  private main: ReturnType<typeof collect> | null = null
  private readonly growth: GrowthAnswer[] = []

  constructor(design: Design, options: SimulateOptions = {}) {
    this.design = design
    this.options = options
    this.seed = options.seed ?? "1"
    this.leg = new Leg(() => buildNetwork(design, this.seed, 1), options.method)
  }

  /** Makes a step; true once there is an answer. */
  step(): boolean {
    if (!this.leg.advance()) return false
    const collected = collect(this.leg.network, this.leg.method)
    if (this.main === null) this.main = collected
    else this.growth.push(growthOf(GROWTH[this.growth.length] ?? 1, collected))
    const factor = this.design.growth ? GROWTH[this.growth.length] : undefined
    if (factor === undefined) return true
    this.leg = new Leg(() => this.grown(factor), this.options.method)
    return false
  }

  private grown(factor: number): Network {
    const network = buildNetwork(shortened(this.design), this.seed, factor)
    const { bounds } = network.engine
    bounds.events = Math.min(bounds.events, GROWTH_EVENTS)
    return network
  }

  /** How much of the way is done, from 0 to 1. */
  progress(): number {
    return this.main === null ? 0.9 * this.leg.progress() : 0.9 + 0.05 * this.growth.length
  }

  /** The answer; only once `step` has said that there is one. */
  answer(): Answer {
    if (this.main === null) throw new Error("The run has no answer yet: make steps until `step` says so.")
    const { ok, mode, method, seed, tick, events, limits, conservation, intervals, ...rest } = this.main
    const answer = {
      ok,
      mode,
      method,
      seed,
      tick,
      events,
      wallMs: 0,
      ...rest,
      limits,
      growth: this.growth,
      conservation,
      intervals,
    }
    return { ...roundAll(answer), tick }
  }
}

/** Runs a design from beginning to end. */
export function simulate(design: Design, options: SimulateOptions = {}): Answer {
  const simulation = new Simulation(design, options)
  while (!simulation.step());
  return simulation.answer()
}

/** A shorter run for a look at growth. */
function shortened(design: Design): Design {
  const { customers, warmup } = design.run
  if (customers === null) return design
  const run = {
    ...design.run,
    customers: Math.min(customers, GROWTH_CUSTOMERS),
    warmup: Math.min(warmup, GROWTH_CUSTOMERS / 10),
  }
  return { ...design, run }
}

function growthOf(
  factor: number,
  { throughput, endToEnd, backlog, loss, cost, limits }: ReturnType<typeof collect>,
): GrowthAnswer {
  const { mean, max, atEnd } = backlog
  return {
    factor,
    throughput,
    latency: endToEnd.latency,
    backlog: { mean, max, atEnd },
    lossShare: loss.share,
    costPerMonth: cost.perMonth,
    limits,
  }
}
