import { CST, Lexer } from "yaml"
import { type Locate, locator } from "./decode.ts"
import type { ProblemCode } from "./codes.ts"
import { type Problem, problem } from "./problem.ts"

/**
 * Bounds a file must keep for the parser, which recurses, to be let near it. A question has some 400 tokens, so that a kit
 * of prose comes to its 10 MiB before its tokens are spent.
 */
export const YAML_LIMITS = { depth: 20, tokens: 200_000, kitTokens: 1_000_000, problems: 20 } as const

/** What the files of a kit have left of the tokens it may hold; below 0 once they are spent. */
export interface TokensLeft {
  tokens: number
}

/** What a kit begins with. */
export function allTokens(): TokensLeft {
  return { tokens: YAML_LIMITS.kitTokens }
}

/** Tokens a kit has no use for, and what to write instead. */
const REFUSED: Record<string, [code: ProblemCode, message: string, help: string]> = {
  anchor: [
    "yaml-alias",
    "Anchors (&name) aren’t allowed in a kit.",
    "Write the value out; put text that starts with & in quotes.",
  ],
  alias: [
    "yaml-alias",
    "Aliases (*name) aren’t allowed in a kit.",
    "Write the value out; put text that starts with * in quotes.",
  ],
  tag: [
    "yaml-tag",
    "Tags (!name) aren’t allowed in a kit.",
    "Leave the tag out; put text that starts with ! in quotes.",
  ],
  "directive-line": ["yaml-directive", "Directives (%) aren’t allowed in a kit.", "Delete the line."],
}

/** Tokens after which a new level may start on the same line, as in "- - -" or "? key". */
const OPENERS = new Set<string>(["seq-item-ind", "explicit-key-ind", "map-value-ind"])

/** Tokens that stand for no content. */
const SILENT = new Set<string>([
  "space",
  "newline",
  "comment",
  "doc-mode",
  "scalar",
  "byte-order-mark",
  "flow-error-end",
])

/**
 * Reads a file's tokens, which costs no recursion and stops at the first excess, and reports what must never reach the
 * parser: nesting that is too deep, anchors and aliases, tags, directives, tabs, a second document. Nothing reported
 * means the file is safe to parse. Its tokens are taken from those the kit has left.
 */
export function guardYaml(file: string, text: string, left: TokensLeft = allTokens()): Problem[] {
  return new Guard(file, locator(text), left).run(text)
}

class Guard {
  private readonly problems: Problem[] = []
  private readonly file: string
  private readonly locate: Locate
  private offset = 0
  private lineStart = 0
  private flow = 0
  /** Whether a document has begun: from then on a --- starts another. */
  private begun = false
  /** Columns at which the open block levels start. */
  private readonly columns: number[] = []
  /** Whether the next content token is the first on its line or follows an opener. */
  private levelMayStart = true

  private readonly left: TokensLeft

  constructor(file: string, locate: Locate, left: TokensLeft) {
    this.file = file
    this.locate = locate
    this.left = left
  }

  run(text: string): Problem[] {
    let tokens = 0
    for (const token of new Lexer().lex(text)) {
      const type = CST.tokenType(token) ?? "text"
      tokens += 1
      this.left.tokens -= 1
      if (tokens > YAML_LIMITS.tokens) {
        this.add(
          "yaml-too-many-parts",
          "This file has too many parts to be read.",
          "Split it, or shorten its lists.",
        )
        break
      }
      if (this.left.tokens < 0) {
        this.add(
          "yaml-too-many-parts",
          "The kit’s files up to here have too many parts; the rest wasn’t read.",
          "Shorten their lists, or split the kit.",
        )
        break
      }
      this.look(type, token)
      if (this.mustStop()) break
      this.step(type, token)
    }
    return this.problems
  }

  private mustStop(): boolean {
    return this.problems.at(-1)?.code === "yaml-depth" || this.problems.length >= YAML_LIMITS.problems
  }

  private look(type: string, token: string): void {
    const refused = REFUSED[type]
    if (refused) this.add(...refused)
    if (type === "space" && token.includes("\t")) {
      this.add("yaml-tab", "There is a tab here; YAML is indented with spaces.", "Replace it with spaces.")
    }
    if (type === "doc-start" && this.begun) {
      this.add("yaml-documents", "A second document starts here (---).", "Put it in a file of its own.")
    }
    if (!SILENT.has(type)) this.begun = true
    if (type === "flow-seq-start" || type === "flow-map-start") this.flow += 1
    if (type === "flow-seq-end" || type === "flow-map-end") this.flow = Math.max(0, this.flow - 1)
    if (type === "flow-error-end") this.flow = 0
    if (this.flow === 0 && this.levelMayStart && !SILENT.has(type)) this.enter(this.offset - this.lineStart)
    if (this.flow + this.columns.length > YAML_LIMITS.depth) {
      this.add(
        "yaml-depth",
        `Nesting is deeper than ${YAML_LIMITS.depth} levels here.`,
        "Close the brackets, or indent less.",
      )
    }
  }

  private enter(column: number): void {
    while ((this.columns.at(-1) ?? -1) > column) this.columns.pop()
    if (this.columns.at(-1) !== column) this.columns.push(column)
  }

  /** Moves past a token. Control tokens stand for no characters of the file. */
  private step(type: string, token: string): void {
    if (type === "doc-mode" || type === "scalar" || type === "flow-error-end") return
    const lastBreak = token.lastIndexOf("\n")
    if (lastBreak !== -1) this.lineStart = this.offset + lastBreak + 1
    this.offset += token.length
    if (lastBreak !== -1) this.levelMayStart = true
    else if (!SILENT.has(type)) this.levelMayStart = OPENERS.has(type)
  }

  private add(code: ProblemCode, message: string, help: string): void {
    this.problems.push(problem(code, this.file, this.locate(this.offset), message, help))
  }
}
