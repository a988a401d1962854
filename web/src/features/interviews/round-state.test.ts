import type { ConsoleEvent } from "@backfill/contract"
import { expect, test } from "vitest"
import { leftOut, placesOf, roundState, secondsAt } from "./round-state.ts"

let count = 0
const at = (
  atSeconds: number,
  kind: ConsoleEvent["kind"],
  itemId: string | null = null,
  index: number | null = null,
): ConsoleEvent => {
  count += 1
  return { id: `e${count}`, kind, itemId, index, atSeconds, device: "d", seq: count }
}
const item = (id: string, minutes: number) => ({
  id,
  kind: "question" as const,
  title: id,
  minutes,
  competencies: [],
  wording: "",
  probes: [],
  expectation: null,
  positive: [],
  negative: [],
  anchors: [],
  guide: null,
  part: null,
})
const places = placesOf({ opening: 3, closing: 0, items: [item("a", 9), item("b", 10)] })

test("the round end to end, without stretches of no minutes", () => {
  expect(places.map(({ id, from }) => [id, from])).toEqual([
    ["opening", 0],
    ["a", 3],
    ["b", 12],
  ])
})

test("time is counted where one is, over several visits, and stops at the end", () => {
  const events = [
    at(0, "start"),
    at(0, "enter", "opening"),
    at(60, "enter", "a"),
    at(100, "enter", "b"),
    at(130, "enter", "a"),
  ]
  const running = roundState(events)
  expect(secondsAt(running, "a", 150)).toBe(60)
  expect(secondsAt(running, "b", 150)).toBe(30)
  const over = roundState([...events, at(160, "end")])
  expect([over.endedAt, secondsAt(over, "a", 999)]).toEqual([160, 70])
  const resumed = roundState([...events, at(160, "end"), at(200, "enter", "a")])
  expect([resumed.endedAt, secondsAt(resumed, "a", 210)]).toEqual([undefined, 80])
})

test("several events in a second keep the order of their device, however they arrive", () => {
  const tick = at(5, "tick", "a", 3)
  const untick = at(5, "untick", "a", 3)
  expect(roundState([untick, tick]).ticks.get("a")?.size).toBe(0)
})

test("a probe keeps the first time it was asked; skipped and passed by are left out", () => {
  const state = roundState([
    at(0, "start"),
    at(0, "enter", "a"),
    at(10, "probe", "a", 1),
    at(20, "probe", "a", 1),
    at(30, "enter", "b"),
    at(32, "end"),
  ])
  expect(state.probes.get("a")?.get(1)).toBe(10)
  expect(leftOut(state, places, 32).map(({ id }) => id)).toEqual(["b"])
  const skipped = roundState([at(0, "enter", "a"), at(40, "skip", "a")])
  expect(leftOut(skipped, places, 60).map(({ id }) => id)).toEqual(["a", "b"])
})

test("what was told, brought in and seen keeps its first second, until it is taken back", () => {
  const state = roundState([
    at(0, "start"),
    at(10, "tell", "a", 2),
    at(20, "tell", "a", 2),
    at(30, "cue", "a", 1),
    at(40, "step", "a", 3),
    at(50, "step", "a", 4),
    at(60, "unstep", "a", 3),
    at(61, "untell", "b", 3),
  ])
  expect([state.told, state.cued, state.stepped].map((marks) => [...(marks.get("a") ?? [])])).toEqual([
    [[2, 10]],
    [[1, 30]],
    [[4, 50]],
  ])
  expect(
    roundState([at(1, "cue", "a", 1), at(2, "uncue", "a", 1), at(3, "cue", "a", 1)]).cued.get("a"),
  ).toEqual(new Map([[1, 3]]))
})
