import type { z } from "zod"
import { nearest } from "./nearest.ts"
import type { ProblemCode } from "./codes.ts"
import { type Problem, problem, quote } from "./problem.ts"
import { keysAt } from "./schema-keys.ts"
import type { YamlFile } from "./yaml-read.ts"
import { valueAt } from "./yaml-tree.ts"

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

/** At most this many problems with the schema are reported per file. */
const MAX_ISSUES = 200

/** A file whose data a schema refused, as problems at the places of the values. */
export function schemaProblems(
  file: string,
  yaml: YamlFile,
  schema: z.ZodType,
  issues: readonly Issue[],
): Problem[] {
  const context = { file, yaml, schema }
  return issues
    .slice(0, MAX_ISSUES)
    .flatMap((issue) => flatten(issue, []))
    .filter(({ path }) => !yaml.isReported(path))
    .flatMap(({ issue, path }) => toProblems(context, issue, path))
}

interface Context {
  file: string
  yaml: YamlFile
  schema: z.ZodType
}

interface Placed {
  issue: Issue
  path: Path
}

/** A union's issues are those of the branch that fits best: the one with the fewest, of equals the first. */
function flatten(issue: Issue, base: Path): Placed[] {
  const path = [...base, ...issue.path]
  if (issue.code !== "invalid_union") return [{ issue, path }]
  const branches = issue.errors.map((errors) => errors.flatMap((error) => flatten(error, path)))
  branches.sort((a, b) => a.length - b.length)
  return branches[0] ?? []
}

function toProblems(context: Context, issue: Issue, path: Path): Problem[] {
  if (issue.code === "unrecognized_keys") return unknownKeys(context, path, issue.keys.slice(0, MAX_ISSUES))
  const value = valueAt(context.yaml.value, path)
  const name = nameOf(path)
  if (value === undefined || value === null) return [missingValue(context, path, name)]
  const [code, message, help] = wording(issue, value, name)
  return [problem(code, context.file, context.yaml.place(path), message, help)]
}

function unknownKeys(context: Context, path: Path, keys: readonly string[]): Problem[] {
  const known = keysAt(context.schema, path)
  return keys.map((key) => unknownKey(context, path, key, known))
}

function unknownKey({ file, yaml }: Context, path: Path, key: string, known: readonly string[]): Problem {
  const listed = [...new Set(known)].join(", ")
  const place = yaml.keyPlace([...path, key])
  if (known.includes(key)) {
    return problem(
      "key-unknown",
      file,
      place,
      `${quote(key)} can’t stand beside the other key here.`,
      `Keep one of ${listed}.`,
    )
  }
  const meant = nearest(key, known)
  const help = meant ? `Did you mean ${meant}?` : `Known here: ${listed}.`
  return problem("key-unknown", file, place, `The format has no key ${quote(key)} here.`, help)
}

/** Of something missing the key is shown, or the key around it: that is where a line has to be added. */
function missingValue({ file, yaml, schema }: Context, path: Path, name: string): Problem {
  if (path.length === 0) {
    const help = `Write its keys: ${keysAt(schema, []).join(", ")}.`
    return problem("value-missing", file, yaml.place(path), "This file is empty.", help)
  }
  return problem(
    "value-missing",
    file,
    yaml.keyPlace(path),
    `${quote(name)} is missing.`,
    `Add ${name} with a value.`,
  )
}

/** The last named step of a path: `2` of `["anchors", "2"]`, `probes` of `["probes", 0]`, empty for the file. */
function nameOf(path: Path): string {
  return String(path.findLast((step) => typeof step === "string") ?? "")
}

type Wording = [code: ProblemCode, message: string, help: string]

function wording(issue: Issue, value: unknown, name: string): Wording {
  const subject = name === "" ? "The file" : quote(name)
  if (issue.code === "invalid_type") {
    const message = `${subject} should be ${typeName(issue.expected)}, but is ${kindOf(value)}.`
    const help =
      issue.expected === "string"
        ? 'Put the text in quotes, e.g. "1.0".'
        : `Write ${typeName(issue.expected)} here.`
    return ["value-type", message, help]
  }
  if (issue.code === "invalid_value") {
    const allowed = issue.values.map(String)
    const meant = typeof value === "string" ? nearest(value, allowed) : undefined
    const help = meant ? `Did you mean ${meant}?` : `Use ${allowed.join(", ")}.`
    return ["value-choice", `${subject} can’t be ${describe(value)}.`, help]
  }
  if (issue.code === "too_small")
    return bound(issue.origin, subject, "at least", Number(issue.minimum), value)
  if (issue.code === "too_big") return bound(issue.origin, subject, "at most", Number(issue.maximum), value)
  return ["value-format", `${subject} can’t be ${describe(value)}.`, `${issue.message}.`]
}

function bound(origin: string, subject: string, limit: string, wanted: number, value: unknown): Wording {
  if (origin === "string" && wanted === 1)
    return ["value-length", `${subject} is empty.`, "Write the text, or delete the key if it is optional."]
  if (origin === "string") {
    return [
      "value-length",
      `${subject} has ${sizeOf(value)} characters; it should have ${limit} ${wanted}.`,
      "Change its length.",
    ]
  }
  if (origin === "array") {
    return [
      "value-length",
      `${subject} has ${sizeOf(value)} entries; it should have ${limit} ${wanted}.`,
      "Add or merge entries.",
    ]
  }
  return [
    "value-range",
    `${subject} is ${describe(value)}; it should be ${limit} ${wanted}.`,
    "Change the number.",
  ]
}

function sizeOf(value: unknown): number {
  return typeof value === "string" || Array.isArray(value) ? value.length : 0
}

function describe(value: unknown): string {
  return typeof value === "string" ? quote(value) : typeof value === "object" ? kindOf(value) : String(value)
}

const TYPE_NAMES: Record<string, string> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a mapping",
}

function typeName(expected: string): string {
  return TYPE_NAMES[expected] ?? expected
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "a list"
  if (typeof value === "number") return Number.isInteger(value) ? "a number" : "a number with decimals"
  return typeName(typeof value)
}
