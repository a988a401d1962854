/** A function's value at a point; writes its gradient. */
export type Objective = (at: Float64Array, gradient: Float64Array) => number

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number)
  return sum
}

const minus = (a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> => {
  const difference = new Float64Array(a.length)
  for (let i = 0; i < a.length; i++) difference[i] = (a[i] as number) - (b[i] as number)
  return difference
}

/**
 * Limited-memory BFGS with backtracking (Nocedal and Wright, 2006, algorithm 7.5): the minimum of a smooth convex function.
 * The same function from the same beginning gives the same answer.
 */
export function minimise(objective: Objective, size: number, rounds = 80, memory = 7): Float64Array {
  let x = new Float64Array(size)
  let g = new Float64Array(size)
  let value = objective(x, g)
  const zero = new Float64Array(size)
  const steps: { s: Float64Array; y: Float64Array; rho: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const direction = minus(zero, g)
    const alphas: number[] = []
    for (const { s, y, rho } of steps.toReversed()) {
      const alpha = rho * dot(s, direction)
      alphas.push(alpha)
      for (let i = 0; i < size; i++) direction[i] = (direction[i] as number) - alpha * (y[i] as number)
    }
    const last = steps.at(-1)
    const scale = last ? dot(last.s, last.y) / dot(last.y, last.y) : 1 / Math.max(1, Math.sqrt(dot(g, g)))
    for (let i = 0; i < size; i++) direction[i] = (direction[i] as number) * scale
    for (const { s, y, rho } of steps) {
      const beta = rho * dot(y, direction)
      const alpha = alphas.pop() as number
      for (let i = 0; i < size; i++)
        direction[i] = (direction[i] as number) + (s[i] as number) * (alpha - beta)
    }
    const slope = dot(g, direction)
    if (slope >= 0) return x
    let length = 1
    let next = x
    let nextGradient = g
    let nextValue = value
    for (let tries = 0; tries < 25; tries++, length /= 2) {
      next = new Float64Array(size)
      for (let i = 0; i < size; i++) next[i] = (x[i] as number) + length * (direction[i] as number)
      nextGradient = new Float64Array(size)
      nextValue = objective(next, nextGradient)
      if (nextValue <= value + 1e-4 * length * slope) break
    }
    if (value - nextValue < 1e-7 * Math.abs(value)) return nextValue < value ? next : x
    const s = minus(next, x)
    const y = minus(nextGradient, g)
    const curvature = dot(s, y)
    if (curvature > 1e-10) steps.push({ s, y, rho: 1 / curvature })
    if (steps.length > memory) steps.shift()
    ;[x, g, value] = [next, nextGradient, nextValue]
  }
  return x
}
