import { sigmoid, weigh, type Weighing } from "../findings/weighing.ts"
import type { Sense } from "../parts/sense.ts"
import stored from "./weights.json" with { type: "json" }
import { type Shape, traitsOf } from "./traits.ts"

/** Twenty minutes of talk: more than this is a document, whatever it holds. */
export const MOST_WORDS = 2_600
const FEWEST_WORDS = 12
/** A text is called no story only when that is fairly sure: a story taken for none would get no help at all. */
export const STORY_FROM = 0.4

/** Whether the surface alone says that this isn't a told story: code, lists, another language, hardly any text. */
export function isPlainlyNoStory({ words, code, list, english, signs }: Shape): boolean {
  return (
    words < FEWEST_WORDS || words > MOST_WORDS || code >= 0.3 || list >= 0.5 || english < 0.2 || signs > 0.03
  )
}

/** How sure it is, from 0 to 1, that sentences tell one thing that happened. */
export const storyConfidence = (senses: readonly Sense[], shape: Shape): number =>
  sigmoid(weigh(stored as unknown as Weighing, traitsOf(senses, shape)))

export const isStory = (senses: readonly Sense[], shape: Shape): boolean =>
  !isPlainlyNoStory(shape) && storyConfidence(senses, shape) >= STORY_FROM
