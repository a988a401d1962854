import type { ConsoleEvent, HalfState } from "@backfill/contract"
import type { HalfRow, MockRow } from "./mocks.store.ts"

/** Who made it asks in the first half, who joined in the second: everybody asks once and answers once. */
export type Part = "asker" | "answerer"
type People = Pick<MockRow, "makerId" | "partnerId">

export const askerOf = (mock: People, number: 1 | 2): string | null =>
  number === 1 ? mock.makerId : mock.partnerId
export const answererOf = (mock: People, number: 1 | 2): string | null =>
  number === 1 ? mock.partnerId : mock.makerId

/** The half in which somebody of the two plays this part; undefined for anybody else. */
export function numberOf(mock: People, accountId: string, part: Part): 1 | 2 | undefined {
  if (mock.makerId === accountId) return part === "asker" ? 1 : 2
  if (mock.partnerId === accountId) return part === "asker" ? 2 : 1
  return undefined
}

export function stateOf(
  mock: Pick<MockRow, "joinedAt">,
  half: Pick<HalfRow, "startedAt" | "endedAtSecond" | "handedAt">,
): HalfState {
  if (half.handedAt) return "handed"
  if (!mock.joinedAt) return "waiting"
  if (!half.startedAt) return "ready"
  return half.endedAtSecond === null ? "running" : "ended"
}

/** Whether this person can begin the second half: they answered the first, and have it. */
export const maySwap = (mock: MockRow, halves: readonly HalfRow[], accountId: string): boolean =>
  mock.partnerId === accountId && mock.makerId !== null && halves.length === 1 && !!halves[0]?.handedAt

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)

/** Where a half is by its asker's events: the item in the room, and the second it ended, unless it was taken up again. */
export function placeOf(events: readonly ConsoleEvent[]): {
  atItem: string | null
  endedAtSecond: number | null
} {
  const place: { atItem: string | null; endedAtSecond: number | null } = { atItem: null, endedAtSecond: null }
  const inOrder = events.toSorted(
    (a, b) =>
      a.atSeconds - b.atSeconds || compare(a.device, b.device) || a.seq - b.seq || compare(a.id, b.id),
  )
  for (const { kind, itemId, atSeconds } of inOrder) {
    if (kind === "end") place.endedAtSecond ??= atSeconds
    else if (kind === "enter") Object.assign(place, { atItem: itemId, endedAtSecond: null })
  }
  return place
}

const LONGEST_MS = 12 * 3_600_000
const SKEW_MS = 5000

/**
 * When a half began, as the device that began it tells; it may have been offline since. A time ahead of the server's or
 * half a day off isn't believed.
 */
export function beganAt(told: string | null, now: Date): Date {
  const time = told === null ? Number.NaN : Date.parse(told)
  const sound = time <= now.getTime() + SKEW_MS && time > now.getTime() - LONGEST_MS
  return sound ? new Date(Math.min(time, now.getTime())) : now
}
