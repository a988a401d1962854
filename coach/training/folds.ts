import { absences, marginals } from "../src/parts/chain.ts"
import type { Prepared } from "./prepare.ts"
import { latticeOf, type Options, trainParts, USUAL, type Weights } from "./train-parts.ts"
import { withVariants } from "./variants.ts"

/** What a story's parts look like by some weights. */
export interface ReadParts {
  parts: Float64Array[]
  absent: Float64Array
}
export function partsOf(weights: Weights, features: readonly string[][]): ReadParts {
  const lattice = latticeOf(weights, features)
  return { parts: marginals(lattice).parts, absent: absences(lattice) }
}

/**
 * Trains without two folds at a time, so that what the findings learn from was never seen in training the parts, nor is what
 * they are tried on: `partsFor(story, k)` is by weights that know neither the story's own fold nor fold k.
 */
export function trainApart(prepared: readonly Prepared[], folds: number, options: Options = USUAL) {
  const all = withVariants(prepared)
  const made = new Map<string, Weights>()
  const weightsWithout = (a: number, b: number): Weights => {
    const key = [Math.min(a, b), Math.max(a, b)].join()
    const found =
      made.get(key) ??
      trainParts(
        all.filter(({ fold }) => fold !== a && fold !== b),
        options,
      )
    made.set(key, found)
    return found
  }
  const known = new Map<string, ReadParts>()
  return {
    partsFor(story: Prepared, k: number): ReadParts {
      const key = `${story.voice}/${story.answer.id} ${k}`
      const parts = known.get(key) ?? partsOf(weightsWithout(story.fold, k), story.features)
      known.set(key, parts)
      return parts
    },
  }
}
