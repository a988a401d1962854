import type { SpokenPart } from "@backfill/contract"

/** A press so soon after a part began corrects that part instead of adding a sliver. */
const CORRECTS_MS = 700

/**
 * The parts once another was heard to begin at `atMs`: it lasts until the next one that begins later, or to the end of the
 * recording, and what it lies on makes way. The same part again, where it runs already, changes nothing.
 */
export function tellPart(
  parts: readonly SpokenPart[],
  atMs: number,
  part: SpokenPart["part"],
  endMs: number,
): SpokenPart[] {
  const at = Math.round(Math.max(0, atMs))
  const end = Math.round(endMs)
  if (at >= end) return [...parts]
  const corrected = parts.findIndex(
    (one) => one.fromMs <= at && at < one.fromMs + CORRECTS_MS && at < one.toMs,
  )
  if (corrected >= 0) return joined(parts.map((one, nth) => (nth === corrected ? { ...one, part } : one)))
  const next = parts.find(({ fromMs }) => fromMs > at)?.fromMs ?? end
  const before = parts
    .filter(({ fromMs }) => fromMs < at)
    .map((one) => ({ ...one, toMs: Math.min(one.toMs, at) }))
  const after = parts.filter(({ fromMs }) => fromMs > at)
  return joined([...before, { fromMs: at, toMs: next, part }, ...after])
}

/** Without the part that runs at `atMs`; nobody then says what it was. */
export const withoutPart = (parts: readonly SpokenPart[], atMs: number): SpokenPart[] =>
  parts.filter(({ fromMs, toMs }) => atMs < fromMs || atMs >= toMs)

/** The part that runs at a moment. */
export const partAt = (parts: readonly SpokenPart[], atMs: number): SpokenPart["part"] | undefined =>
  parts.find(({ fromMs, toMs }) => fromMs <= atMs && atMs < toMs)?.part

/** Parts that touch and are the same are one. */
export function joined(parts: readonly SpokenPart[]): SpokenPart[] {
  const runs: SpokenPart[] = []
  for (const one of parts) {
    const last = runs.at(-1)
    if (last && last.part === one.part && last.toMs >= one.fromMs)
      runs[runs.length - 1] = { ...last, toMs: one.toMs }
    else runs.push(one)
  }
  return runs
}
