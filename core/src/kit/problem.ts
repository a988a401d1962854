import { CODES, type ProblemCode, type Severity } from "./codes.ts"

/** A place in a file: line and column both count from 1, columns in UTF-16 units. */
export interface Place {
  line: number
  column: number
  /** Where the place is in another file than the one it was asked of, as in a kit made of two. */
  file?: string
}

/** Something wrong with a kit: where, what, and what to do about it. */
export interface Problem {
  line: number
  column: number
  /** Path in the kit, with forward slashes; empty for the kit as a whole. */
  file: string
  severity: Severity
  code: ProblemCode
  /** What is wrong, in a sentence. */
  message: string
  /** What to do now, in a sentence. */
  help: string
}

/** The place of problems that concern a whole file. */
export const FILE_START: Place = { line: 1, column: 1 }

/** At most this many problems of a kit are reported; hostile content shouldn't make a report of gigabytes. */
export const MAX_PROBLEMS = 1000

/** One problem; its severity comes out of the table of codes. */
export function problem(
  code: ProblemCode,
  file: string,
  place: Place,
  message: string,
  help: string,
): Problem {
  const { line, column } = place
  return {
    file: printable(place.file ?? file),
    line,
    column,
    severity: CODES[code].severity,
    code,
    message,
    help,
  }
}

/** Whether the problems allow the kit to be used: warnings do, an error doesn't. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((one) => one.severity === "error")
}

/**
 * Problems in reading order (file, line, column, code), at most `MAX_PROBLEMS`. When some are cut off, errors are kept
 * before warnings and a last problem says how many were left out.
 */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const ranked = [...problems].sort((a, b) => rank(a) - rank(b))
  const kept = ranked.slice(0, MAX_PROBLEMS).sort(byPlace)
  const left = problems.length - kept.length
  if (left > 0) {
    kept.push(
      problem(
        "problems-left-out",
        "",
        FILE_START,
        `${left} more problems aren’t shown.`,
        "Mend these first, then check again.",
      ),
    )
  }
  return kept
}

function rank(one: Problem): number {
  return one.severity === "error" ? 0 : 1
}

function byPlace(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.code, b.code)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Text from a kit, quoted for a message: shortened to 60 characters and unable to steer a terminal. */
export function quote(text: string): string {
  return `“${printable(text.length > 60 ? `${text.slice(0, 59)}…` : text)}”`
}

/** The text with control, direction-changing and broken characters written as escapes. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  )
}
