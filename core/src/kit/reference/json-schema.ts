import { z } from "zod"
import { SCHEMAS, type SourceKind } from "../tree.ts"

/** A JSON Schema as far as it is read here. */
export interface JsonSchema {
  type?: string
  description?: string
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema
  anyOf?: JsonSchema[]
  enum?: unknown[]
  const?: unknown
  default?: unknown
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  pattern?: string
}

const KINDS = Object.keys(SCHEMAS) as SourceKind[]

/**
 * The kit format as JSON Schema (draft 7, which editors' YAML support reads), one for each kind of file, by its name:
 * what `kits/schema` holds. Generated from the schemas that parse.
 */
export function jsonSchemas(): Record<SourceKind, object> {
  const entries = KINDS.map((kind) => [
    kind,
    { ...z.toJSONSchema(SCHEMAS[kind], { target: "draft-7", io: "input" }), title: `Backfill kit: ${kind}` },
  ])
  return Object.fromEntries(entries) as Record<SourceKind, object>
}

/** The comment by which a file names its schema to an editor; the group is the schema's name. */
export const SCHEMA_COMMENT = /^# yaml-language-server: \$schema=\S*?([a-z]+)\.json/m
