import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, dayNumber } from "./days.ts"
import { type BackPlan, type PlanTask, planBack } from "./plan-back.ts"

const today = "2026-11-21"
const ahead = (plan: BackPlan) => {
  if (plan.state !== "ahead") throw new Error(plan.state)
  return plan
}
const total = (plan: BackPlan, kind: PlanTask["kind"]) =>
  ahead(plan)
    .spans.flatMap(({ tasks }) => tasks)
    .reduce((sum, task) => sum + (task.kind === kind && "count" in task ? task.count : 0), 0)

describe("the plan from the on-site backwards", () => {
  it("in three weeks: two weeks to write and mend, then each story told to three questions", () => {
    const plan = ahead(planBack("2026-12-12", today, { stories: 2, technical: 7, untold: 0 }))
    expect(plan.daysLeft).toBe(21)
    expect(plan.spans.map(({ kind, from }) => `${kind} ${from}`)).toEqual([
      "week 2026-11-21",
      "week 2026-11-28",
      ...[5, 6, 7, 8, 9, 10, 11].map((day) => `day 2026-12-${String(day).padStart(2, "0")}`),
    ])
    expect(plan.spans[0]?.tasks).toEqual([
      { kind: "write", count: 2 },
      { kind: "technical", count: 4 },
      { kind: "questions", count: 3 },
      { kind: "design-round" },
    ])
    expect(plan.spans[1]?.tasks).toContainEqual({ kind: "mock" })
    expect(total(plan, "tell")).toBe(18)
    expect(plan.spans.at(-1)?.tasks).toEqual([])
    expect(plan.dropped).toEqual({ stories: 0, technical: 0, tellings: 0 })
  })

  it("tells once, two a week, what was never said aloud; the last week tells it anyway", () => {
    const plan = ahead(planBack("2026-12-12", today, { stories: 6, technical: 0, untold: 5 }))
    expect(plan.spans.map(({ tasks }) => tasks.find(({ kind }) => kind === "first-telling"))).toEqual([
      { kind: "first-telling", count: 2 },
      { kind: "first-telling", count: 2 },
      ...Array.from({ length: 7 }, () => undefined),
    ])
    expect(plan.dropped.tellings).toBe(0)
  })

  it("in two days: says what no longer fits instead of squeezing it in", () => {
    const plan = ahead(planBack("2026-11-23", today, { stories: 4, technical: 5, untold: 0 }))
    expect(plan.spans.map(({ from, tasks }) => [from, tasks])).toEqual([
      [
        today,
        [
          { kind: "technical", count: 1 },
          { kind: "tell", count: 6 },
        ],
      ],
      ["2026-11-22", []],
    ])
    expect(plan.dropped).toEqual({ stories: 2, technical: 4, tellings: 6 })
  })

  it("in two days without any story: one is written and told all the same", () => {
    const plan = ahead(planBack("2026-11-23", today, { stories: 0, technical: 0, untold: 0 }))
    expect(plan.spans[0]?.tasks).toEqual([
      { kind: "write", count: 1 },
      { kind: "tell", count: 3 },
    ])
    expect(plan.dropped).toEqual({ stories: 5, technical: 0, tellings: 0 })
  })

  it("tomorrow: still something to tell, once", () => {
    const plan = ahead(planBack("2026-11-22", today, { stories: 1, technical: 0, untold: 0 }))
    expect(plan.spans.map(({ tasks }) => tasks)).toEqual([[{ kind: "tell", count: 3 }]])
  })

  it("today, past, and without a date there is no plan", () => {
    const work = { stories: 0, technical: 3, untold: 0 }
    expect(planBack(today, today, work)).toEqual({ state: "today" })
    expect(planBack("2026-11-18", today, work)).toEqual({ state: "past", daysAgo: 3 })
    expect(planBack(null, today, work)).toEqual({ state: "none" })
    expect(planBack("soon", today, work)).toEqual({ state: "none" })
  })

  it("begins twelve weeks before at most", () => {
    const plan = ahead(planBack("2027-11-21", today, { stories: 0, technical: 0, untold: 0 }))
    expect(plan.spans[0]?.from).toBe(addDays("2027-11-21", -84))
    expect(plan.spans).toHaveLength(11 + 7)
  })

  it("covers every day once up to the day before, and loses no work silently", () => {
    const work = fc.record({ stories: fc.nat(12), technical: fc.nat(60), untold: fc.nat(12) })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 84 }), work, (days, left) => {
        const onSite = addDays(today, days)
        const plan = ahead(planBack(onSite, today, left))
        expect(plan.spans[0]?.from).toBe(today)
        expect(addDays(plan.spans.at(-1)?.to ?? "", 1)).toBe(onSite)
        for (const [at, span] of plan.spans.entries()) {
          const before = plan.spans[at - 1]
          if (before) expect(span.from).toBe(addDays(before.to, 1))
          expect(span.daysBefore).toBe(dayNumber(onSite) - dayNumber(span.to))
        }
        const missing = Math.max(0, 6 - left.stories)
        expect(total(plan, "write") + plan.dropped.stories).toBe(missing)
        expect(total(plan, "technical") + plan.dropped.technical).toBe(left.technical)
        const stories = left.stories + total(plan, "write")
        expect(total(plan, "tell") + plan.dropped.tellings).toBe(3 * stories)
      }),
    )
  })
})
