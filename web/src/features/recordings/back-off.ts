import { MAX_RECORDING_CHUNK } from "@backfill/contract"

const FIRST_MS = 1000
const MOST_MS = 30_000
/** A network that carries less than this in the time a server waits carries no recording. */
export const LEAST_PART = 64 * 1024

/**
 * How long to wait before the next try, in ms: twice as long after each failure up to half a minute, and by chance between
 * half of that and all of it, so that many who lost the same server don't come back at once.
 * @param failures how many in a row, from 1
 * @param random from 0 to 1
 */
export function backOff(failures: number, random: number): number {
  const most = Math.min(MOST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20))
  return most / 2 + (most / 2) * random
}

/** A part that took longer than this isn't followed by a larger one: a request over a minute is cut off. */
const QUICK_MS = 4000

/**
 * How many bytes to send next: half after a failure, since a slow network may not carry more in time; twice as many where they
 * went quickly, since each request costs the server the same, up to the most it takes.
 * @param tookMs how long the request took; undefined for one that failed
 */
export function nextPart(part: number, tookMs: number | undefined): number {
  if (tookMs === undefined) return Math.max(LEAST_PART, Math.floor(part / 2))
  return tookMs < QUICK_MS ? Math.min(MAX_RECORDING_CHUNK, part * 2) : part
}
