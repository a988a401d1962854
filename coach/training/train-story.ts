import { senseOf } from "../src/parts/sense.ts"
import { isPlainlyNoStory } from "../src/story/is-story.ts"
import { shapeOf, traitsOf } from "../src/story/traits.ts"
import { sentencesIn } from "../src/text/sentences.ts"
import type { Weighing } from "../src/findings/weighing.ts"
import type { Answer } from "./material.ts"
import { type Case, trainFinding } from "./train-findings.ts"

/** How a text is told, as the coach will see it. */
export const storyCase = ({ text, isStory }: Answer): Case => ({
  signals: traitsOf(
    sentencesIn(text).map((span) => senseOf(text, span)),
    shapeOf(text),
  ),
  isTrue: isStory,
})

/** Learns to tell stories from definitions, plans, habits and self-praise; what is plainly none is left out. */
export function trainStory(answers: readonly Answer[]): Weighing {
  const cases = answers.filter(({ text }) => !isPlainlyNoStory(shapeOf(text))).map(storyCase)
  const names = [...new Set(cases.flatMap(({ signals }) => [...signals.keys()]))]
  return trainFinding(cases, names, () => 0.2)
}
