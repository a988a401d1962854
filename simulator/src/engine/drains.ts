/** How long a backlog took to go: from a fault's end until no more is under way than when the fault began. */
export interface Drain {
  from: number
  until: number
  level: number
  /** When the backlog was back to `level`; null as long as it isn't. */
  drained: number | null
}

/** The backlogs of a run's faults. */
export class Drains {
  readonly all: Drain[] = []
  /** How many wait for their end. */
  open = 0

  begin(now: number, until: number, level: number): Drain {
    const drain: Drain = { from: now, until, level, drained: null }
    this.all.push(drain)
    this.open += 1
    return drain
  }

  check(live: number, now: number): void {
    for (const drain of this.all)
      if (drain.drained === null && now >= drain.until && live <= drain.level) {
        drain.drained = now
        this.open -= 1
      }
  }
}
