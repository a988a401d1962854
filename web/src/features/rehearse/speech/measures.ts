import type { Heard, Stretch } from "./heard.ts"

/** The usual shortest pause; what is shorter belongs to speaking, e.g. the closure of a “t”. */
export const PAUSE_MS = 250
/** A pause that a listener notices as one. */
export const LONG_PAUSE_MS = 1_000

/** The pauses between stretches that last at least so long; silence before the first and after the last isn’t one. */
export const pausesOf = (stretches: readonly Stretch[], atLeastMs: number = PAUSE_MS): Stretch[] =>
  stretches
    .slice(1)
    .map(([next], nth): Stretch => [(stretches[nth] as Stretch)[1], next])
    .filter(([from, to]) => to - from >= atLeastMs)

/** Lengths in ms; rates are null where there is too little speech (under 3 s) to say. */
export interface Measures {
  /** The whole recording. */
  totalMs: number
  /** From the first word to the last. */
  spanMs: number
  /** The span without its pauses. */
  speechMs: number
  /** How many pauses of a quarter of a second or more, … */
  pauses: number
  /** … how many of a second or more, … */
  longPauses: number
  /** … and the longest; 0 without any. */
  longestPauseMs: number
  /** The phonation ratio, 0 to 1: how much of the span is speech; null without any. */
  speechShare: number | null
  /** Syllables per second of speech, pauses left out, by counting loud moments. */
  articulationRate: number | null
  /** Syllables per second of the span, pauses included. */
  speakingRate: number | null
  /** Words per minute of the span; null without a transcript. */
  wordsPerMinute: number | null
}

const LEAST_MS = 3_000

/**
 * What can be counted in a recording. It is no judgement: norms vary with dialect and age, so compare it with the same
 * person’s earlier takes, and only where `tempoDiffers`.
 */
export function measures(
  { durationMs, stretches, onsets }: Pick<Heard, "durationMs" | "stretches" | "onsets">,
  transcript?: { words: number },
): Measures {
  const lengths = pausesOf(stretches).map(([from, to]) => to - from)
  const spanMs = (stretches.at(-1)?.[1] ?? 0) - (stretches[0]?.[0] ?? 0)
  const speechMs = spanMs - lengths.reduce((sum, one) => sum + one, 0)
  const enough = speechMs >= LEAST_MS
  return {
    totalMs: durationMs,
    spanMs,
    speechMs,
    pauses: lengths.length,
    longPauses: lengths.filter((one) => one >= LONG_PAUSE_MS).length,
    longestPauseMs: Math.max(0, ...lengths),
    speechShare: spanMs > 0 ? speechMs / spanMs : null,
    articulationRate: enough ? (onsets.length * 1000) / speechMs : null,
    speakingRate: enough ? (onsets.length * 1000) / spanMs : null,
    wordsPerMinute: enough && transcript ? (transcript.words * 60_000) / spanMs : null,
  }
}

/** Listeners begin to notice a change of tempo at about this share (Quené 2007). */
const NOTICED = 0.1

/** Whether two tempos, of any one unit, differ by so much that a listener could notice; less isn’t shown as a difference. */
export const tempoDiffers = (one: number, other: number): boolean =>
  Math.max(one, other) >= Math.min(one, other) * (1 + NOTICED) && one !== other
