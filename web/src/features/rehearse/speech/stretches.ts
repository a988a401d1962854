import { MOST_STRETCHES, type Stretch } from "./heard.ts"

export interface Lengths {
  /** A pause shorter than this, ms, is part of the speech around it. */
  pauseMs: number
  /** Speech shorter than this, ms, is a click or a breath. */
  speechMs: number
}

/**
 * Turns a value per step into stretches, with two thresholds: speech begins at `on` and goes on until it is below
 * `off`, so that a value that wavers doesn’t chop it up. Short pauses close before short speech is dropped.
 */
export function stretchesOf(
  values: ArrayLike<number>,
  stepMs: number,
  { on, off }: { on: number; off: number },
  { pauseMs, speechMs }: Lengths,
): Stretch[] {
  const found: [number, number][] = []
  let from: number | undefined
  for (let at = 0; at <= values.length; at += 1) {
    const value = at < values.length ? (values[at] as number) : Number.NEGATIVE_INFINITY
    if (from === undefined && value >= on) {
      from = at
    } else if (from !== undefined && value < off) {
      const last = found.at(-1)
      if (last && from * stepMs - last[1] < pauseMs) last[1] = at * stepMs
      else found.push([from * stepMs, at * stepMs])
      from = undefined
    }
  }
  return found.filter(([begin, end]) => end - begin >= speechMs)
}

/** Whole milliseconds within the recording, in order and apart, and no more than are kept. */
export function settled(stretches: readonly Stretch[], durationMs: number): Stretch[] {
  const whole: [number, number][] = []
  for (const [from, to] of stretches) {
    const begin = Math.max(0, Math.round(from))
    const end = Math.min(durationMs, Math.round(to))
    const last = whole.at(-1)
    if (last && begin <= last[1]) last[1] = Math.max(last[1], end)
    else if (begin < end) whole.push([begin, end])
  }
  if (whole.length <= MOST_STRETCHES) return whole
  const gaps = whole.slice(1).map(([begin], nth) => begin - (whole[nth]?.[1] ?? 0))
  const least = gaps.toSorted((one, other) => one - other)[whole.length - MOST_STRETCHES - 1] as number
  return settled(
    whole.map(([begin, end], nth) => [begin, (gaps[nth] ?? least + 1) <= least ? end + least : end]),
    durationMs,
  )
}
