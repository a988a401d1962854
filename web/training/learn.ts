import { STORY_THEMES } from "@backfill/contract"
import type { Answer } from "../../coach/training/material.ts"
import { minimise } from "../../coach/training/minimise.ts"
import { cuesOf } from "../src/features/stories/serves/cues.ts"
import { vectorOf, type Weights } from "../src/features/stories/serves/model.ts"

const K = STORY_THEMES.length
/** How hard weights are held near 0, and by how many voices a cue must be used: the best of a few tried, by voices left out. */
const PENALTY = 0.01
const VOICES = 5
const ROUNDS = 60

/** Multinomial logistic regression from cues to the theme an answer was written for. The same answers give the same weights. */
export function learnThemes(answers: readonly Answer[]): Weights {
  const stories = answers.filter(({ isStory }) => isStory)
  const cues = stories.map(({ text }) => [...cuesOf(text).keys()])
  const usedBy = new Map<string, Set<string>>()
  const inStories = new Map<string, number>()
  for (const [at, { voice }] of stories.entries())
    for (const cue of cues[at] ?? []) {
      usedBy.set(cue, (usedBy.get(cue) ?? new Set()).add(voice))
      inStories.set(cue, (inStories.get(cue) ?? 0) + 1)
    }
  const known = [...usedBy].filter(([, voices]) => voices.size >= VOICES).map(([cue]) => cue)
  const ids = new Map(known.toSorted().map((cue, id) => [cue, id]))
  const rarity = (cue: string) =>
    ids.has(cue) ? Math.log(stories.length / (inStories.get(cue) ?? 1)) : undefined
  const rows = stories.map(({ theme }, at) => ({
    right: STORY_THEMES.findIndex((each) => each === theme),
    vector: vectorOf(cues[at] ?? [], rarity).map(([cue, value]) => [ids.get(cue) ?? 0, value] as const),
  }))
  const weights = minimise(
    (at, gradient) => {
      let loss = 0
      for (let i = 0; i < at.length; i++) {
        const weight = at[i] as number
        loss += (PENALTY / 2) * weight * weight
        gradient[i] = PENALTY * weight
      }
      for (const { right, vector } of rows) {
        const shares = sharesOf(at, vector)
        loss -= Math.log(shares[right] as number)
        for (const [id, value] of vector)
          for (let k = 0; k < K; k++)
            gradient[id * K + k] =
              (gradient[id * K + k] as number) + value * ((shares[k] as number) - (k === right ? 1 : 0))
      }
      return loss
    },
    ids.size * K,
    ROUNDS,
  )
  return new Map(
    [...ids].map(([cue, id]) => [
      cue,
      { rarity: rarity(cue) ?? 0, weights: Array.from(weights.subarray(id * K, id * K + K)) },
    ]),
  )
}

function sharesOf(at: Float64Array, vector: readonly (readonly [number, number])[]): number[] {
  const scores = STORY_THEMES.map((_, k) =>
    vector.reduce((sum, [id, value]) => sum + value * (at[id * K + k] as number), 0),
  )
  const most = Math.max(...scores)
  const grown = scores.map((score) => Math.exp(score - most))
  const all = grown.reduce((sum, one) => sum + one, 0)
  return grown.map((one) => one / all)
}

/** Weights as lines of the file that the page reads: cue, rarity, weights in tenths. */
export const weightLines = (weights: Weights): string[] =>
  [...weights].map(([cue, entry]) => `${cue}\t${[entry.rarity, ...entry.weights].map(tenths).join(" ")}`)

const tenths = (value: number): number => Math.round(value * 10) || 0
