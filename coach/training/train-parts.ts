import { type Lattice, marginals } from "../src/parts/chain.ts"
import { PARTS, type Part } from "../src/parts/part.ts"
import { scoresOf } from "../src/parts/weights.ts"
import { minimise } from "./minimise.ts"

const K = PARTS.length

export interface Example {
  voice: string
  features: string[][]
  parts: Part[]
}
export interface Weights {
  /** For each feature, a weight for each part. */
  features: Map<string, Float64Array>
  /** The layout of `Lattice.steps`. */
  steps: Float64Array
}
export interface Options {
  /** How hard weights are held near 0. */
  penalty: number
  /** The same for what counts single words. */
  wordPenalty: number
  /** In how many voices a feature must have been seen. */
  voices: number
}
export const USUAL: Options = { penalty: 5, wordPenalty: 5, voices: 2 }

/** A linear-chain conditional random field, by maximum likelihood with a squared penalty. */
export function trainParts(
  examples: readonly Example[],
  { penalty, wordPenalty, voices }: Options = USUAL,
): Weights {
  const seen = new Map<string, Map<string, number>>()
  for (const { voice, features } of examples)
    for (const feature of features.flat()) {
      const counts = seen.get(feature) ?? new Map<string, number>()
      counts.set(voice, (counts.get(voice) ?? 0) + 1)
      seen.set(feature, counts)
    }
  const names = [...seen]
    .filter(([, by]) => by.size >= voices && [...by.values()].reduce((a, b) => a + b) >= 3)
    .map(([name]) => name)
    .sort()
  const ids = new Map(names.map((name, id) => [name, id]))
  const stories = examples.map(({ features, parts }) => ({
    rows: features.map((row) => Int32Array.from([...new Set(row)].flatMap((f) => ids.get(f) ?? []))),
    labels: parts.map((part) => PARTS.indexOf(part)),
  }))
  const base = names.length * K
  const penalties = new Float64Array(base + (K + 1) * K).fill(penalty)
  for (const [id, name] of names.entries())
    if (/^(w|b|early|first|first2|last) /.test(name)) penalties.fill(wordPenalty, id * K, id * K + K)
  penalties.fill(0.5, base)
  const theta = minimise(
    (x, gradient) => {
      let loss = 0
      for (let i = 0; i < x.length; i++) {
        loss += 0.5 * (penalties[i] as number) * (x[i] as number) ** 2
        gradient[i] = (penalties[i] as number) * (x[i] as number)
      }
      const lattice: { scores: Float64Array[]; steps: Float64Array } = { scores: [], steps: x.subarray(base) }
      for (const { rows, labels } of stories) {
        lattice.scores = rows.map((row) => {
          const scores = new Float64Array(K)
          for (let f = 0; f < row.length; f++) {
            const at = (row[f] as number) * K
            for (let k = 0; k < K; k++) scores[k] = (scores[k] as number) + (x[at + k] as number)
          }
          return scores
        })
        const { parts, steps, logPartition } = marginals(lattice)
        loss += logPartition
        for (let at = 0; at < steps.length; at++)
          gradient[base + at] = (gradient[base + at] as number) + (steps[at] as number)
        let before: number = K
        for (const [i, label] of labels.entries()) {
          loss -= (lattice.scores[i]?.[label] as number) + (x[base + before * K + label] as number)
          gradient[base + before * K + label] = (gradient[base + before * K + label] as number) - 1
          before = label
          const row = rows[i] as Int32Array
          const off = parts[i] as Float64Array
          off[label] = (off[label] as number) - 1
          for (let f = 0; f < row.length; f++) {
            const at = (row[f] as number) * K
            for (let k = 0; k < K; k++) gradient[at + k] = (gradient[at + k] as number) + (off[k] as number)
          }
        }
      }
      return loss
    },
    base + (K + 1) * K,
  )
  return {
    features: new Map(names.map((name, id) => [name, theta.slice(id * K, id * K + K)])),
    steps: theta.slice(base),
  }
}

/** The lattice that weights make of a story. */
export const latticeOf = (weights: Weights, features: readonly string[][]): Lattice => ({
  steps: weights.steps,
  scores: features.map((row) => scoresOf(row, weights.features)),
})
