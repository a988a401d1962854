import type { PacePoint } from "./speech/index.ts"

/** No syllable rate is drawn above this; faster than anybody speaks for long. */
export const MOST_RATE = 8

/**
 * The outline of a waveform in a box from 0 to 1000 across and −1 to 1 down, as the points of an SVG polygon: the largest
 * peak of each column, quiet recordings drawn as large as loud ones. Empty for no sound.
 * @param columns how many to draw at most
 */
export function waveOutline(peaks: ArrayLike<number>, columns: number): string {
  const count = Math.min(columns, peaks.length)
  if (count === 0) return ""
  const highest = Array.from({ length: count }, (_, column) => {
    const from = Math.floor((column * peaks.length) / count)
    const to = Math.max(from + 1, Math.floor(((column + 1) * peaks.length) / count))
    let most = 0
    for (let at = from; at < to; at += 1) most = Math.max(most, peaks[at] ?? 0)
    return most
  })
  // Loudness is heard by ratios, so a root keeps quiet words visible; what is all but silent stays a line.
  const loudest = Math.max(0.02, ...highest)
  const heights = highest.map((peak) => Math.max(0.012, Math.sqrt(peak / loudest)))
  const across = (column: number) => ((column + 0.5) / count) * 1000
  const point = (column: number, height: number) => `${across(column).toFixed(1)},${height.toFixed(3)}`
  const upper = heights.map((height, column) => point(column, -height))
  const lower = heights.map((height, column) => point(column, height)).toReversed()
  return [...upper, ...lower].join(" ")
}

/** The pace curve in a box from 0 to 1000 across and 0 to `MOST_RATE` up, as an SVG path; broken where nobody speaks. */
export function paceLine(points: readonly PacePoint[], durationMs: number): string {
  let drawing = false
  return points
    .flatMap(({ atMs, syllablesPerSecond: rate }) => {
      if (rate === null) {
        drawing = false
        return []
      }
      const x = ((Math.min(atMs, durationMs) / durationMs) * 1000).toFixed(1)
      const step = `${drawing ? "L" : "M"}${x} ${(MOST_RATE - Math.min(rate, MOST_RATE)).toFixed(2)}`
      drawing = true
      return [step]
    })
    .join("")
}

/** Whole marks on a time axis, in ms: the widest step that still gives three to eight of them. */
export function ticksOf(durationMs: number): number[] {
  const steps = [5, 10, 15, 30, 60, 120, 300, 600].map((seconds) => seconds * 1000)
  const step = steps.find((one) => durationMs / one <= 8) ?? 1_800_000
  return Array.from({ length: Math.floor(durationMs / step) + 1 }, (_, nth) => nth * step)
}
