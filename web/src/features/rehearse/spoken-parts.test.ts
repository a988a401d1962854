import type { SpokenPart } from "@backfill/contract"
import fc from "fast-check"
import { expect, test } from "vitest"
import { partAt, tellPart, withoutPart } from "./spoken-parts.ts"

const END = 150_000
const press = (...presses: [number, SpokenPart["part"]][]) =>
  presses.reduce<SpokenPart[]>((parts, [at, part]) => tellPart(parts, at, part, END), [])

test("listening once through draws the ribbon: each part until the next press, the last to the end", () => {
  expect(press([1000, "situation"], [21_000, "task"], [40_000, "action"])).toEqual([
    { fromMs: 1000, toMs: 21_000, part: "situation" },
    { fromMs: 21_000, toMs: 40_000, part: "task" },
    { fromMs: 40_000, toMs: END, part: "action" },
  ])
})

test("a second listening corrects: within a part it cuts, up to the next press", () => {
  const first = press([0, "situation"], [60_000, "action"])
  expect(tellPart(first, 30_000, "task", END)).toEqual([
    { fromMs: 0, toMs: 30_000, part: "situation" },
    { fromMs: 30_000, toMs: 60_000, part: "task" },
    { fromMs: 60_000, toMs: END, part: "action" },
  ])
})

test("another letter right after the first corrects it, and the same letter twice is one part", () => {
  expect(press([5000, "action"], [5400, "result"])).toEqual([{ fromMs: 5000, toMs: END, part: "result" }])
  expect(press([5000, "action"], [9000, "action"])).toEqual([{ fromMs: 5000, toMs: END, part: "action" }])
})

test("the same part on both sides of a gap stays two", () => {
  const gap = withoutPart(press([0, "action"], [20_000, "result"], [50_000, "action"]), 30_000)
  expect(tellPart(gap, 90_000, "hardening", END).map(({ part }) => part)).toEqual([
    "action",
    "action",
    "hardening",
  ])
})

test("a deleted part leaves a gap, which the next press fills", () => {
  const parts = press([0, "situation"], [20_000, "task"], [50_000, "action"])
  const gap = withoutPart(parts, 30_000)
  expect(partAt(gap, 30_000)).toBeUndefined()
  expect(partAt(gap, 60_000)).toBe("action")
  expect(tellPart(gap, 35_000, "result", END)).toContainEqual({
    fromMs: 35_000,
    toMs: 50_000,
    part: "result",
  })
})

test("whatever is pressed, parts stay in order, never overlap, and the pressed moment is what was pressed", () => {
  const kinds = ["situation", "task", "action", "result", "hardening"] as const
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 0, max: END - 1 }), fc.constantFrom(...kinds)), { minLength: 1 }),
      (presses) => {
        const parts = press(...presses)
        for (const [nth, one] of parts.entries()) {
          expect(one.fromMs).toBeLessThan(one.toMs)
          expect(one.fromMs).toBeGreaterThanOrEqual(parts[nth - 1]?.toMs ?? 0)
          expect(one.toMs).toBeLessThanOrEqual(END)
        }
        const last = presses.at(-1)
        expect(partAt(parts, last?.[0] ?? 0)).toBe(last?.[1])
      },
    ),
  )
})
