/** Places in `Tally.areas`: a column of doubles, because a double in a field of an object costs an allocation. */
const AREA = 0
const BUSY_AREA = 1
const STAY = 2
const CHANGED = 3

/** What a node counts about the records in it. Times in ticks; areas are counts × ticks. */
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
  readonly areas = new Float64Array(4)
  private readonly time: Float64Array
  private start: Measured = { ticks: 0, came: 0, left: 0, lost: 0, failed: 0, area: 0, busyArea: 0 }

  /** `time[0]` is the clock. */
  constructor(time: Float64Array) {
    this.time = time
  }

  /** Counts up to this moment; to be called before `present` or `busy` change. */
  pass(): void {
    const { areas } = this
    const now = this.time[0] as number
    const since = now - (areas[CHANGED] as number)
    areas[AREA] = (areas[AREA] as number) + this.present * since
    areas[BUSY_AREA] = (areas[BUSY_AREA] as number) + this.busy * since
    areas[CHANGED] = now
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
    this.areas[STAY] = (this.areas[STAY] as number) + (this.time[0] as number) - (came[row] as number)
  }

  /** Time that records which have left spent here: with those still here it must equal `area` (Little's law). */
  get stay(): number {
    return this.areas[STAY] as number
  }

  /** Everything so far. */
  total(): Measured {
    this.pass()
    const { came, left, lost, failed, areas } = this
    return {
      ticks: this.time[0] as number,
      came,
      left,
      lost,
      failed,
      area: areas[AREA] as number,
      busyArea: areas[BUSY_AREA] as number,
    }
  }

  /** Takes over what was counted in another way: everything until now, and until the end of the warm-up. */
  set(all: Measured, start: Measured, most: number, stay: number): void {
    this.came = all.came
    this.left = all.left
    this.present = all.came - all.left
    this.most = most
    this.areas[AREA] = all.area
    this.areas[BUSY_AREA] = all.busyArea
    this.areas[STAY] = stay
    this.areas[CHANGED] = all.ticks
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
