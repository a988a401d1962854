import { cohenKappa, type Question } from "@backfill/core"
import { nameOf, type Reading } from "./samples.ts"

/** One answer: the score it was written for, and what a reader gave who didn't know it. */
export interface Pair {
  question: string
  intended: number
  given: number
}

/** The readings of answers that still stand in a kit, word for word and by the same anchors. */
export function pairs(questions: readonly Question[], readings: readonly Reading[]): Pair[] {
  return questions.flatMap((question) =>
    question.samples.flatMap(({ score, answer }) =>
      readings.flatMap(({ scores }) => {
        const given = scores[question.id]?.[nameOf(question, answer)]
        return given === undefined ? [] : [{ question: question.id, intended: score, given }]
      }),
    ),
  )
}

/** The ids of questions of which an answer hasn't been read as it stands now. */
export const unread = (questions: readonly Question[], all: readonly Pair[]): string[] =>
  questions
    .filter(({ id, samples }) => all.filter((one) => one.question === id).length < samples.length)
    .map(({ id }) => id)

const SCORES = [1, 2, 3, 4, 5]

/** Intended scores down, given ones across. */
export const counts = (all: readonly Pair[]): number[][] =>
  SCORES.map((intended) =>
    SCORES.map((given) => all.filter((one) => one.intended === intended && one.given === given).length),
  )

/** Agreement beyond chance with squared weights, as docs/scoring.md has it. */
export const agreement = (all: readonly Pair[]) => cohenKappa(counts(all), "quadratic")

/** A kit's table in docs/blind-scoring.md. */
export function markdown(kit: string, questions: readonly Question[], all: readonly Pair[]): string {
  const kappa = agreement(all)
  const rows = counts(all).map((row, index) => `| ${index + 1} | ${row.join(" | ")} |`)
  const read = new Set(all.map((one) => one.question)).size
  const missed = all.filter((one) => one.intended !== one.given)
  const misses = missed.map((one) => `- \`${one.question}\`: written for ${one.intended}, given ${one.given}`)
  const left = unread(questions, all)
  return [
    `### \`${kit}\``,
    `${all.length} answers to ${read} questions; weighted kappa ${kappa?.kappa?.toFixed(3)}.`,
    ["| written for | given 1 | 2 | 3 | 4 | 5 |", "| --- | --- | --- | --- | --- | --- |", ...rows].join(
      "\n",
    ),
    misses.length === 0 ? "No answer was given another score than it was written for." : misses.join("\n"),
    ...(left.length === 0 ? [] : [`Not read yet as they stand now: ${left.join(", ")}.`]),
  ].join("\n\n")
}
