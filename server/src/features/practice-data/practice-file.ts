import { Instant } from "@backfill/contract"
import { z } from "zod"
import { ProblemError } from "../../platform/problem-error.ts"
import { PLACES } from "./places.ts"

const FORMAT = "backfill-practice"

/** A place without rows may be left out: an older installation didn't know it. An unknown one is refused, not dropped. */
const PracticeFile = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.literal(1),
  exportedAt: Instant,
  ...Object.fromEntries(PLACES.map(({ key, row, most }) => [key, z.array(row).max(most).default([])])),
})

export type FileRow = Record<string, unknown>

export function writePracticeFile(rows: Record<string, unknown[]>, now: Date): string {
  return `${JSON.stringify({ format: FORMAT, formatVersion: 1, exportedAt: now.toISOString(), ...rows }, null, 2)}\n`
}

/** Reads a file that `writePracticeFile` wrote, here or elsewhere. Throws a ProblemError that names the first fault. */
export function readPracticeFile(bytes: Buffer): Record<string, FileRow[]> {
  if (bytes.length === 0) throw new ProblemError("file_empty")
  const refuse = (detail: string) => new ProblemError("invalid_request", { detail })
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes))
  } catch {
    throw refuse(
      "This file isn’t readable JSON, so nothing was taken in. Choose the file that “Download everything” gave you.",
    )
  }
  const read = PracticeFile.safeParse(value)
  if (read.success) return read.data as unknown as Record<string, FileRow[]>
  const issue = read.error.issues[0]
  const place = issue?.path.join(".") ?? ""
  if (place === "" || place === "format")
    throw refuse(
      "This file doesn’t hold practice from Backfill, so nothing was taken in. Choose the file that “Download everything” gave you.",
    )
  throw refuse(
    `At “${place}” the file holds something unexpected, so nothing was taken in: ${issue?.message}.`,
  )
}
