/** Places in `Tally.sums`: a column of doubles, because a double in a field of an object costs an allocation. */
const AREA = 0
const BUSY_AREA = 1
const STAY = 2
const CHANGED = 3

/**
 * What a node counts about the records in it. Times in ticks; areas are counts × ticks, brought up to now whenever a
 * count changes.
 */
export class Tally {
  /** Records that came, and those that went on. */
  came = 0
  left = 0
  /** Records that were turned away for want of room, and those refused as bad. */
  lost = 0
  failed = 0
  /** Records here now, waiting or served, and the most there ever were. */
  present = 0
  most = 0
  /** Servers at work now. */
  busy = 0
  private readonly sums = new Float64Array(4)
  private readonly time: Float64Array
  private start: Measured = { ticks: 0, came: 0, left: 0, lost: 0, failed: 0, area: 0, busyArea: 0 }

  /** `time[0]` is the clock. */
  constructor(time: Float64Array) {
    this.time = time
  }

  private pass(): void {
    const { sums } = this
    const now = this.time[0] as number
    const since = now - (sums[CHANGED] as number)
    sums[AREA] = (sums[AREA] as number) + this.present * since
    sums[BUSY_AREA] = (sums[BUSY_AREA] as number) + this.busy * since
    sums[CHANGED] = now
  }

  enter(): void {
    this.pass()
    this.came += 1
    this.present += 1
    if (this.present > this.most) this.most = this.present
  }

  /** A record leaves that came at `came[row]`. */
  leave(came: Float64Array, row: number): void {
    this.pass()
    this.left += 1
    this.present -= 1
    this.sums[STAY] = (this.sums[STAY] as number) + (this.time[0] as number) - (came[row] as number)
  }

  /** A server begins to work, or ends. */
  begin(): void {
    this.pass()
    this.busy += 1
  }

  end(): void {
    this.pass()
    this.busy -= 1
  }

  /** Time that records which have left spent here: with those still here it must equal `area` (Little's law). */
  get stay(): number {
    return this.sums[STAY] as number
  }

  /** Everything so far. */
  total(): Measured {
    this.pass()
    const now = this.time[0] as number
    const { came, left, lost, failed, sums } = this
    return {
      ticks: now,
      came,
      left,
      lost,
      failed,
      area: sums[AREA] as number,
      busyArea: sums[BUSY_AREA] as number,
    }
  }

  /** Takes over what was counted in another way: everything until now, and until the end of the warm-up. */
  set(all: Measured, start: Measured, most: number, stay: number): void {
    this.came = all.came
    this.left = all.left
    this.present = all.came - all.left - all.lost - all.failed
    this.lost = all.lost
    this.most = most
    this.sums[AREA] = all.area
    this.sums[BUSY_AREA] = all.busyArea
    this.sums[CHANGED] = all.ticks
    this.sums[STAY] = stay
    this.start = start
  }

  /** The warm-up is over: `measured` tells what has happened since. */
  restart(): void {
    this.start = this.total()
  }

  measured(): Measured {
    const { start } = this
    const all = this.total()
    return {
      ticks: all.ticks - start.ticks,
      came: all.came - start.came,
      left: all.left - start.left,
      lost: all.lost - start.lost,
      failed: all.failed - start.failed,
      area: all.area - start.area,
      busyArea: all.busyArea - start.busyArea,
    }
  }
}

/** Counts of a stretch of time, `ticks` long. */
export interface Measured {
  ticks: number
  came: number
  left: number
  lost: number
  failed: number
  area: number
  busyArea: number
}
