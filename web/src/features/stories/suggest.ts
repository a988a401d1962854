import { readStory } from "@backfill/coach"
import type { Story, StoryTheme } from "@backfill/contract"
import { type Likeness, likenesses, type Weights } from "./serves/model.ts"

/** With fewer words a story is only begun: nothing is said of what it serves. */
const BEGUN = 60
const MOST = 3
/**
 * From which share of likeness a theme is worth a question. With it, of answers by people whom the model never read,
 * two in three have their theme among the suggestions, at 1.3 suggestions a story (`web/training`).
 */
const WORTH_ASKING = 0.11

/** All themes by how much a text sounds like answers to them; nothing for what isn't a story or is just begun. */
function heard(text: string, model: Weights): Likeness[] {
  const reading = readStory(text)
  return reading.isStory && reading.words >= BEGUN ? likenesses(text, model) : []
}

/** Themes that a text may serve, the likeliest first. A guess from its words; the person decides. */
export const suggestThemes = (text: string, model: Weights): StoryTheme[] =>
  heard(text, model)
    .slice(0, MOST)
    .flatMap(({ theme, share }) => (share >= WORTH_ASKING ? [theme] : []))

/** Whether the coach hears something break at a bad hour. */
export const hearsBadHour = (text: string): boolean => {
  const reading = readStory(text)
  return reading.isStory && reading.words >= BEGUN && reading.facts.onCallMoment
}

type Read = Pick<Story, "id" | "title" | "text" | "themes">

/** Where words say nothing each of twenty themes gets 0.05; from here on a story is worth a thought for an empty one. */
const WORTH_A_THOUGHT = 0.07

/** For each theme without a story, the one that sounds most like it; a theme that none sounds like is left out. */
export function candidatesFor<One extends Read>(
  themes: readonly StoryTheme[],
  stories: readonly One[],
  model: Weights,
): { theme: StoryTheme; story: One }[] {
  const read = stories.map((story) => ({ story, likely: heard(story.text, model) }))
  return themes.flatMap((theme) => {
    const best = read
      .map(({ story, likely }) => ({
        story,
        share: likely.find((each) => each.theme === theme)?.share ?? 0,
      }))
      .toSorted((a, b) => b.share - a.share)[0]
    return best && best.share >= WORTH_A_THOUGHT ? [{ theme, story: best.story }] : []
  })
}
