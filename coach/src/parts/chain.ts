import { PARTS } from "./part.ts"

const K = PARTS.length

/** Scores of every part for every sentence, and of every part after another; the first row of `steps` is the beginning. */
export interface Lattice {
  scores: readonly Float64Array[]
  /** (K + 1) × K: row K is the beginning of the story. */
  steps: Float64Array
}

const logSum = (values: Float64Array): number => {
  let max = Number.NEGATIVE_INFINITY
  for (const v of values) if (v > max) max = v
  let sum = 0
  for (const v of values) sum += Math.exp(v - max)
  return max + Math.log(sum)
}

export interface Marginals {
  /** For each sentence, how sure each part is; each row adds up to 1. */
  parts: Float64Array[]
  /** Expected number of steps from part to part, in the layout of `steps`. */
  steps: Float64Array
  logPartition: number
}

/** Forward and backward over a chain of sentences (Lafferty, McCallum and Pereira, 2001). */
export function marginals({ scores, steps }: Lattice): Marginals {
  const n = scores.length
  const forward: Float64Array[] = []
  const backward: Float64Array[] = Array.from({ length: n }, () => new Float64Array(K))
  const scratch = new Float64Array(K)
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(K)
    const score = scores[i] as Float64Array
    const before = forward[i - 1]
    for (let k = 0; k < K; k++) {
      if (!before) row[k] = (steps[K * K + k] as number) + (score[k] as number)
      else {
        for (let j = 0; j < K; j++) scratch[j] = (before[j] as number) + (steps[j * K + k] as number)
        row[k] = logSum(scratch) + (score[k] as number)
      }
    }
    forward.push(row)
  }
  for (let i = n - 2; i >= 0; i--) {
    const next = scores[i + 1] as Float64Array
    const after = backward[i + 1] as Float64Array
    for (let j = 0; j < K; j++) {
      for (let k = 0; k < K; k++)
        scratch[k] = (steps[j * K + k] as number) + (next[k] as number) + (after[k] as number)
      ;(backward[i] as Float64Array)[j] = logSum(scratch)
    }
  }
  const logPartition = n === 0 ? 0 : logSum(forward[n - 1] as Float64Array)
  const expected = new Float64Array((K + 1) * K)
  const parts = forward.map((row, i) =>
    row.map((f, k) => Math.exp(f + ((backward[i] as Float64Array)[k] as number) - logPartition)),
  )
  for (let i = 0; i < n; i++)
    for (let k = 0; k < K; k++) {
      if (i === 0) expected[K * K + k] = parts[0]?.[k] as number
      else
        for (let j = 0; j < K; j++) {
          const at = j * K + k
          expected[at] =
            (expected[at] as number) +
            Math.exp(
              (forward[i - 1]?.[j] as number) +
                (steps[at] as number) +
                (scores[i]?.[k] as number) +
                (backward[i]?.[k] as number) -
                logPartition,
            )
        }
    }
  return { parts, steps: expected, logPartition }
}

/**
 * For each part, the logarithm of how likely it is that no sentence of the story has it (0: surely none has). Summed over all
 * ways to label the story, so that two sentences which may both be the task count as more than one.
 */
export function absences(lattice: Lattice): Float64Array {
  const whole = logPartition(lattice)
  return Float64Array.from(PARTS, (_, k) => {
    const scores = lattice.scores.map((row) => row.map((v, j) => (j === k ? -1e6 : v)))
    return logPartition({ ...lattice, scores }) - whole
  })
}

function logPartition({ scores, steps }: Lattice): number {
  let before: Float64Array | undefined
  const scratch = new Float64Array(K)
  for (const score of scores) {
    const row = new Float64Array(K)
    for (let k = 0; k < K; k++) {
      if (!before) row[k] = (steps[K * K + k] as number) + (score[k] as number)
      else {
        for (let j = 0; j < K; j++) scratch[j] = (before[j] as number) + (steps[j * K + k] as number)
        row[k] = logSum(scratch) + (score[k] as number)
      }
    }
    before = row
  }
  return before ? logSum(before) : 0
}
