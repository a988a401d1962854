import type { Release } from "../engine/nodes/hold.ts"

/** The next strike of a clock that strikes every so many ticks, after `offset`; a record that comes on a strike takes it. */
export const nextStrike = (every: number, offset: number): Release => {
  return (now) => Math.max(Math.ceil((now - offset) / every), 0) * every + offset
}

/**
 * The end of the event-time window that a record belongs to, when the watermark has passed it. The watermark follows the
 * newest event seen, `behind` ticks later. A record whose window closed more than `lateness` before comes too late.
 */
export function windowEnd(length: number, behind: number, lateness: number): Release {
  const size = Math.max(length, 1)
  let newest = Number.NEGATIVE_INFINITY
  return (now, born) => {
    newest = Math.max(newest, born)
    const end = (Math.floor(born / size) + 1) * size
    if (end + lateness <= newest - behind) return null
    return Math.max(end + behind, now)
  }
}
