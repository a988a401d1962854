import { sigmoid, type Weighing } from "../src/findings/weighing.ts"
import { minimise } from "./minimise.ts"

export interface Case {
  signals: Map<string, number>
  isTrue: boolean
}
/** Logistic regression with a squared penalty; `strength` of a signal makes its penalty smaller. */
export function trainFinding(
  cases: readonly Case[],
  names: readonly string[],
  penaltyOf: (name: string) => number,
): Weighing {
  const rows = cases.map(({ signals }) => names.map((name) => signals.get(name) ?? 0))
  const n = names.length
  const penalties = names.map(penaltyOf)
  const theta = minimise(
    (x, gradient) => {
      let loss = 0
      gradient.fill(0)
      for (let i = 0; i < n; i++) {
        loss += 0.5 * (penalties[i] as number) * (x[i] as number) ** 2
        gradient[i] = (penalties[i] as number) * (x[i] as number)
      }
      for (const [r, row] of rows.entries()) {
        let score = x[n] as number
        for (let i = 0; i < n; i++) score += (x[i] as number) * (row[i] as number)
        const p = sigmoid(score)
        const { isTrue } = cases[r] as Case
        const y = isTrue ? 1 : 0
        loss -= Math.log((isTrue ? p : 1 - p) + 1e-12)
        for (let i = 0; i < n; i++) gradient[i] = (gradient[i] as number) + (p - y) * (row[i] as number)
        gradient[n] = (gradient[n] as number) + (p - y)
      }
      return loss
    },
    n + 1,
    120,
  )
  return {
    bias: theta[n] as number,
    weights: Object.fromEntries(names.map((name, i) => [name, theta[i] as number])),
  }
}
