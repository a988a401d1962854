/**
 * A promise that a share of records takes no longer than a limit, checked in windows of equal length. It breaks in the
 * first window where more than the allowed share took longer.
 */
export class Objective {
  /** Start of the first window in which it was broken, in ticks; null while it holds. */
  broken: number | null = null
  windows = 0
  brokenWindows = 0
  private readonly limit: number
  private readonly share: number
  private readonly length: number
  private window = -1
  private total = 0
  private over = 0

  constructor(limit: number, share: number, length: number) {
    this.limit = limit
    this.share = share
    this.length = length
  }

  see(latency: number, now: number): void {
    const window = Math.floor(now / this.length)
    if (window !== this.window) {
      this.close()
      this.window = window
    }
    this.total += 1
    if (latency > this.limit) this.over += 1
  }

  /** Judges the window that has just ended. */
  close(): void {
    if (this.total === 0) return
    this.windows += 1
    if (this.over > (1 - this.share) * this.total) {
      this.brokenWindows += 1
      this.broken ??= this.window * this.length
    }
    this.total = 0
    this.over = 0
  }
}
