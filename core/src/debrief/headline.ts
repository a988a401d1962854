import { agreementCount } from "./matrix.ts"
import type { DebriefRater, MatrixRow } from "./matrix.ts"

/** The finding above the matrix, in parts; `headlineWords` puts them into a sentence. */
export type Headline =
  /** The competency that divides the panel most, its scores from low to high, and how many more do. */
  | {
      kind: "open-question"
      competencyId: string
      title: string
      scores: { name: string; score: number }[]
      others: number
    }
  | { kind: "agreement"; competencies: number }
  /** Weighted competencies nobody rated, when nothing divides the panel. */
  | { kind: "gap"; titles: string[] }
  /** Nothing can be compared: nobody rated, or nobody the same competency. */
  | { kind: "no-comparison"; rated: number }

/** The headline of a sorted matrix. */
export function headline(rows: readonly MatrixRow[], raters: readonly DebriefRater[]): Headline {
  const apart = rows.filter((row) => row.accord === "apart")
  const [first] = apart
  if (first) {
    const names = new Map(raters.map((rater) => [rater.id, rater.name]))
    const scores = first.cells
      .flatMap(({ raterId, score }) =>
        score === null ? [] : [{ name: names.get(raterId) ?? raterId, score }],
      )
      .toSorted((a, b) => a.score - b.score)
    const { id, title } = first.competency
    return { kind: "open-question", competencyId: id, title, scores, others: apart.length - 1 }
  }
  const rated = rows.filter((row) => row.mean !== null).length
  const { of } = agreementCount(rows)
  if (of === 0) return { kind: "no-comparison", rated }
  const gaps = rows.filter((row) => row.accord === "nobody" && row.competency.weight > 0)
  if (gaps.length > 0) return { kind: "gap", titles: gaps.map((row) => row.competency.title) }
  return { kind: "agreement", competencies: of }
}

/** The headline as one sentence without its full stop, e.g. “Streaming is the open question: Henrik 2, Pieter 4”. */
export function headlineWords(found: Headline): string {
  switch (found.kind) {
    case "open-question": {
      const scores = found.scores.map(({ name, score }) => `${name} ${scoreWords(score)}`).join(", ")
      return `${found.title} is the open question: ${scores}`
    }
    case "agreement":
      return found.competencies === 1
        ? "On the one competency that two people rated, they are at most one step apart"
        : `Nobody is more than one step apart on any of ${numberWords(found.competencies)} competencies`
    case "gap":
      return `The panel agrees, but nobody rated ${listWords(found.titles)}`
    case "no-comparison":
      return found.rated === 0
        ? "Nothing was rated yet"
        : "No competency has two raters, so there is nothing to compare"
  }
}

/** The line under the headline: on how many of the compared competencies nobody is more than one step apart. */
export function agreementWords({ alike, of }: { alike: number; of: number }): string {
  if (of === 0) return "No competency was rated by two people."
  if (alike === of) return `On all ${numberWords(of)} compared criteria nobody is more than one step apart.`
  if (alike === 0)
    return `On none of ${numberWords(of)} compared criteria are all within one step of each other.`
  return `On ${numberWords(alike)} of ${numberWords(of)} compared criteria nobody is more than one step apart.`
}

/** A score with one decimal where it isn't whole. */
export function scoreWords(score: number): string {
  return Number.isInteger(score) ? String(score) : score.toFixed(1)
}

const SMALL = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
]

/** A whole number as a sentence says it: in words up to twelve, `no` for none. */
export function numberWords(count: number): string {
  return SMALL[count] ?? String(count)
}

/** Items as a sentence lists them: "a", "a and b", "a, b and c". */
export function listWords(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`
}
