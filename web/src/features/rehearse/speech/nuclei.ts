import type { Stretch } from "./heard.ts"
import { levelsOf, quantile, STEP_MS } from "./levels.ts"
import { voicedAt } from "./voicing.ts"

/** What makes a syllable’s loudest moment, dB. */
export const NUCLEUS = { belowPeak: 25, dip: 2 } as const
/** Long enough to even out single periods of a low voice, as Praat’s intensity does for 50 Hz. */
const WINDOW_MS = 64

/**
 * Where syllables have their loudest moment, ms, without knowing any word: peaks of intensity, parted by a dip of 2 dB,
 * within 25 dB of the loudest, and voiced (the idea of de Jong & Wempe 2009). Only inside the given stretches.
 */
export function nucleiOf(samples: Float32Array, stretches: readonly Stretch[]): number[] {
  const levels = levelsOf(samples, WINDOW_MS)
  const least = quantile(levels, 0.99) - NUCLEUS.belowPeak
  return stretches
    .flatMap(([from, to]) =>
      peaksBetween(levels, Math.floor(from / STEP_MS), Math.min(levels.length, Math.ceil(to / STEP_MS))),
    )
    .filter((at) => (levels[at] as number) >= least)
    .map((at) => (at + 0.5) * STEP_MS)
    .filter((atMs) => voicedAt(samples, atMs))
    .map(Math.round)
}

/** The tops between two steps that a dip parts on both sides; the ends count as dips. */
function peaksBetween(levels: Float32Array, from: number, to: number): number[] {
  const tops: number[] = []
  let climbing = true
  let top = from
  let bottom = from
  for (let at = from; at < to; at += 1) {
    const level = levels[at] as number
    if (level > (levels[top] as number)) top = at
    if (level < (levels[bottom] as number)) bottom = at
    if (climbing && level <= (levels[top] as number) - NUCLEUS.dip) {
      tops.push(top)
      climbing = false
      bottom = at
    } else if (!climbing && level >= (levels[bottom] as number) + NUCLEUS.dip) {
      climbing = true
      top = at
    }
  }
  return climbing && from < to ? [...tops, top] : tops
}
