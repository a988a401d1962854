import { RATE, type Stretch } from "../../src/features/rehearse/speech/heard.ts"
import { chance } from "./chance.ts"
import { say, syllablesOf, type Voice } from "./espeak.ts"
import { type Noise, noiseOf } from "./noise.ts"
import { UTTERANCES } from "./utterances.ts"

/** Somebody speaking, with pauses of digital silence whose place is known to the sample. */
export interface Scene {
  voice: Voice
  clean: Float32Array
  stretches: Stretch[]
  syllables: number
}

const FIXED = [300, 600, 1200, 2500]
const DRAWN = 5
const QUIET = 10 ** (-45 / 20)

/** Ten sentences of a voice with nine pauses between: .3, .6, 1.2, 2.5 s and five drawn from .3 to 3 s, shuffled. */
export function sceneOf(voice: Voice, seed: number): Scene {
  const random = chance(seed)
  const pauses = [...FIXED, ...Array.from({ length: DRAWN }, () => Math.round(300 + 2700 * random() ** 2))]
  const order = pauses.map((ms) => ({ ms, key: random() })).toSorted((one, other) => one.key - other.key)
  const texts = UTTERANCES.map((text) => ({ text, key: random() })).toSorted(
    (one, other) => one.key - other.key,
  )
  return told(
    voice,
    texts.slice(0, pauses.length + 1).map(({ text }) => text),
    order.map(({ ms }) => ms),
  )
}

/** Three short sentences with two pauses, for a file that is small. */
export const fixtureScene = (): Scene =>
  told(
    { name: "en-us+f2", rate: 200, pitch: 50 },
    ["My first job was to find it", "Nobody noticed before Monday", "So I moved the window"],
    [600, 1200],
  )

/** Sentences with those pauses, ms, between them and half a second of silence around them all. */
function told(voice: Voice, texts: readonly string[], pauses: readonly number[]): Scene {
  const parts: Float32Array[] = [new Float32Array(RATE / 2)]
  const stretches: Stretch[] = []
  let at = RATE / 2
  for (const [nth, text] of texts.entries()) {
    const said = trimmed(say(text, voice))
    stretches.push([(at * 1000) / RATE, ((at + said.length) * 1000) / RATE])
    const pause = new Float32Array(((pauses[nth] ?? 500) * RATE) / 1000)
    parts.push(said, pause)
    at += said.length + pause.length
  }
  const clean = new Float32Array(at)
  let to = 0
  for (const part of parts) {
    clean.set(part, to)
    to += part.length
  }
  const syllables = texts.reduce((sum, text) => sum + syllablesOf(text, voice), 0)
  return { voice, clean, stretches, syllables }
}

/** Without the silence around it: from the first to the last sample within 45 dB of the largest. */
function trimmed(samples: Float32Array): Float32Array {
  const least = QUIET * samples.reduce((largest, one) => Math.max(largest, Math.abs(one)), 0)
  const heard = (one: number) => Math.abs(one) >= least
  return samples.slice(samples.findIndex(heard), samples.findLastIndex(heard) + 1)
}

/** The longest quiet moment inside a sentence, ms: shorter than a pause, else what is known of the pauses isn’t true. */
export function longestStop({ clean, stretches }: Scene): number {
  const least = QUIET * clean.reduce((largest, one) => Math.max(largest, Math.abs(one)), 0)
  let longest = 0
  for (const [from, to] of stretches) {
    let since = (from * RATE) / 1000
    for (let at = since; at < (to * RATE) / 1000; at += 1) {
      if (Math.abs(clean[Math.round(at)] as number) < least) continue
      longest = Math.max(longest, at - since)
      since = at
    }
  }
  return (longest * 1000) / RATE
}

/** The scene with noise throughout, so many dB below the mean power of its speech (its pauses not counted). */
export function withNoise(
  { clean, stretches }: Scene,
  kind: Noise,
  snrDb: number,
  seed: number,
): Float32Array {
  const noise = noiseOf(kind, clean.length, seed)
  const power = (of: Float32Array) => of.reduce((sum, one) => sum + one * one, 0)
  const spoken = stretches.reduce((sum, [from, to]) => sum + ((to - from) * RATE) / 1000, 0)
  const gain = Math.sqrt(power(clean) / spoken / (power(noise) / noise.length) / 10 ** (snrDb / 10))
  const mixed = clean.map((one, at) => one + gain * (noise[at] as number))
  const largest = mixed.reduce((most, one) => Math.max(most, Math.abs(one)), 0)
  return mixed.map((one) => (one * 0.5) / largest)
}
