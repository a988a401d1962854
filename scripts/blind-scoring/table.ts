import { cohenKappa, type Kit } from "@backfill/core"
import { nameOf, type Reading } from "./samples.ts"

/** One answer: the score it was written for, and what a reader gave who didn't know it. */
export interface Pair {
  question: string
  intended: number
  given: number
}

/** The readings of answers that still stand in the kit, word for word and by the same anchors. */
export function pairs(kit: Kit, readings: readonly Reading[]): Pair[] {
  return kit.questions.flatMap((question) =>
    question.samples.flatMap(({ score, answer }) =>
      readings.flatMap(({ scores }) => {
        const given = scores[question.id]?.[nameOf(question, answer)]
        return given === undefined ? [] : [{ question: question.id, intended: score, given }]
      }),
    ),
  )
}

const SCORES = [1, 2, 3, 4, 5]

/** Intended scores down, given ones across. */
export const counts = (all: readonly Pair[]): number[][] =>
  SCORES.map((intended) =>
    SCORES.map((given) => all.filter((one) => one.intended === intended && one.given === given).length),
  )

/** Agreement beyond chance with squared weights, as docs/scoring.md has it. */
export const agreement = (all: readonly Pair[]) => cohenKappa(counts(all), "quadratic")

/** The table of docs/blind-scoring.md. */
export function markdown(all: readonly Pair[]): string {
  const kappa = agreement(all)
  const rows = counts(all).map((row, index) => `| ${index + 1} | ${row.join(" | ")} |`)
  const questions = new Set(all.map((one) => one.question)).size
  const missed = all.filter((one) => one.intended !== one.given)
  const misses = missed.map((one) => `- \`${one.question}\`: written for ${one.intended}, given ${one.given}`)
  return [
    `${all.length} answers to ${questions} questions; weighted kappa ${kappa?.kappa?.toFixed(3)}.`,
    ["| written for | given 1 | 2 | 3 | 4 | 5 |", "| --- | --- | --- | --- | --- | --- |", ...rows].join(
      "\n",
    ),
    misses.length === 0 ? "No answer was given another score than it was written for." : misses.join("\n"),
  ].join("\n\n")
}
