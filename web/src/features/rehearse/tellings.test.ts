import type { Story } from "@backfill/contract"
import { expect, test } from "vitest"
import type { Asked } from "../practice/queries.ts"
import { tellingsOf, withRehearsals } from "./tellings.ts"

const NOW = Date.parse("2026-11-21T12:00:00Z")
const story = (id: string, themes: Story["themes"]): Story => ({ id, title: id, themes }) as Story
const asked = (id: string, theme: string | null, times = 0, kitId = "k"): Asked =>
  ({ id, kitId, theme, times, question: `What of ${id}?` }) as Asked
const told = (storyId: string, itemId: string | null, daysAgo: number, kitId = "k") => ({
  storyId,
  kitId: itemId === null ? null : kitId,
  itemId,
  createdAt: new Date(NOW - daysAgo * 86_400_000).toISOString(),
})
const late = story("late", { "late-data": "tells", "tight-deadline": "could" })
const questions = [
  asked("q1", "late-data"),
  asked("q2", "late-data"),
  asked("q3", "tight-deadline"),
  asked("q4", "triage"),
]
const one = (rehearsals: Parameters<typeof tellingsOf>[1], all = questions) =>
  tellingsOf([late], rehearsals, all, questions, NOW)[0]

test("different questions of the last seven days count, each once, and free tellings don't", () => {
  expect(one([told("late", "q1", 1), told("late", "q1", 2), told("late", "q2", 6.9)])?.told).toBe(2)
  expect(one([told("late", "q1", 7.1), told("other", "q2", 1), told("late", null, 1)])?.told).toBe(0)
})

test("every telling counts among those there ever were", () =>
  expect([
    one([])?.ever,
    one([told("late", "q1", 90), told("late", null, 1), told("other", "q1", 1)])?.ever,
  ]).toEqual([0, 2]))

test("the same question out of two kits is one question", () => {
  const all = [...questions, asked("q1", "late-data", 0, "own-kit")]
  expect(one([told("late", "q1", 1), told("late", "q1", 1, "own-kit")], all)?.told).toBe(1)
})

test("the next question fits a theme of the story, those it tells first, and is new to it this week", () => {
  expect(one([])?.next?.id).toBe("q1")
  expect(one([told("late", "q1", 1)])?.next?.id).toBe("q2")
  expect(one([told("late", "q1", 1), told("late", "q2", 1)])?.next?.id).toBe("q3")
  expect(one([told("late", "q1", 1), told("late", "q2", 1), told("late", "q3", 1)])?.next).toBeUndefined()
})

test("what was told to long ago comes after what never was", () => {
  expect(one([told("late", "q1", 30)])?.next?.id).toBe("q2")
})

test("the least told story comes first", () => {
  const other = story("other", { triage: "tells" })
  const order = tellingsOf([late, other], [told("late", "q1", 1)], questions, questions, NOW)
  expect(order.map((each) => each.story.id)).toEqual(["other", "late"])
})

test("rehearsals count among the tries at a question", () => {
  const [q1, q2] = withRehearsals([asked("q1", null, 2), asked("q2", null)], [told("x", "q1", 40)], questions)
  expect([q1?.times, q2?.times]).toEqual([3, 0])
})
