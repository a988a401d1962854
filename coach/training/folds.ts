import { absences, marginals } from "../src/parts/chain.ts"
import { featuresOf } from "../src/parts/features.ts"
import { inOneTense } from "../src/parts/narrative.ts"
import { type Sense, senseOf } from "../src/parts/sense.ts"
import type { Answer } from "./material.ts"
import { type Example, latticeOf, type Options, trainParts, USUAL, type Weights } from "./train-parts.ts"

export interface Prepared extends Example {
  answer: Answer
  senses: Sense[]
  fold: number
}

/** What is never split between folds: all answers of a voice, or all voices of a writer. */
export type Whole = "voice" | "writer"

/** How many people wrote stories of the material: as many folds leave out one writer each. */
export const writersOf = (answers: readonly Answer[]): number =>
  new Set(answers.filter((a) => a.isStory).map((a) => a.writer)).size

/** Answers that are stories, sensed, dealt in turn into folds by voice or by writer: none is in two. */
export function prepare(answers: readonly Answer[], folds: number, whole: Whole = "voice"): Prepared[] {
  const stories = answers.filter((a) => a.isStory)
  const wholes = [...new Set(stories.map((a) => a[whole]))].sort()
  return stories.map((answer) => {
    const senses = inOneTense(answer.sentences.map((s) => senseOf(answer.text, s)))
    return {
      answer,
      senses,
      voice: answer.voice,
      features: featuresOf(senses),
      parts: answer.sentences.map((s) => s.part),
      fold: wholes.indexOf(answer[whole]) % folds,
    }
  })
}

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
  const made = new Map<string, Weights>()
  const weightsWithout = (a: number, b: number): Weights => {
    const key = [Math.min(a, b), Math.max(a, b)].join()
    const found =
      made.get(key) ??
      trainParts(
        prepared.filter(({ fold }) => fold !== a && fold !== b),
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
