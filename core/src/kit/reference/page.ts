import { kitTree, type SourceKind } from "../tree.ts"
import { type JsonSchema, jsonSchemas } from "./json-schema.ts"

const TITLES: Record<SourceKind, string> = {
  kit: "kit.yaml",
  framework: "framework.yaml",
  form: "form.yaml",
  resume: "resume.yaml",
  rounds: "rounds.yaml",
  question: "questions/<id>.yaml",
  exercise: "exercises/<id>.yaml",
}

/** `docs/kit-reference.md`: every key of every file, printed from the schema. */
export function referencePage(): string {
  const schemas = jsonSchemas()
  const kinds = kitTree
    .map(({ kind }) => kind)
    .filter((kind): kind is SourceKind => Object.hasOwn(TITLES, kind))
  return [
    "# Reference of the kit format",
    "",
    "This page is printed from the schema that reads kits; `kits.md` explains the format. A dot leads into a mapping, `[]`",
    "stands for each entry of a list. A file that extends another kit’s may leave out whatever doesn’t change.",
    "",
    ...kinds.flatMap((kind) => [
      `## ${TITLES[kind]}`,
      "",
      "| Key | Value | Required | Meaning |",
      "| --- | --- | --- | --- |",
      ...rowsOf("", schemas[kind] as JsonSchema),
      "",
    ]),
  ].join("\n")
}

function rowsOf(prefix: string, schema: JsonSchema): string[] {
  const required = new Set(schema.required)
  return Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const path = prefix === "" ? key : `${prefix}.${key}`
    const cells = [`\`${path}\``, typeOf(value), required.has(key) ? "yes" : "", value.description ?? ""]
    return [`| ${cells.join(" | ")} |`, ...below(path, value)]
  })
}

function below(path: string, value: JsonSchema): string[] {
  if (value.items)
    return below(`${path}[]`, value.items).length > 0 ? rowsBelow(`${path}[]`, value.items) : []
  return rowsBelow(path, value)
}

function rowsBelow(path: string, value: JsonSchema): string[] {
  const branches = value.anyOf ?? [value]
  return branches.flatMap((branch) => rowsOf(path, branch))
}

function typeOf(value: JsonSchema): string {
  const fallback =
    value.default === undefined || typeof value.default === "object"
      ? ""
      : `; \`${String(value.default)}\` if left out`
  return `${shapeOf(value)}${fallback}`
}

function shapeOf(value: JsonSchema): string {
  if (value.const !== undefined) return `\`${String(value.const)}\``
  if (value.enum) return value.enum.map((one) => `\`${String(one)}\``).join(", ")
  if (value.anyOf) return [...new Set(value.anyOf.map(shapeOf))].join(" or ")
  if (value.type === "array")
    return `list${range(value.minItems, value.maxItems)}${value.items?.properties ? "" : ` of ${shapeOf(value.items ?? {})}`}`
  if (value.type === "object") return "mapping"
  if (value.type === "integer" || value.type === "number")
    return `number${range(value.minimum, value.maximum)}`
  if (value.type === "string")
    return value.pattern && !value.maxLength ? "text of a fixed form" : value.pattern ? "id" : "text"
  return value.type ?? "value"
}

function range(least: number | undefined, most: number | undefined): string {
  const isOpen = most === undefined || most >= Number.MAX_SAFE_INTEGER
  if (least === undefined && isOpen) return ""
  if (isOpen) return ` (${least} or more)`
  return ` (${least ?? 0} to ${most})`
}
