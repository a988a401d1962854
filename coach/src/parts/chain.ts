import { PARTS } from "./part.ts"

const K = PARTS.length

/** Scores of every part for every sentence, and of every part after another; the first row of `steps` is the beginning. */
export interface Lattice {
  scores: readonly Float64Array[]
  /** (K + 1) × K: row K is the beginning of the story. */
  steps: Float64Array
}

export interface Marginals {
  /** For each sentence, how sure each part is; each row adds up to 1. */
  parts: Float64Array[]
  /** Expected number of steps from part to part, in the layout of `steps`. */
  steps: Float64Array
  logPartition: number
}

/** Steps as factors rather than as their logarithms. */
const factorsOf = (steps: Float64Array): Float64Array => steps.map(Math.exp)

/** A sentence's scores as factors, the largest 1, and what was taken out. */
function likely(score: Float64Array, except = -1): { factors: Float64Array; max: number } {
  let max = Number.NEGATIVE_INFINITY
  for (let k = 0; k < K; k++) if (k !== except) max = Math.max(max, score[k] as number)
  const factors = new Float64Array(K)
  for (let k = 0; k < K; k++) if (k !== except) factors[k] = Math.exp((score[k] as number) - max)
  return { factors, max }
}

/** One step forward, each row adding up to 1: what it was before is written into `row` and returned as a sum. */
function forwardStep(
  row: Float64Array,
  before: Float64Array | undefined,
  steps: Float64Array,
  factors: Float64Array,
): number {
  let total = 0
  for (let k = 0; k < K; k++) {
    let sum = 0
    if (before) for (let j = 0; j < K; j++) sum += (before[j] as number) * (steps[j * K + k] as number)
    else sum = steps[K * K + k] as number
    row[k] = sum * (factors[k] as number)
    total += row[k] as number
  }
  for (let k = 0; k < K; k++) row[k] = (row[k] as number) / total
  return total
}

/** Forward and backward over a chain of sentences (Lafferty, McCallum and Pereira, 2001), scaled at every step (Rabiner, 1989). */
export function marginals({ scores, steps: logSteps }: Lattice): Marginals {
  const n = scores.length
  const steps = factorsOf(logSteps)
  const factors: Float64Array[] = []
  const parts: Float64Array[] = []
  const totals = new Float64Array(n)
  let logPartition = 0
  for (const [i, score] of scores.entries()) {
    const own = likely(score)
    const row = new Float64Array(K)
    const total = forwardStep(row, parts[i - 1], steps, own.factors)
    factors.push(own.factors)
    parts.push(row)
    totals[i] = total
    logPartition += Math.log(total) + own.max
  }
  const expected = new Float64Array((K + 1) * K)
  let after = new Float64Array(K).fill(1)
  for (let i = n - 1; i >= 0; i--) {
    const row = parts[i] as Float64Array
    const before = parts[i - 1]
    const next = new Float64Array(K)
    for (let k = 0; k < K; k++) {
      const from = ((factors[i] as Float64Array)[k] as number) * (after[k] as number)
      row[k] = (row[k] as number) * (after[k] as number)
      if (!before) {
        expected[K * K + k] = row[k] as number
        continue
      }
      for (let j = 0; j < K; j++) {
        const at = j * K + k
        const way = ((steps[at] as number) * from) / (totals[i] as number)
        next[j] = (next[j] as number) + way
        expected[at] = (expected[at] as number) + (before[j] as number) * way
      }
    }
    after = next
  }
  return { parts, steps: expected, logPartition }
}

/**
 * For each part, the logarithm of how likely it is that no sentence of the story has it (0: surely none has). Summed over all
 * ways to label the story, so that two sentences which may both be the task count as more than one.
 */
export function absences({ scores, steps: logSteps }: Lattice): Float64Array {
  const steps = factorsOf(logSteps)
  const whole = logPartition(scores, steps, -1)
  return Float64Array.from(PARTS, (_, k) => logPartition(scores, steps, k) - whole)
}

function logPartition(scores: readonly Float64Array[], steps: Float64Array, except: number): number {
  let before: Float64Array | undefined
  let sum = 0
  for (const score of scores) {
    const { factors, max } = likely(score, except)
    const row = new Float64Array(K)
    sum += Math.log(forwardStep(row, before, steps, factors)) + max
    before = row
  }
  return sum
}
