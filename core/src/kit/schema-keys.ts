import { z } from "zod"

/** The keys a schema knows in the mapping at a path, for a "did you mean"; none where it expects no mapping. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let schemas = [schema]
  for (const step of path) schemas = schemas.flatMap(unwrap).flatMap((one) => enter(one, step))
  return schemas.flatMap(unwrap).flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []))
}

/** What is left of a schema without "optional" and "default", every branch of a union on its own. */
function unwrap(schema: unknown): unknown[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(unwrap)
  return [schema]
}

function enter(schema: unknown, step: PropertyKey): z.ZodType[] {
  if (schema instanceof z.ZodArray) return schema.element instanceof z.ZodType ? [schema.element] : []
  if (!(schema instanceof z.ZodObject)) return []
  const field: unknown = Object.hasOwn(schema.shape, step) ? Reflect.get(schema.shape, step) : undefined
  return field instanceof z.ZodType ? [field] : []
}
