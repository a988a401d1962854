import type { Part } from "../src/parts/part.ts"
import { featuresOf } from "../src/parts/features.ts"
import type { Lessons, Prepared } from "./prepare.ts"

/** Parts that people leave out. */
const LEFT_OUT: readonly Part[] = ["task", "result", "hardening"]
/** One variant of so many is learned from: enough to show that a part may be missing, not so many that it seems to be as a rule. */
const ONE_OF = 3
const FEWEST = 3

const without = (story: Prepared, part: Part): Prepared | undefined => {
  const kept = story.parts.flatMap((own, i) => (own === part ? [] : [i]))
  if (kept.length === story.parts.length || kept.length < FEWEST) return undefined
  const senses = kept.map((i) => story.senses[i] as Prepared["senses"][number])
  return { ...story, senses, features: featuresOf(senses), parts: kept.map((i) => story.parts[i] as Part) }
}

/**
 * The stories, and some of them once more with all sentences of one part left out. Nearly every story of the material has a task
 * and a result, so weights would learn that whatever stands before the first step is the task; a story told without one
 * teaches that it needn't be. Some of those told in one breath stand among them. In the voice and fold of the story it is made from.
 */
export const withVariants = ({ stories, joined }: Lessons): Prepared[] => [
  ...stories,
  ...joined.filter((_, i) => i % ONE_OF === 0),
  ...stories
    .flatMap((story) => LEFT_OUT.flatMap((part) => without(story, part) ?? []))
    .filter((_, i) => i % ONE_OF === 0),
]
