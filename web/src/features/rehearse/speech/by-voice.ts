import { contrastOf } from "./contrast.ts"
import { isNear } from "./energy-gate.ts"
import type { Stretch } from "./heard.ts"
import { quantile, STEP_MS } from "./levels.ts"
import { loudnessOf } from "./spectrum.ts"
import { stretchesOf } from "./stretches.ts"

/** How stretches follow from the model’s answers; chosen on voices that the published figures aren’t from. */
export const VOICE = {
  on: 0.5,
  off: 0.35,
  lengths: { pauseMs: 100, speechMs: 90 },
  /** An edge may lie so far outside of what the model says, ms. */
  reachMs: 200,
  /** Where the model says so, and so many steps around, there is noise alone. */
  quiet: 0.15,
  quietSteps: 10,
  /** So many steps of noise are enough to know it. */
  enough: 50,
  /** Speech begins to stand out so far, dB, over what nearly all noise stays below, and ends a little lower. */
  nearlyAll: 0.985,
  begins: 0.2,
  ends: 0.1,
  inner: { pauseMs: 200, speechMs: 60 },
} as const

/**
 * Where somebody speaks, from how likely the model finds a voice in each of its frames. The model says where, and how the
 * sound stands out from the noise says when: the model’s answers come in steps of 32 ms and linger after a voice, so within
 * its stretches and a little around them contrast has the last word. `noisy` says that the model found hardly a moment
 * without a voice although there is noise, e.g. of others speaking.
 */
export function byVoice(
  levels: Float32Array,
  voice: Float32Array,
  frameMs: number,
): { stretches: Stretch[]; noisy: boolean } {
  const found = stretchesOf(voice, frameMs, VOICE, VOICE.lengths)
  const loud = loudnessOf(levels)
  const sure = sureOfNoise(voice, frameMs, loud.length)
  const known = sure.reduce((sum, one) => sum + one, 0) >= VOICE.enough
  const least = quantile(loud, 0.1)
  const quiet = (at: number) => (known ? sure[at] === 1 : (loud[at] as number) <= least)
  const contrast = contrastOf(levels, quiet)
  const smooth = contrast.map((one, at) => ((contrast[at - 1] ?? one) + one + (contrast[at + 1] ?? one)) / 3)
  const wavering = quantile(
    smooth.filter((_, at) => quiet(at)),
    VOICE.nearlyAll,
  )
  const thresholds = { on: wavering + VOICE.begins, off: wavering + VOICE.ends }
  const stretches = found.flatMap(([from, to], nth): Stretch[] => {
    const before = found[nth - 1]?.[1] ?? 0
    const after = found[nth + 1]?.[0] ?? Number.POSITIVE_INFINITY
    const first = Math.floor(Math.max((before + from) / 2, from - VOICE.reachMs) / STEP_MS)
    const last = Math.ceil(Math.min((after + to) / 2, to + VOICE.reachMs) / STEP_MS)
    const inside = stretchesOf(smooth.subarray(first, last), STEP_MS, thresholds, VOICE.inner)
      .map(([begin, end]): Stretch => [begin + first * STEP_MS, end + first * STEP_MS])
      .filter(([begin, end]) => end > from && begin < to)
    return inside.length > 0 ? inside : [[from, to]]
  })
  return { stretches, noisy: found.length > 0 && !known && isNear(loud) }
}

/** 1 for each step around which the model is sure that nobody speaks. */
function sureOfNoise(voice: Float32Array, frameMs: number, steps: number): Uint8Array {
  const spoken = Float32Array.from(
    { length: steps },
    (_, at) => voice[Math.floor((at * STEP_MS) / frameMs)] ?? 0,
  )
  return Uint8Array.from({ length: steps }, (_, at) =>
    spoken
      .subarray(Math.max(0, at - VOICE.quietSteps), at + VOICE.quietSteps)
      .every((one) => one < VOICE.quiet)
      ? 1
      : 0,
  )
}
