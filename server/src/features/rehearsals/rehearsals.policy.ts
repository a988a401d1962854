import type { Rehearsal } from "@backfill/contract"
import { canonical } from "../../platform/audit.ts"

/** What a person noted on a recording, without which recording it is. */
export type Noted = Pick<Rehearsal, "speech" | "marks" | "parts" | "transcript" | "dismissed">

/** A recording on which nothing is noted yet. */
export const NOTHING_NOTED: Noted & { version: number } = {
  speech: null,
  marks: [],
  parts: [],
  transcript: null,
  dismissed: [],
  version: 0,
}

/** Marks and parts in the order of the recording, whatever the order in which they were set. */
export const inOrder = ({ speech, marks, parts, transcript, dismissed }: Noted): Noted => ({
  speech,
  marks: marks.toSorted((a, b) => a.atMs - b.atMs),
  parts: parts.toSorted((a, b) => a.fromMs - b.fromMs),
  transcript,
  dismissed,
})

/** Whether it is noted so already: a repeated save then has nothing to do. */
export const notedAs = (before: Noted, after: Noted): boolean =>
  canonical(inOrder(before)) === canonical(inOrder(after))

/** The first of these, as many as have no more than `most` bytes together; the very first in any case. */
export function asManyAsFit<T extends { bytes: number }>(rows: readonly T[], most: number): T[] {
  let bytes = 0
  return rows.filter((row, at) => {
    bytes += row.bytes
    return at === 0 || bytes <= most
  })
}
