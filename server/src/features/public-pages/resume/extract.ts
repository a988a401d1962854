import { join } from "node:path"
import { runLimited } from "../../../platform/limited-child.ts"
import type { Extracted } from "./extract-child.ts"
import { readText, type ResumeKind } from "./sniff.ts"
import type { ZipFault } from "./zip-check.ts"

/** As much text as an application takes. */
export const MAX_TEXT = 100_000
const SECONDS = 10
const MAX_OUTPUT = 4 * 1024 * 1024
const AT_ONCE = 2

export type Extraction =
  | { text: string; warning: null }
  | { text: ""; warning: "encrypted" | "unreadable" | "no-text" }

const CHILD = join(import.meta.dirname, "extract-child.ts")

/**
 * The text of a résumé. PDF and DOCX are read in a child process with limits on memory, time, output and the file
 * system; whatever the file does to it, the answer is text or a warning. An archive that would unpack to too much, or
 * lies about itself, isn't opened at all and is answered with its fault.
 */
export async function extractText(
  kind: ResumeKind,
  bytes: Buffer,
): Promise<Extraction | { refused: ZipFault }> {
  if (kind === "text") return asExtraction({ text: (readText(bytes) ?? "").slice(0, MAX_TEXT) })
  const extracted = await inTurn(() => runChild(kind, bytes))
  if ("fault" in extracted && (extracted.fault === "too-large" || extracted.fault === "damaged"))
    return { refused: extracted.fault }
  return asExtraction(extracted)
}

function asExtraction(extracted: Extracted): Extraction {
  if ("fault" in extracted)
    return { text: "", warning: extracted.fault === "encrypted" ? "encrypted" : "unreadable" }
  const text = tidy(extracted.text)
  return text === "" ? { text: "", warning: "no-text" } : { text, warning: null }
}

/** Line ends, blank runs and characters that can't be shown, so that the text can be sent back as it is. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\f\v]/g, "\n")
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g, "")
    .replace(/[ \t\u00a0]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

async function runChild(kind: "pdf" | "docx", bytes: Buffer): Promise<Extracted> {
  const limits = { seconds: SECONDS, writes: 0, says: MAX_OUTPUT }
  const { line } = await runLimited(CHILD, [kind, String(MAX_TEXT)], limits, bytes)
  return readAnswer(line)
}

const FAULTS = ["encrypted", "too-large", "damaged"] as const

function readAnswer(line: string): Extracted {
  try {
    const answer = JSON.parse(line) as Partial<Record<"text" | "fault", string>>
    if (typeof answer.text === "string") return { text: answer.text }
    return { fault: FAULTS.find((fault) => fault === answer.fault) ?? "unreadable" }
  } catch {
    return { fault: "unreadable" }
  }
}

let running = 0
const waiting: (() => void)[] = []

/** At most two children at once: reading a difficult file must not slow down everybody else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (running >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}
