import { FILE_START, type Place, type Problem, problem } from "./problem.ts"

/** At most this many control characters are reported per file. */
const MAX_CONTROLS = 20

/** C0 controls but tab and line feed, DEL and the C1 controls: none of them belongs in a text. */
const CONTROL = /[^\P{Cc}\t\n]/gu

/** Turns an offset in a text into its place. */
export type Locate = (offset: number) => Place

/**
 * A file's bytes as text, without byte order mark and with LF line ends. `text` is undefined when the bytes aren't UTF-8
 * or hold control characters; the problems say where.
 */
export function decodeText(file: string, bytes: Uint8Array): { text?: string; problems: Problem[] } {
  const decoded = tryDecode(bytes)
  if (decoded === undefined) {
    const place = { line: firstBadLine(bytes), column: 1 }
    const message = "This line holds bytes that aren’t UTF-8."
    return { problems: [problem("file-encoding", file, place, message, "Save the file again as UTF-8.")] }
  }
  const text = decoded.replace(/\r\n?/g, "\n")
  const problems = findControls(file, text)
  return problems.length > 0 ? { problems } : { text, problems }
}

function tryDecode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * The first line that can't be decoded. A line feed is never part of a longer UTF-8 sequence, so "the first n lines
 * decode" holds up to the bad line and not after it, and can be searched by halves.
 */
function firstBadLine(bytes: Uint8Array): number {
  const ends: number[] = []
  bytes.forEach((byte, index) => {
    if (byte === 0x0a) ends.push(index + 1)
  })
  let good = 0
  let bad = ends.length + 1
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (tryDecode(bytes.subarray(0, ends[middle - 1])) === undefined) bad = middle
    else good = middle
  }
  return bad
}

function findControls(file: string, text: string): Problem[] {
  const problems: Problem[] = []
  const locate = locator(text)
  for (const match of text.matchAll(CONTROL)) {
    if (problems.length === MAX_CONTROLS) break
    problems.push(controlProblem(file, locate(match.index), match[0]))
  }
  return problems
}

function controlProblem(file: string, place: Place, char: string): Problem {
  const code = char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")
  const message = `There is a control character (U+${code}) in the text.`
  return problem("text-control", file, place, message, "Delete it; it is often left over from copying.")
}

/** The problem with a text that YAML escapes spelled out, such as "\0" or half a surrogate pair; undefined when it is fine. */
export function checkUnescaped(file: string, place: () => Place, text: string): Problem | undefined {
  const control = text.match(CONTROL)
  if (control) return controlProblem(file, place(), control[0])
  if (text.isWellFormed()) return undefined
  const message = "This text holds half a character (a lone surrogate)."
  return problem(
    "text-surrogate",
    file,
    place(),
    message,
    "Write the character itself instead of its \\u escape.",
  )
}

/** Finds places in a text by offset; the lines are counted once, a place then costs a binary search. */
export function locator(text: string): Locate {
  const starts = [0]
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= offset) low = middle
      else high = middle
    }
    const start = starts[low]
    return start === undefined ? FILE_START : { line: low + 1, column: offset - start + 1 }
  }
}
