import { nearest } from "@backfill/core"
import { type Read, type Reading, quoted, report, type Schema } from "./schema.ts"

export type Fields = Record<string, Schema<unknown>>
export type ReadFields<F extends Fields> = { [K in keyof F]: Read<F[K]> }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const inside = (path: string, key: string) => (path === "" ? key : `${path}.${key}`)

/** Reads the fields of an object; keys in `beside` are left to the caller. */
function readFields<F extends Fields>(
  fields: F,
  value: Record<string, unknown>,
  path: string,
  into: Reading,
  beside: readonly string[] = [],
): ReadFields<F> | undefined {
  const before = into.problems.length
  const read: Record<string, unknown> = {}
  for (const [key, schema] of Object.entries(fields)) {
    const given = Object.hasOwn(value, key) ? value[key] : undefined
    if (given !== undefined) read[key] = schema.read(given, inside(path, key), into)
    else if (schema.absent !== undefined) read[key] = schema.absent
    else report(into, inside(path, key), `This is missing. ${schema.about}`)
  }
  const known = [...beside, ...Object.keys(fields)]
  for (const key of Object.keys(value))
    if (!known.includes(key)) {
      const meant = nearest(key, known)
      const hint = meant === undefined ? `Known here: ${known.join(", ")}.` : `Did you mean "${meant}"?`
      report(into, inside(path, quoted(key).slice(1, -1)), `There is no such key here. ${hint}`)
    }
  return into.problems.length === before ? (read as ReadFields<F>) : undefined
}

function jsonOf(fields: Fields, tag: Record<string, unknown> = {}): Record<string, unknown> {
  const properties = Object.fromEntries(Object.entries(fields).map(([key, schema]) => [key, schema.json()]))
  const required = [
    ...Object.keys(tag),
    ...Object.entries(fields)
      .filter(([, schema]) => schema.absent === undefined)
      .map(([key]) => key),
  ]
  return { type: "object", properties: { ...tag, ...properties }, required, additionalProperties: false }
}

/** An object with these fields and no others. */
export function object<F extends Fields>(about: string, fields: F): Schema<ReadFields<F>> & { fields: F } {
  return {
    about,
    fields,
    facts: "object",
    read(value, path, into) {
      if (!isObject(value)) return report(into, path, `This should be an object, but is ${quoted(value)}.`)
      return readFields(fields, value, path, into)
    },
    json: () => ({ ...jsonOf(fields), description: about }),
  }
}

export type Variants = Record<string, Fields>
export type ReadVariant<V extends Variants, Tag extends string> = {
  [K in keyof V]: { [T in Tag]: K } & ReadFields<V[K]>
}[keyof V]

/** An object whose key `tag` says which fields it has besides. */
export function variants<Tag extends string, V extends Variants>(
  about: string,
  tag: Tag,
  table: V,
): Schema<ReadVariant<V, Tag>> {
  const names = Object.keys(table)
  return {
    about,
    facts: `object by ${tag}: ${names.join(", ")}`,
    read(value, path, into) {
      if (!isObject(value)) return report(into, path, `This should be an object, but is ${quoted(value)}.`)
      const given = Object.hasOwn(value, tag) ? value[tag] : undefined
      if (typeof given !== "string" || !Object.hasOwn(table, given)) {
        const meant = typeof given === "string" ? nearest(given, names) : undefined
        const hint = meant === undefined ? `Use one of ${names.join(", ")}.` : `Did you mean "${meant}"?`
        const what = given === undefined ? "This is missing." : `There is no ${tag} ${quoted(given)}.`
        return report(into, inside(path, tag), `${what} ${hint}`)
      }
      const read = readFields(table[given] as Fields, value, path, into, [tag])
      return read === undefined ? undefined : ({ [tag]: given, ...read } as ReadVariant<V, Tag>)
    },
    json: () => ({
      description: about,
      oneOf: Object.entries(table).map(([given, fields]) => jsonOf(fields, { [tag]: { const: given } })),
    }),
  }
}

/** A list of at least `min` and at most `max` entries. */
export function list<T>(about: string, entry: Schema<T>, { min = 0, max = 1000 } = {}): Schema<T[]> {
  return {
    about,
    facts: `list of ${min} to ${max}`,
    read(value, path, into) {
      if (!Array.isArray(value)) return report(into, path, `This should be a list, but is ${quoted(value)}.`)
      if (value.length < min || value.length > max)
        return report(into, path, `This should have ${min} to ${max} entries, but has ${value.length}.`)
      const entries = value.map((one, at) => entry.read(one, `${path}[${at}]`, into))
      return entries.includes(undefined) ? undefined : (entries as T[])
    },
    json: () => ({ type: "array", items: entry.json(), minItems: min, maxItems: max, description: about }),
  }
}
