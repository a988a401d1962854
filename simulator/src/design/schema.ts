/**
 * A small schema: it reads a value, collecting every problem with its path; it types what it read; and it describes
 * itself as JSON Schema (json-schema.ts). `docs/decisions/simulator.md` says why it isn't zod.
 */

/** Something wrong with a document: where (as `components[1].servers`), and a sentence that says what to do. */
export interface DesignProblem {
  path: string
  message: string
}

/** Where problems are collected while reading. */
export interface Reading {
  problems: DesignProblem[]
}

/** Where a default or a limit comes from. */
export interface Origin {
  /** Its place, or "assumption" for what nobody has published. */
  source: string
  /** When that said so, as YYYY-MM. */
  date: string
}

export interface Schema<T> {
  /** The value as read, or undefined after reporting what is wrong with it. */
  read(value: unknown, path: string, into: Reading): T | undefined
  /** The same as JSON Schema (draft 2020-12). */
  json(): Record<string, unknown>
  /** What the value is when the key is left out; undefined where it can't be. */
  readonly absent?: T | null
  readonly about: string
  readonly origin?: Origin | undefined
  /** Unit, range and default, in words for the documentation. */
  readonly facts?: string
}

export type Read<S> = S extends Schema<infer T> ? T : never

/** Texts of a document are quoted in problems, shortened and without what could steer a terminal. */
export function quoted(value: unknown): string {
  const text =
    typeof value === "string" ? `"${value}"` : typeof value === "number" ? String(value) : kindOf(value)
  const plain = text.replace(/[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, "?")
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain
}

function kindOf(value: unknown): string {
  if (value === undefined) return "nothing"
  if (value === null) return "null"
  if (Array.isArray(value)) return "a list"
  return typeof value === "object" ? "an object" : String(value)
}

export function report(into: Reading, path: string, message: string): undefined {
  into.problems.push({ path, message })
  return undefined
}

/** A key that may be left out; `absent` is what it is then (null for nothing), and `origin` says who chose that. */
export function optional<T>(schema: Schema<T>, absent: null, origin?: Origin): Schema<T | null>
export function optional<T>(schema: Schema<T>, absent: T, origin?: Origin): Schema<T>
export function optional<T>(schema: Schema<T>, absent: T | null, origin?: Origin): Schema<T | null> {
  const given =
    absent === null ? "none" : typeof absent === "object" ? JSON.stringify(absent) : String(absent)
  return {
    ...schema,
    absent,
    origin,
    facts: `${schema.facts ?? ""}; default ${given}`,
    json: () => (absent === null ? schema.json() : { ...schema.json(), default: absent }),
  }
}
