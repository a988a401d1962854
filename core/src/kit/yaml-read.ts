import { isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLError } from "yaml"
import type { ProblemCode } from "./codes.ts"
import { checkUnescaped, type Locate, locator } from "./decode.ts"
import { type Place, type Problem, problem, quote } from "./problem.ts"
import { guardYaml, type TokensLeft } from "./yaml-guard.ts"
import { findSpot, newSpot, type Spot } from "./yaml-tree.ts"

/** At most this many syntax problems are reported per file: after the first few they are echoes. */
const MAX_SYNTAX_PROBLEMS = 10

/**
 * How a file is parsed. Duplicate keys are found below, by a set: the parser compares every pair of keys, which takes
 * minutes on a long mapping. A log level of "silent" would keep a second document quiet.
 */
const PARSING = {
  version: "1.2",
  schema: "core",
  uniqueKeys: false,
  prettyErrors: false,
  logLevel: "error",
} as const

/** A YAML file as plain data, and where in the file each piece of it stands. */
export interface YamlFile {
  /** Objects, lists, strings, numbers, booleans and null. */
  value: unknown
  /** The place of the value at a path, or of the nearest thing around it that exists. */
  place(path: readonly PropertyKey[]): Place
  /** The place of the key a value has in its mapping. */
  keyPlace(path: readonly PropertyKey[]): Place
  /** Whether the value at a path has been reported while reading. */
  isReported(path: readonly PropertyKey[]): boolean
}

/**
 * Reads one YAML 1.2 document (core schema). `yaml` is undefined when the text can't be parsed; single bad values are
 * reported and the rest is still handed out, so that later checks can report theirs too. What it takes of the tokens a
 * kit has `left` is subtracted.
 */
export function readYaml(
  file: string,
  text: string,
  left?: TokensLeft,
): { yaml?: YamlFile; problems: Problem[] } {
  const unsafe = guardYaml(file, text, left)
  if (unsafe.length > 0) return { problems: unsafe }
  const locate = locator(text)
  const parsed = parseDocument(text, PARSING)
  if (parsed.errors.length > 0) {
    return {
      problems: parsed.errors
        .slice(0, MAX_SYNTAX_PROBLEMS)
        .map((error) => syntaxProblem(file, locate, error)),
    }
  }
  const reader = new Reader(file, locate)
  const root = newSpot(0, parsed.contents?.range?.[0] ?? 0)
  const value = reader.read(parsed.contents, root)
  const yaml: YamlFile = {
    value,
    place: (path) => locate(findSpot(root, path).value),
    keyPlace: (path) => locate(findSpot(root, path).key),
    isReported: (path) => findSpot(root, path).reported,
  }
  return { yaml, problems: reader.problems }
}

const SYNTAX_CODES: Partial<Record<YAMLError["code"], ProblemCode>> = {
  MULTIPLE_DOCS: "yaml-documents",
  TAB_AS_INDENT: "yaml-tab",
  RESOURCE_EXHAUSTION: "yaml-depth",
}

function syntaxProblem(file: string, locate: Locate, error: YAMLError): Problem {
  const code = SYNTAX_CODES[error.code] ?? "yaml-syntax"
  const help =
    "Check indentation, quotes and colons here and on the line above; text with “: ” or “ #” needs quotes or |."
  return problem(
    code,
    file,
    locate(error.pos[0]),
    `This isn’t valid YAML: ${error.message}.`.replace("..", "."),
    help,
  )
}

/** Turns the parser's nodes into plain data, filling the tree of spots on the way. */
class Reader {
  readonly problems: Problem[] = []
  private readonly file: string
  private readonly locate: Locate

  constructor(file: string, locate: Locate) {
    this.file = file
    this.locate = locate
  }

  read(node: unknown, spot: Spot): unknown {
    if (isMap(node)) return this.readMap(node.items, spot)
    if (isSeq(node)) {
      return node.items.map((item, index) => {
        const start = startOf(item) ?? spot.value
        return this.read(item, addChild(spot, String(index), newSpot(start, start)))
      })
    }
    return isScalar(node) ? this.readScalar(node.value, spot) : null
  }

  private readMap(pairs: Pair[], spot: Spot): Record<string, unknown> {
    const result: Record<string, unknown> = {}
    for (const pair of pairs) {
      const start = startOf(pair.key) ?? spot.value
      const key = this.readKey(pair.key, start, spot)
      if (key === undefined) continue
      result[key] = this.read(pair.value, addChild(spot, key, newSpot(start, startOf(pair.value) ?? start)))
    }
    return result
  }

  private readKey(node: unknown, start: number, spot: Spot): string | undefined {
    const value = isScalar(node) ? node.value : undefined
    if (typeof value !== "string" && !(typeof value === "number" && Number.isFinite(value))) {
      this.add(
        "yaml-key",
        start,
        "This key is neither a word nor a number.",
        "Use one of the format’s keys, followed by a colon.",
      )
      return undefined
    }
    const key = String(value)
    const unescaped = checkUnescaped(this.file, () => this.locate(start), key)
    if (unescaped) this.problems.push(unescaped)
    if (key === "__proto__") {
      this.add("key-forbidden", start, "The key __proto__ isn’t allowed.", "Delete it.")
      return undefined
    }
    const earlier = spot.children?.get(key)
    if (earlier) {
      const { line } = this.locate(earlier.key)
      this.add(
        "yaml-duplicate-key",
        start,
        `The key ${quote(key)} is here a second time.`,
        `Keep this one or the one on line ${line}.`,
      )
      return undefined
    }
    return key
  }

  private readScalar(value: unknown, spot: Spot): unknown {
    if (typeof value === "string") {
      const unescaped = checkUnescaped(this.file, () => this.locate(spot.value), value)
      if (unescaped) {
        this.problems.push(unescaped)
        spot.reported = true
      }
    }
    if (typeof value === "number" && !Number.isFinite(value)) {
      this.add(
        "number-not-finite",
        spot.value,
        "This isn’t a number one can count with.",
        "Write an ordinary number, e.g. 12.5.",
      )
      spot.reported = true
    }
    return value
  }

  private add(code: ProblemCode, offset: number, message: string, help: string): void {
    this.problems.push(problem(code, this.file, this.locate(offset), message, help))
  }
}

function addChild(parent: Spot, key: string, child: Spot): Spot {
  parent.children ??= new Map()
  parent.children.set(key, child)
  return child
}

function startOf(node: unknown): number | undefined {
  return isScalar(node) || isMap(node) || isSeq(node) ? node.range?.[0] : undefined
}
