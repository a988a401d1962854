/** How near two categories count as agreeing: only when equal, or less the further apart. */
export type KappaWeights = "none" | "linear" | "quadratic"

/** Show `observed` and both margins beside kappa: with skewed margins alone it misleads (Feinstein & Cicchetti 1990). */
export interface Kappa {
  /** Number of rated things. */
  n: number
  /** Weighted share of agreement seen, 0 to 1. */
  observed: number
  /** Weighted share expected from the margins alone. */
  expected: number
  /** Agreement beyond chance, at most 1; `null` where chance alone explains everything (expected is 1). */
  kappa: number | null
  /** Large-sample standard error (Fleiss, Cohen & Everitt 1969); `null` with kappa. */
  standardError: number | null
  /** Share of each category by the first rater (rows) and the second (columns). */
  margins: { rows: number[]; columns: number[] }
}

/**
 * Cohen's kappa of two raters from a square table of counts, `table[i][j]` things put in category i by the first and
 * j by the second. `null` for an empty or not square table, or one with negative or non-finite counts.
 * kappa = (p_o − p_e) / (1 − p_e) with agreement weights 1 − |i−j|/(k−1) (linear) or 1 − ((i−j)/(k−1))² (quadratic).
 */
export function cohenKappa(
  table: readonly (readonly number[])[],
  weights: KappaWeights = "none",
): Kappa | null {
  const k = table.length
  const counts = table.flat()
  if (k === 0 || table.some((row) => row.length !== k)) return null
  if (counts.some((count) => !Number.isFinite(count) || count < 0)) return null
  const n = counts.reduce((a, b) => a + b, 0)
  if (n === 0) return null

  const categories = Array.from({ length: k }, (_, index) => index)
  const share = (i: number, j: number): number => (table[i]?.[j] ?? 0) / n
  const total = (f: (index: number) => number): number => categories.reduce((sum, index) => sum + f(index), 0)
  const rows = categories.map((i) => total((j) => share(i, j)))
  const columns = categories.map((j) => total((i) => share(i, j)))
  const weight = (i: number, j: number): number => agreementWeight(i, j, k, weights)

  const observed = total((i) => total((j) => weight(i, j) * share(i, j)))
  const expected = total((i) => total((j) => weight(i, j) * (rows[i] ?? 0) * (columns[j] ?? 0)))
  const beyond = 1 - expected
  if (beyond < 1e-12)
    return { n, observed, expected, kappa: null, standardError: null, margins: { rows, columns } }

  const kappa = (observed - expected) / beyond
  const rowMean = categories.map((i) => total((j) => weight(i, j) * (columns[j] ?? 0)))
  const columnMean = categories.map((j) => total((i) => weight(i, j) * (rows[i] ?? 0)))
  const spread = total((i) =>
    total((j) => {
      const pull = ((rowMean[i] ?? 0) + (columnMean[j] ?? 0)) * (1 - kappa)
      return share(i, j) * (weight(i, j) - pull) ** 2
    }),
  )
  const squared = (spread - (kappa - expected * (1 - kappa)) ** 2) / n
  const standardError = Math.sqrt(Math.max(0, squared)) / beyond
  return { n, observed, expected, kappa, standardError, margins: { rows, columns } }
}

/** Counts of pairs for `cohenKappa` from two lists of ratings 1..k; pairs with a missing value are left out. */
export function agreementTable(
  first: readonly (number | null)[],
  second: readonly (number | null)[],
  k = 5,
): number[][] {
  const table = Array.from({ length: k }, () => Array.from({ length: k }, () => 0))
  first.forEach((a, index) => {
    const b = second[index] ?? null
    const row = a === null ? undefined : table[a - 1]
    if (row === undefined || b === null || row[b - 1] === undefined) return
    row[b - 1] = (row[b - 1] ?? 0) + 1
  })
  return table
}

function agreementWeight(i: number, j: number, k: number, weights: KappaWeights): number {
  if (i === j) return 1
  if (weights === "none") return 0
  const distance = Math.abs(i - j) / (k - 1)
  return weights === "linear" ? 1 - distance : 1 - distance * distance
}
