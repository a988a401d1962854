/** What a difference between two values means. Anchored 1 to 5 scores are ordinal. */
export type AlphaMetric = "nominal" | "ordinal" | "interval" | "ratio"

export interface Alpha {
  /** 1 is full agreement, 0 chance, below 0 worse than chance; `null` where every value is the same or none pair up. */
  alpha: number | null
  /** Values in units that have at least two. */
  pairable: number
  /** Units that have at least two values. */
  units: number
}

/**
 * Krippendorff's alpha for any number of raters with missing values: rows are raters, columns units, `null` is missing.
 * Units with fewer than two values are dropped. alpha = 1 − (n−1) Σ o_ck δ² / Σ n_c n_k δ².
 * Krippendorff 2011, Computing Krippendorff's Alpha-Reliability.
 */
export function krippendorffAlpha(
  ratings: readonly (readonly (number | null)[])[],
  metric: AlphaMetric = "ordinal",
): Alpha {
  const width = ratings.reduce((most, row) => Math.max(most, row.length), 0)
  const units = Array.from({ length: width }, (_, unit) =>
    ratings.map((row) => row[unit] ?? null).filter((value): value is number => value !== null),
  ).filter((values) => values.length >= 2)

  const counts = new Map<number, number>()
  for (const value of units.flat()) counts.set(value, (counts.get(value) ?? 0) + 1)
  const values = [...counts.keys()].toSorted((a, b) => a - b)
  const pairable = units.reduce((total, unit) => total + unit.length, 0)
  const difference = squaredDifference(values, counts, metric)

  let seen = 0
  for (const unit of units) {
    let within = 0
    for (const a of unit) for (const b of unit) within += difference(a, b)
    seen += within / (unit.length - 1)
  }
  let chance = 0
  for (const [a, countA] of counts)
    for (const [b, countB] of counts) chance += countA * countB * difference(a, b)
  const alpha = chance === 0 ? null : 1 - ((pairable - 1) * seen) / chance
  return { alpha, pairable, units: units.length }
}

type Difference = (a: number, b: number) => number

function squaredDifference(
  values: number[],
  counts: ReadonlyMap<number, number>,
  metric: AlphaMetric,
): Difference {
  if (metric === "nominal") return (a, b) => (a === b ? 0 : 1)
  if (metric === "interval") return (a, b) => (a - b) ** 2
  if (metric === "ratio") return (a, b) => (a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2)
  // Ordinal: how many values lie between the two, each end counted half.
  const below = new Map<number, number>()
  let running = 0
  for (const value of values) {
    const count = counts.get(value) ?? 0
    below.set(value, running + count / 2)
    running += count
  }
  return (a, b) => ((below.get(a) ?? 0) - (below.get(b) ?? 0)) ** 2
}
