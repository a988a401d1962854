import { clauseSenses } from "../src/parts/clauses.ts"
import { featuresOf } from "../src/parts/features.ts"
import { inOneTense } from "../src/parts/narrative.ts"
import { type Sense, senseOf } from "../src/parts/sense.ts"
import { inOneBreath } from "./joined.ts"
import type { Answer } from "./material.ts"
import type { Example } from "./train-parts.ts"

export interface Prepared extends Example {
  answer: Answer
  senses: Sense[]
  /** The same by clauses. */
  clauses: { senses: Sense[]; features: string[][] }
  fold: number
}

/** What is never split between folds: all answers of a voice, or all voices of a writer. */
export type Whole = "voice" | "writer"

/** How many people wrote stories of the material: as many folds leave out one writer each. */
export const writersOf = (answers: readonly Answer[]): number =>
  new Set(answers.filter((a) => a.isStory).map((a) => a.writer)).size

/** How often the stories of each whole are among the answers, the most first. */
const bySize = (stories: readonly Answer[], whole: Whole): string[] =>
  [...Map.groupBy(stories, (a) => a[whole])]
    .sort(([a, own], [b, others]) => others.length - own.length || (a < b ? -1 : 1))
    .map(([name]) => name)

/** Deals voices or writers into folds of about the same number of stories: the largest first, each to the fold with fewest so far. */
function foldsOf(stories: readonly Answer[], folds: number, whole: Whole): Map<string, number> {
  const sizes = Array.from({ length: folds }, () => 0)
  return new Map(
    bySize(stories, whole).map((name) => {
      const fold = sizes.indexOf(Math.min(...sizes))
      sizes[fold] = (sizes[fold] as number) + stories.filter((a) => a[whole] === name).length
      return [name, fold]
    }),
  )
}

/** What is learned from: stories, and some of the same in halves of sentences that tell a step and a result in one breath. */
export interface Lessons {
  stories: Prepared[]
  joined: Prepared[]
}

/** Answers that are stories, sensed, dealt into folds by voice or by writer: none is in two. */
export function prepare(answers: readonly Answer[], folds: number, whole: Whole = "voice"): Lessons {
  const stories = answers.filter((a) => a.isStory)
  const dealt = foldsOf(stories, folds, whole)
  const one = (answer: Answer): Prepared => {
    const sensed = answer.sentences.map((s) => senseOf(answer.text, s))
    const senses = inOneTense(sensed)
    const clauses = inOneTense(clauseSenses(answer.text, sensed))
    return {
      answer,
      senses,
      voice: answer.voice,
      features: featuresOf(senses),
      clauses: { senses: clauses, features: featuresOf(clauses) },
      parts: answer.sentences.map((s) => s.part),
      fold: dealt.get(answer[whole]) as number,
    }
  }
  return { stories: stories.map(one), joined: inOneBreath(stories).map(one) }
}
