/** Where a value of a YAML file stands: its own offset, its key's, and the same for what it holds. */
export interface Spot {
  key: number
  value: number
  /** Set when the value has been reported already, so that no second problem is raised for it. */
  reported: boolean
  /** None for most: a kit has a hundred thousand values that hold no others. */
  children: Map<string, Spot> | undefined
}

/** A spot without children yet. */
export function newSpot(key: number, value: number): Spot {
  return { key, value, reported: false, children: undefined }
}

/** The spot at a path; when the path leads to something that isn't there, the innermost one that is. */
export function findSpot(root: Spot, path: readonly PropertyKey[]): Spot {
  let spot = root
  for (const step of path) {
    const child = spot.children?.get(String(step))
    if (!child) return spot
    spot = child
  }
  return spot
}

/** Whether a value is a mapping. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

/** The value at a path of plain data, or undefined. */
export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value
  for (const step of path) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, step)) return undefined
    at = Reflect.get(at, step)
  }
  return at
}

/** A value with the path that leads to it. */
export interface Found {
  path: (string | number)[]
  value: unknown
}

/**
 * Every value a pattern leads to, e.g. `["rounds", "*", "items", "*", "question"]`, where `*` stands for each entry of a
 * list. It works on data no schema has accepted: what has another shape is passed over.
 */
export function collect(value: unknown, pattern: readonly string[], path: (string | number)[] = []): Found[] {
  const [step, ...rest] = pattern
  if (step === undefined) return value === undefined ? [] : [{ path, value }]
  if (step === "*") {
    return Array.isArray(value) ? value.flatMap((entry, index) => collect(entry, rest, [...path, index])) : []
  }
  return collect(valueAt(value, [step]), rest, [...path, step])
}
