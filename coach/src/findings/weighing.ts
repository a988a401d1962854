/** A weighted sum of named numbers. */
export interface Weighing {
  bias: number
  weights: Record<string, number>
}

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x))

/** The sum itself, as log odds; what isn't named in `signals` counts as 0. */
export function weigh({ bias, weights }: Weighing, signals: ReadonlyMap<string, number>): number {
  let sum = bias
  for (const [name, weight] of Object.entries(weights)) sum += weight * (signals.get(name) ?? 0)
  return sum
}
