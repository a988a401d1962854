import { STORY_THEMES, type StoryTheme } from "@backfill/contract"
import { cuesOf } from "./cues.ts"

/** How rare each cue is, and its weight for each theme in the order of `STORY_THEMES`. */
export type Weights = ReadonlyMap<string, { rarity: number; weights: readonly number[] }>

/** How much a text sounds like the answers to one theme. The shares of all themes make 1. */
export interface Likeness {
  theme: StoryTheme
  share: number
}

/** Cues of a text that the model knows, as a vector of length 1. */
export function vectorOf(
  cues: Iterable<string>,
  rarityOf: (cue: string) => number | undefined,
): [string, number][] {
  const known = [...cues].flatMap((cue): [string, number][] => {
    const rarity = rarityOf(cue)
    return rarity === undefined ? [] : [[cue, rarity]]
  })
  const length = Math.hypot(...known.map(([, rarity]) => rarity)) || 1
  return known.map(([cue, rarity]) => [cue, rarity / length])
}

/** All themes, those first that the words of `text` are most like. Same text, same order. */
export function likenesses(text: string, model: Weights): Likeness[] {
  const vector = vectorOf(cuesOf(text).keys(), (cue) => model.get(cue)?.rarity)
  const scores = STORY_THEMES.map((_, theme) =>
    vector.reduce((sum, [cue, value]) => sum + value * (model.get(cue)?.weights[theme] ?? 0), 0),
  )
  const most = Math.max(...scores)
  const grown = scores.map((score) => Math.exp(score - most))
  const all = grown.reduce((sum, one) => sum + one, 0)
  return STORY_THEMES.map((theme, at) => ({ theme, share: (grown[at] ?? 0) / all })).toSorted(
    (a, b) => b.share - a.share,
  )
}

/** Reads the file that `train.ts` writes: a line for each cue, its rarity and its weights in tenths. */
export function readWeights(lines: readonly string[]): Weights {
  return new Map(
    lines.map((line) => {
      const [cue = "", numbers = ""] = line.split("\t")
      const [rarity = 0, ...weights] = numbers.split(" ").map((tenths) => Number(tenths) / 10)
      return [cue, { rarity, weights }]
    }),
  )
}
