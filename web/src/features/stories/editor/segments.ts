import type { Part } from "@backfill/coach"
import type { Span } from "./follow.ts"

/** A stretch of the text that is drawn alike. */
export type Segment = Span & {
  part: Part | undefined
  /** Position of its run of sentences among `runs`; nothing between them. */
  run: number | undefined
  /** Ids of the hints that point here. */
  hints: string[]
}

/**
 * Where hints are underlined. A mark under every word says nothing: what is about the whole length has its question and
 * no underline, and what goes on too long is marked where it begins.
 */
export function marksOf<Hint extends Span & { id: string }>(
  hints: readonly Hint[],
  sentences: readonly Span[],
): Hint[] {
  return hints
    .filter(({ id }) => id !== "too-short")
    .map((hint) => {
      if (hint.id !== "too-long") return hint
      const first = sentences.find(({ end }) => end > hint.start)
      return { ...hint, end: Math.min(hint.end, first?.end ?? hint.end) }
    })
}

/**
 * Cuts a text where a run of sentences or a hint begins or ends. The pieces are the whole text in order; empty spans and
 * what lies outside the text leave no piece.
 */
export function segmentsOf(
  length: number,
  runs: readonly (Span & { part: Part })[],
  hints: readonly (Span & { id: string })[],
): Segment[] {
  const within = (at: number) => Math.max(0, Math.min(at, length))
  const cuts = new Set([0, length])
  for (const { start, end } of [...runs, ...hints])
    if (end > start) {
      cuts.add(within(start))
      cuts.add(within(end))
    }
  const at = [...cuts].toSorted((a, b) => a - b)
  return at.slice(0, -1).map((start, i): Segment => {
    const end = at[i + 1] as number
    const covers = (span: Span) => span.start <= start && span.end >= end
    const run = runs.findIndex(covers)
    return {
      start,
      end,
      part: runs[run]?.part,
      run: run < 0 ? undefined : run,
      hints: hints.filter(covers).map(({ id }) => id),
    }
  })
}
