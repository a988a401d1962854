/** Nine significant digits: more would only show how the sums were made. */
export function rounded(value: number): number {
  return Number(value.toPrecision(9))
}

/** Rounds every number in a plain value. */
export function roundAll<T>(value: T): T {
  if (typeof value === "number") return rounded(value) as T
  if (Array.isArray(value)) return value.map((one: unknown) => roundAll(one)) as T
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, roundAll<unknown>(one)])) as T
  return value
}
