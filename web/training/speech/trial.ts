import { hear } from "../../src/features/rehearse/speech/hear.ts"
import { FRAME_MS, type VoiceModel } from "../../src/features/rehearse/speech/silero.ts"
import type { Voice } from "./espeak.ts"
import { NOISES, type Noise } from "./noise.ts"
import { longestStop, sceneOf, withNoise } from "./scene.ts"
import { noScore, type Score, score } from "./score.ts"

export interface Condition {
  noise: Noise | null
  snrDb: number
}
/** Without noise, and with each kind at 20 and at 10 dB. */
export const CONDITIONS: readonly Condition[] = [
  { noise: null, snrDb: Number.POSITIVE_INFINITY },
  ...[20, 10].flatMap((snrDb) => NOISES.map((noise) => ({ noise, snrDb }))),
]

export interface Result {
  condition: Condition
  by: "silero" | "energy"
  score: Score
  scenes: number
  /** In how many scenes `noisy` was said. */
  noisy: number
  /** Syllables found as a share of those that were spoken, a scene each. */
  syllables: number[]
}

/** The longest quiet moment inside a sentence of a scene that is still no pause, ms. */
const STOP_MS = 250

/** Hears every voice in every condition, with the model and without it. Throws where a scene isn’t what it is thought to be. */
export async function tryOn(
  model: VoiceModel,
  voices: readonly Voice[],
  seed: number,
  conditions: readonly Condition[] = CONDITIONS,
): Promise<Result[]> {
  const results = conditions.flatMap((condition) =>
    (["silero", "energy"] as const).map(
      (by): Result => ({ condition, by, score: noScore(), scenes: 0, noisy: 0, syllables: [] }),
    ),
  )
  for (const [nth, voice] of voices.entries()) {
    const scene = sceneOf(voice, seed + nth)
    if (longestStop(scene) >= STOP_MS) throw new Error(`${voice.name} pauses by itself.`)
    for (const condition of conditions) {
      const { noise, snrDb } = condition
      const samples = noise ? withNoise(scene, noise, snrDb, seed + 500 + nth) : scene.clean
      const shares = await model(samples)
      for (const result of results.filter((one) => one.condition === condition)) {
        const heard = hear(samples, result.by === "silero" ? { shares, frameMs: FRAME_MS } : undefined)
        score(scene.stretches, heard.stretches, result.score)
        result.scenes += 1
        result.noisy += heard.noisy ? 1 : 0
        result.syllables.push(heard.onsets.length / scene.syllables)
      }
    }
  }
  return results
}
