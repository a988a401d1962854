import type { ConsoleEvent } from "@backfill/contract"
import { expect, test } from "vitest"
import { askerOf, answererOf, beganAt, maySwap, numberOf, placeOf, stateOf } from "./mock-state.ts"

const people = { makerId: "maker", partnerId: "partner" }
const event = (
  atSeconds: number,
  kind: ConsoleEvent["kind"],
  itemId: string | null,
  seq: number,
): ConsoleEvent => ({ id: `e${seq}`, kind, itemId, index: null, atSeconds, device: "d", seq })

test("everybody asks once and answers once", () => {
  expect([askerOf(people, 1), answererOf(people, 1)]).toEqual(["maker", "partner"])
  expect([askerOf(people, 2), answererOf(people, 2)]).toEqual(["partner", "maker"])
  expect(numberOf(people, "maker", "answerer")).toBe(2)
  expect(numberOf(people, "partner", "answerer")).toBe(1)
  expect(numberOf(people, "third", "asker")).toBeUndefined()
})

test("a half goes from waiting to handed over", () => {
  const fresh = { startedAt: null, endedAtSecond: null, handedAt: null }
  const now = new Date(0)
  expect(stateOf({ joinedAt: null }, fresh)).toBe("waiting")
  expect(stateOf({ joinedAt: now }, fresh)).toBe("ready")
  expect(stateOf({ joinedAt: now }, { ...fresh, startedAt: now })).toBe("running")
  expect(stateOf({ joinedAt: now }, { ...fresh, startedAt: now, endedAtSecond: 0 })).toBe("ended")
  expect(stateOf({ joinedAt: now }, { startedAt: now, endedAtSecond: 0, handedAt: now })).toBe("handed")
})

test("the place follows the asker, whatever order events arrive in, and an end can be taken back", () => {
  const events = [
    event(0, "start", null, 1),
    event(0, "enter", "a", 2),
    event(60, "enter", "b", 3),
    event(90, "end", null, 4),
  ]
  expect(placeOf(events)).toEqual({ atItem: "b", endedAtSecond: 90 })
  expect(placeOf(events.toReversed())).toEqual({ atItem: "b", endedAtSecond: 90 })
  expect(placeOf([...events, event(100, "enter", "a", 5)])).toEqual({ atItem: "a", endedAtSecond: null })
  expect(placeOf([])).toEqual({ atItem: null, endedAtSecond: null })
})

test("a beginning is believed from a device that was offline, not from one whose clock is off", () => {
  const now = new Date("2026-11-20T10:00:00Z")
  expect(beganAt("2026-11-20T09:50:00Z", now)).toEqual(new Date("2026-11-20T09:50:00Z"))
  expect(beganAt("2026-11-20T10:00:03Z", now)).toEqual(now)
  for (const told of ["2026-11-20T11:00:00Z", "2026-11-19T09:00:00Z", null])
    expect(beganAt(told, now)).toEqual(now)
})

test("only who answered the first half may begin the second, once it is theirs", () => {
  const mock = {
    ...people,
    id: "m",
    linkHash: null,
    linkExpiresAt: null,
    joinedAt: null,
    createdAt: new Date(0),
  }
  const half = {
    mockId: "m",
    number: 1 as const,
    level: "mid" as const,
    items: [],
    startedAt: null,
    atItem: null,
    endedAtSecond: null,
    ratings: [],
    ratingsVersion: 1,
    handedAt: new Date(0),
    discardedAt: null,
  }
  expect(maySwap(mock, [half], "partner")).toBe(true)
  expect(maySwap(mock, [half], "maker")).toBe(false)
  expect(maySwap(mock, [{ ...half, handedAt: null }], "partner")).toBe(false)
  expect(maySwap(mock, [half, { ...half, number: 2 }], "partner")).toBe(false)
  expect(maySwap({ ...mock, makerId: null }, [half], "partner")).toBe(false)
})
