import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"
import { readMaterial } from "../../coach/training/material.ts"
import { likenesses, readWeights } from "../src/features/stories/serves/model.ts"
import { learnThemes, weightLines } from "./learn.ts"

const answers = readMaterial(fileURLToPath(new URL("../../coach/material", import.meta.url)))
const FOLDS = 7

it("places answers of people it never read among the themes they were written for", {
  timeout: 120_000,
}, () => {
  const voices = [...new Set(answers.map(({ voice }) => voice))].toSorted()
  const places: number[] = []
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(voices.filter((_, at) => at % FOLDS === fold))
    const model = readWeights(weightLines(learnThemes(answers.filter(({ voice }) => !held.has(voice)))))
    for (const { text, theme, voice, isStory } of answers)
      if (isStory && held.has(voice))
        places.push(likenesses(text, model).findIndex((each) => each.theme === theme))
  }
  const within = (n: number) => places.filter((place) => place < n).length / places.length
  expect(places.length).toBeGreaterThanOrEqual(300)
  expect(within(1)).toBeGreaterThanOrEqual(0.52)
  expect(within(3)).toBeGreaterThanOrEqual(0.78)
  expect(within(5)).toBeGreaterThanOrEqual(0.86)
})

it("learns the same from the same answers", () => {
  const some = answers.slice(0, 120)
  expect(weightLines(learnThemes(some))).toEqual(weightLines(learnThemes(some)))
})
