/** What a fault can do to whatever works. */
export interface Worker {
  /** Services take this many times as long. */
  slowness: number
  /** No service is shorter than this for each of its records, in ticks: a quota. */
  leastService: number
  /** Everything stands still; what is under way keeps what it has left to do. */
  stop(): void
  /** Goes on after `stop`. */
  resume(): void
}

/** How long a service of so many records takes under the faults of the moment, in ticks. */
export function hampered(worker: Worker, service: number, records = 1): number {
  const slow = worker.slowness === 1 ? service : Math.floor(service * worker.slowness + 0.5)
  return Math.max(slow, Math.floor(worker.leastService * records))
}
