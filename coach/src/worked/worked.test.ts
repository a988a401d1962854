import { expect, it } from "vitest"
import { THEMES } from "../findings/ids.ts"
import { readStory } from "../read.ts"
import { countWords } from "../text/tokens.ts"
import { WORKED_STORIES } from "./index.ts"
import { textOf } from "./worked.ts"

it.each(WORKED_STORIES)("$id is whole, of full length, and leaves the coach nothing to ask", (story) => {
  const text = textOf(story)
  expect(countWords(text)).toBeGreaterThanOrEqual(250)
  expect(countWords(text)).toBeLessThanOrEqual(320)
  const parts = new Set(story.sentences.map(({ part }) => part))
  expect(
    ["situation", "task", "action", "result", "hardening"].filter((part) => !parts.has(part as never)),
  ).toEqual([])
  for (const theme of [undefined, ...story.tells]) {
    const reading = readStory(text, { theme })
    expect(reading.isStory).toBe(true)
    expect(
      reading.findings.map(({ id }) => id),
      theme ?? "no theme",
    ).toEqual([])
    expect(reading.facts).toMatchObject({ numberInOutcome: true })
  }
  expect(readStory(text).facts.onCallMoment).toBe(story.badHour)
  expect(story.tells.filter((theme) => story.could.includes(theme))).toEqual([])
})

it("touches every theme, with eight different stories on all levels", () => {
  const touched = new Set(WORKED_STORIES.flatMap(({ tells, could }) => [...tells, ...could]))
  expect([...touched].toSorted()).toEqual([...THEMES].toSorted())
  expect(new Set(WORKED_STORIES.map(({ id }) => id)).size).toBe(8)
  expect(new Set(WORKED_STORIES.map(({ level }) => level))).toEqual(
    new Set(["junior", "mid", "senior", "principal"]),
  )
})

it("reads most sentences of each story as they are marked", () => {
  for (const story of WORKED_STORIES) {
    const read = readStory(textOf(story)).sentences
    expect(read, story.id).toHaveLength(story.sentences.length)
    const right = read.filter(({ part }, at) => part === story.sentences[at]?.part).length
    expect(right / read.length, story.id).toBeGreaterThan(0.7)
  }
})
