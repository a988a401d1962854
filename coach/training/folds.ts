import type { Clauses, Told } from "../src/findings/told.ts"
import { absences, marginals } from "../src/parts/chain.ts"
import type { Sense } from "../src/parts/sense.ts"
import type { Lessons, Prepared } from "./prepare.ts"
import { latticeOf, type Options, trainParts, USUAL, type Weights } from "./train-parts.ts"
import { withVariants } from "./variants.ts"

function piecesOf(weights: Weights, senses: readonly Sense[], features: readonly string[][]): Clauses {
  const lattice = latticeOf(weights, features)
  return { senses, parts: marginals(lattice).parts, absent: absences(lattice) }
}
/** A story as some weights read it, by sentences and by clauses. */
const toldBy = (weights: Weights, { answer, senses, features, clauses }: Prepared): Told => ({
  ...piecesOf(weights, senses, features),
  clauses: piecesOf(weights, clauses.senses, clauses.features),
  theme: answer.theme,
})

/**
 * Trains without two folds at a time, so that what the findings learn from was never seen in training the parts, nor is what
 * they are tried on: `toldTo(story, k)` is by weights that know neither the story's own fold nor fold k.
 */
export function trainApart(lessons: Lessons, folds: number, options: Options = USUAL) {
  const all = withVariants(lessons)
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
  const known = new Map<string, Told>()
  return {
    toldTo(story: Prepared, k: number): Told {
      const key = `${story.voice}/${story.answer.id} ${k}`
      const told = known.get(key) ?? toldBy(weightsWithout(story.fold, k), story)
      known.set(key, told)
      return told
    },
  }
}
