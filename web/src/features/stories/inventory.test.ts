import { STORY_KINDS, type Story, type StoryThemes } from "@backfill/contract"
import { THEMES as COACHED } from "@backfill/coach"
import { expect, it } from "vitest"
import { takeInventory } from "./inventory.ts"
import { listed, THEMES } from "./themes.ts"

const story = (themes: StoryThemes, over: Partial<Story> = {}) => ({
  id: "1",
  title: "A",
  themes,
  badHour: false,
  kinds: [],
  ...over,
})

it("knows the same themes as the coach, in the same order", () => {
  expect(THEMES).toEqual(COACHED)
})

it("says all that an empty inventory lacks", () => {
  expect(takeInventory([])).toEqual({
    fewer: 6,
    noOnCall: true,
    uncovered: [...THEMES],
    onlyCould: [],
    missingKinds: [...STORY_KINDS],
    rigid: [],
    unmarked: [],
  })
})

it("tells a theme that is told from one that could be, and names rigid and unmarked stories", () => {
  const rigid = story({ migration: "could" })
  const bare = story({})
  const both = story({ migration: "could", triage: "tells" }, { badHour: true, kinds: ["incident"] })
  const found = takeInventory([rigid, bare, both])
  expect(found).toMatchObject({
    fewer: 3,
    noOnCall: false,
    onlyCould: ["migration"],
    rigid: [rigid],
    unmarked: [bare],
  })
  expect(found.uncovered).toHaveLength(18)
  expect(found.missingKinds).not.toContain("incident")
  expect(takeInventory([rigid, story({ migration: "tells" })]).onlyCould).toEqual([])
})

it("lists words as one says them", () => {
  expect([listed([]), listed(["a"]), listed(["a", "b", "c"])]).toEqual(["", "a", "a, b and c"])
})
