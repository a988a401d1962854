import { expect, test } from "vitest"
import type { Telling } from "../rehearse/tellings.ts"
import { tellTitle, tellUnder } from "./next-words.ts"

const next = { title: "A pipeline that broke" } as Telling["next"]

test("a story to tell is named, with why it is this one", () => {
  expect(tellTitle({ story: { title: "The late hour" } as Telling["story"] })).toBe(
    "Tell “The late hour” aloud",
  )
  expect(tellUnder({ told: 0, next }, "never-told")).toMatch(
    /^Nobody has heard it yet.*“A pipeline that broke”\.$/,
  )
  expect(tellUnder({ told: 0, next: undefined }, "never-told")).toMatch(/minutes\.$/)
  expect(tellUnder({ told: 2, next }, "last-week")).toBe(
    "It met 2 of its 3 questions this week; the next is “A pipeline that broke”.",
  )
  expect(tellUnder({ told: 0, next: undefined }, "last-week")).toBe("It met no question this week.")
})
