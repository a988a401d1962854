import { describe, expect, it } from "vitest"
import { nextTelling, type ToldAloud } from "./next-telling.ts"
import { planBack } from "./plan-back.ts"

const today = "2026-11-21"
const plan = (onSite: string | null) => planBack(onSite, today, { stories: 2, technical: 0, untold: 0 })
const [far, near, tomorrow, dayAfter] = ["2026-12-20", "2026-11-26", "2026-11-22", "2026-11-23"].map(plan)
if (!far || !near || !tomorrow || !dayAfter) throw new Error("no plans")
type Named = ToldAloud & { id: string }
const story = (id: string, ever: number, told: number, fits = true): Named => ({
  id,
  ever,
  told,
  next: fits ? "a question" : undefined,
})
const said = (...args: Parameters<typeof nextTelling<Named>>) => {
  const found = nextTelling(...args)
  return found && `${found.telling.id} ${found.why}`
}

describe("before the last week, or without a date", () => {
  it("is a story that was never told, whether a question fits it or not", () => {
    const stories = [story("twice", 2, 0), story("never", 0, 0, false), story("also", 0, 0)]
    for (const when of [far, plan(null), plan("2026-11-01")])
      expect(said(stories, when, 0)).toBe("never never-told")
  })
  it("is one a day, and none where each was told once", () => {
    expect(said([story("never", 0, 0)], far, 1)).toBeUndefined()
    expect(said([story("once", 1, 0)], far, 0)).toBeUndefined()
    expect(said([], far, 0)).toBeUndefined()
  })
})

describe("in the last week", () => {
  it("is the least told of those that met fewer than three questions", () => {
    const stories = [story("none", 4, 0, false), story("one", 1, 1), story("two", 2, 2)]
    expect(said(stories, near, 0)).toBe("one last-week")
    expect(said([story("full", 3, 3), story("fuller", 9, 4)], near, 0)).toBeUndefined()
  })
  it("is one that was never told, where no question fits any", () =>
    expect(said([story("told", 1, 0, false), story("never", 0, 0, false)], near, 0)).toBe("never last-week"))
  it("is as many a day as the plan wants of it", () => {
    const wanted = near.state === "ahead" && near.spans[0]?.tasks.find((task) => task.kind === "tell")?.count
    expect(wanted).toBeGreaterThan(1)
    expect(said([story("one", 1, 1)], near, Number(wanted) - 1)).toBe("one last-week")
    expect(said([story("one", 1, 1)], near, Number(wanted))).toBeUndefined()
  })
  it("is one on the day before, which stays light", () => {
    expect(said([story("one", 1, 1)], dayAfter, 1)).toBe("one last-week")
    expect(said([story("one", 1, 1)], tomorrow, 0)).toBe("one last-week")
    expect(said([story("one", 1, 1)], tomorrow, 1)).toBeUndefined()
  })
})
