import { Drains } from "./drains.ts"
import { Groups } from "./groups.ts"
import { EventHeap } from "./heap.ts"
import { type Place, RANKS } from "./place.ts"
import { Records } from "./records.ts"

/** More records than this under way at once, and the run stops and says so: memory is bounded too. */
export const MOST_LIVE = 8_000_000

/** When a run is over; times in ticks. */
export interface Bounds {
  /** Records that pass before counting begins. */
  warmup: number
  /** Completions to count, or Infinity. */
  customers: number
  /** Where the clock stops. */
  horizon: number
  /** Events after which the run stops in any case. */
  events: number
}

/** Why a run ended: enough completions, the clock's end, nothing left to happen, too many events or records. */
export type Ending = "customers" | "horizon" | "quiet" | "events" | "records"

/**
 * The clock, the event list and the books. Time is whole ticks in a double, so sums of times are exact; nothing is
 * allocated for an event.
 */
export class Engine {
  readonly nodes: Place[] = []
  readonly records = new Records()
  readonly groups = new Groups(this)
  readonly drains = new Drains()
  readonly bounds: Bounds
  /** The clock: one number, in a place that takes no allocation. */
  readonly time = new Float64Array(1)
  events = 0
  /** Records that came from outside and those made inside, and what became of them. */
  emitted = 0
  copied = 0
  delivered = 0
  dropped = 0
  failed = 0
  merged = 0
  /** Completions that count. */
  completed = 0
  /** Records that entered from here on are observed; Infinity during the warm-up. */
  readonly measuredFrom = new Float64Array(1).fill(Number.POSITIVE_INFINITY)
  ended: Ending | null = null
  private readonly heap = new EventHeap()
  private readonly owners: Place[] = []
  private span = 1

  constructor(bounds: Bounds) {
    this.bounds = bounds
  }

  /** Numbers the slots, in the order in which simultaneous events happen, and lets every node begin. */
  begin(): void {
    const order = this.nodes.map((node, place) => ({ node, place }))
    order.sort((a, b) => RANKS[a.node.rank] - RANKS[b.node.rank] || b.place - a.place)
    for (const { node } of order) {
      node.base = this.owners.length
      for (let i = 0; i < node.slots; i += 1) this.owners.push(node)
    }
    while (this.span < this.owners.length) this.span *= 2
    for (const node of this.nodes) node.begin()
  }

  /** An event of a slot at a time; one beyond the horizon never happens. */
  schedule(slot: number, at: number): void {
    if (at <= this.bounds.horizon) {
      this.heap.keys[0] = at * this.span + slot
      this.heap.put()
    }
  }

  /** Goes on for at most so many events; true once the run is over. */
  advance(limit: number): boolean {
    const { heap, owners, span, time } = this
    const inverse = 1 / span
    let left = Math.min(limit, this.bounds.events - this.events)
    for (; left > 0 && this.ended === null; left -= 1) {
      const key = heap.take()
      if (key === Number.POSITIVE_INFINITY) {
        this.finishQuietly()
        break
      }
      const now = Math.floor(key * inverse)
      const slot = (key - now * span) | 0
      const owner = owners[slot] as Place
      time[0] = now
      this.events += 1
      owner.fire(slot - owner.base)
    }
    if (this.ended === null && this.events >= this.bounds.events) this.ended = "events"
    return this.ended !== null
  }

  /** Nothing is left to happen before the horizon: the clock goes there. */
  private finishQuietly(): void {
    this.ended = this.bounds.customers === Number.POSITIVE_INFINITY ? "horizon" : "quiet"
    if (this.ended === "horizon") this.time[0] = this.bounds.horizon
  }

  /** Books a record that comes from outside; with it the warm-up may be over. */
  admit(): number {
    if (this.emitted === this.bounds.warmup) this.startMeasuring()
    this.emitted += 1
    const row = this.records.take()
    const now = this.time[0] as number
    this.records.entered[row] = now
    this.records.born[row] = now
    if (this.records.live > MOST_LIVE) this.ended = "records"
    return row
  }

  private startMeasuring(): void {
    this.measuredFrom[0] = this.time[0] as number
    for (const node of this.nodes) node.tally.restart()
  }

  /** Books a record that is made inside, of now. */
  make(): number {
    this.copied += 1
    if (this.records.live >= MOST_LIVE) this.ended = "records"
    const row = this.records.take()
    this.records.entered[row] = this.time[0] as number
    this.records.born[row] = this.time[0] as number
    return row
  }

  /** Books a copy of a record, made inside. */
  copy(row: number): number {
    this.copied += 1
    if (this.records.live >= MOST_LIVE) this.ended = "records"
    return this.records.copy(row)
  }

  /** A record that counts has arrived where it should. */
  complete(): void {
    this.completed += 1
    if (this.completed >= this.bounds.customers) this.ended = "customers"
  }

  /** A record has reached its end. */
  deliver(row: number): void {
    this.delivered += 1
    this.leave(row)
  }

  /** A record is lost: no room, too late, or fallen out in silence. */
  drop(row: number): void {
    this.dropped += 1
    this.leave(row)
  }

  /** A record is refused as bad. */
  fail(row: number): void {
    this.failed += 1
    this.leave(row)
  }

  /** A record becomes part of another one. */
  merge(row: number): void {
    this.merged += 1
    this.release(row)
  }

  private leave(row: number): void {
    const group = this.records.group[row] as number
    this.release(row)
    if (group >= 0) this.groups.lose(group)
  }

  private release(row: number): void {
    this.records.release(row)
    if (this.drains.open > 0) this.drains.check(this.records.live, this.time[0] as number)
  }
}
