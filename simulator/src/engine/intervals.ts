/** Two-sided 95 % points of Student's t, for 1 to 30 degrees of freedom (NIST/SEMATECH e-Handbook, table 1.3.6.7.2). */
const T95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]

const t95 = (degrees: number): number => T95[Math.min(degrees, T95.length) - 1] ?? Number.NaN

/** Half the width of the 95 % interval for the mean of independent values; null below two of them. */
export function halfWidth(values: readonly number[]): number | null {
  const n = values.length
  if (n < 2) return null
  let sum = 0
  for (const value of values) sum += value
  const mean = sum / n
  let squares = 0
  for (const value of values) squares += (value - mean) * (value - mean)
  return t95(n - 1) * Math.sqrt(squares / (n - 1) / n)
}

/** How much neighbours in a series resemble each other, from −1 to 1; 0 for a constant or a short series. */
export function lagOne(values: readonly number[]): number {
  const n = values.length
  if (n < 3) return 0
  const mean = values.reduce((a, b) => a + b, 0) / n
  let squares = 0
  let products = 0
  for (let i = 0; i < n; i += 1) {
    const deviation = (values[i] as number) - mean
    squares += deviation * deviation
    if (i > 0) products += deviation * ((values[i - 1] as number) - mean)
  }
  return squares > 0 ? products / squares : 0
}
