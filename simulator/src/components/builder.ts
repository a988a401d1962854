import { type Bits, bitsFor, nextBits } from "../draws/bits.ts"
import { type Distribution, fillOf } from "../draws/service.ts"
import { Stream } from "../draws/stream.ts"
import type { Engine } from "../engine/engine.ts"
import { Metric } from "../engine/metric.ts"
import { type BatchOptions, BatchStation } from "../engine/nodes/batch-station.ts"
import { Hold, type Release } from "../engine/nodes/hold.ts"
import { Router } from "../engine/nodes/router.ts"
import { Station } from "../engine/nodes/station.ts"
import { Tap } from "../engine/nodes/tap.ts"

/** What the design says of the world around a component. */
export interface Surroundings {
  engine: Engine
  seed: string
  /** Seconds in a tick: a power of two. */
  tick: number
  recordBytes: number
  /** Number of priorities that sources give. */
  priorities: number
  /** Whether any component tells records apart by key. */
  keyed: boolean
  /** Whether any source's events lie before their arrival. */
  lagging: boolean
}

/** Makes the nodes of one component. Durations come in as seconds and stand in the engine as whole ticks. */
export class Builder {
  readonly id: string
  readonly surroundings: Surroundings

  constructor(id: string, surroundings: Surroundings) {
    this.id = id
    this.surroundings = surroundings
  }

  get engine(): Engine {
    return this.surroundings.engine
  }

  ticks(seconds: number): number {
    return Math.floor(seconds / this.surroundings.tick + 0.5)
  }

  bits(purpose: string): Bits {
    return bitsFor(this.surroundings.seed, this.id, purpose)
  }

  /** Draws of a duration. */
  stream(timing: Distribution, purpose: string, least = 0): Stream {
    const mean = timing.mean / this.surroundings.tick
    return new Stream(fillOf({ ...timing, mean }, this.bits(purpose), least))
  }

  /** Whole numbers below 2³², all alike. */
  dice(purpose: string): Stream {
    const bits = this.bits(purpose)
    return new Stream((out) => {
      for (let i = 0; i < out.length; i += 1) out[i] = nextBits(bits) >>> 0
    })
  }

  station(
    servers: number,
    service: Distribution,
    {
      purpose = "service",
      buffer = null,
      wait = new Metric(),
    }: { purpose?: string; buffer?: number | null; wait?: Metric } = {},
  ): Station {
    return new Station(this.engine, this.id, {
      servers,
      service: this.stream(service, purpose),
      buffer: buffer ?? Number.POSITIVE_INFINITY,
      priorities: 1,
      vacation: null,
      wait,
    })
  }

  /** A station that works in batches; `work` is what a batch takes, the rest as in `BatchOptions`, in seconds. */
  batches(
    work: Distribution,
    {
      perRecord = 0,
      perHistory = 0,
      timeout = Number.POSITIVE_INFINITY,
      schedule = null,
      ...rest
    }: Partial<BatchOptions>,
    purpose = "service",
  ): BatchStation {
    const { tick } = this.surroundings
    return new BatchStation(this.engine, this.id, {
      servers: 1,
      least: 1,
      most: 1_000_000_000,
      buffer: Number.POSITIVE_INFINITY,
      ...rest,
      service: this.stream(work, purpose),
      perRecord: perRecord / tick,
      perHistory: perHistory / tick,
      timeout: timeout === Number.POSITIVE_INFINITY ? timeout : Math.max(this.ticks(timeout), 1),
      schedule:
        schedule === null
          ? null
          : {
              every: Math.max(this.ticks(schedule.every), 1),
              offset: Math.max(this.ticks(schedule.offset), 1),
            },
    })
  }

  hold(release: Release): Hold {
    return new Hold(this.engine, this.id, release)
  }

  tap(purpose: string): Tap {
    return new Tap(this.engine, this.id, this.dice(purpose))
  }

  /** One station for each of so many keys' shares, behind a router that tells them apart by key. */
  byKey(
    count: number,
    make: (at: number) => Station | BatchStation,
  ): { router: Router; stations: (Station | BatchStation)[] } {
    const router = new Router(this.engine, this.id, { by: "key" }, [])
    const stations = Array.from({ length: count }, (_, at) => make(at))
    router.outs.push(...stations)
    return { router, stations }
  }
}
