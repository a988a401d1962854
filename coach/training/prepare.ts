import { featuresOf } from "../src/parts/features.ts"
import { inOneTense } from "../src/parts/narrative.ts"
import { type Sense, senseOf } from "../src/parts/sense.ts"
import type { Answer } from "./material.ts"
import type { Example } from "./train-parts.ts"

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
