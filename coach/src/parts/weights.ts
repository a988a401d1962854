import { PARTS } from "./part.ts"
import stored from "./weights.json" with { type: "json" }

const K = PARTS.length
/** Weights are stored as whole hundredths. */
export const STEP = 100

const numbers = (text: string): number[] => text.split(" ").map((n) => Number(n) / STEP)

/** Weights as trained (`npm run train -w coach`): a line for each feature, its name and a weight for each part. */
function read(lines: readonly string[]): Map<string, Float64Array> {
  return new Map(
    lines.map((line) => {
      const tab = line.indexOf("\t")
      return [line.slice(0, tab), Float64Array.from(numbers(line.slice(tab + 1)))]
    }),
  )
}

let features: Map<string, Float64Array> | undefined
let steps: Float64Array | undefined

/** The scores of a story's sentences by the weights that are shipped. Read once, at the first story. */
export function storyLattice(rows: readonly (readonly string[])[]) {
  features ??= read(stored.features)
  steps ??= Float64Array.from(numbers(stored.steps))
  return { scores: rows.map((row) => scoresOf(row, features as Map<string, Float64Array>)), steps }
}

/** Adds up the weights of a sentence's features, each counted once. */
export function scoresOf(row: readonly string[], weights: ReadonlyMap<string, Float64Array>): Float64Array {
  const scores = new Float64Array(K)
  for (const name of new Set(row)) {
    const found = weights.get(name)
    if (found) for (let k = 0; k < K; k++) scores[k] = (scores[k] as number) + (found[k] as number)
  }
  return scores
}
