import { chance } from "./chance.ts"
import { say, type Voice } from "./espeak.ts"
import { UTTERANCES } from "./utterances.ts"

export type Noise = "white" | "pink" | "babble"
export const NOISES: readonly Noise[] = ["white", "pink", "babble"]

/** Others, whom no scene is told by. */
const OTHERS: readonly Voice[] = [
  "adam",
  "belinda",
  "linda",
  "paul",
  "victor",
  "steph",
  "edward",
  "michel",
].map((name, nth) => ({ name: `en+${name}`, rate: 140 + nth * 12, pitch: 30 + nth * 6 }))

/** So much noise of a kind, its power not yet set. */
export function noiseOf(kind: Noise, length: number, seed: number): Float32Array {
  if (kind === "babble") return babble(length, seed)
  const random = chance(seed)
  const white = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  if (kind === "white") return Float32Array.from({ length }, white)
  // Six first-order filters whose sum falls by 3 dB an octave within a decibel from 20 Hz on.
  const poles = [0.99765, 0.963, 0.57] as const
  const gains = [0.099046, 0.2965164, 1.0526913] as const
  const kept = [0, 0, 0]
  return Float32Array.from({ length }, () => {
    const now = white()
    for (const [nth, pole] of poles.entries())
      kept[nth] = pole * (kept[nth] as number) + (gains[nth] as number) * now
    return (kept[0] as number) + (kept[1] as number) + (kept[2] as number) + now * 0.1848
  })
}

/** Eight people at once, without pauses, each from another moment on. */
function babble(length: number, seed: number): Float32Array {
  const random = chance(seed)
  const sum = new Float32Array(length)
  for (const voice of OTHERS) {
    const texts = UTTERANCES.toSorted(() => random() - 0.5).slice(0, 4)
    const said = say(texts.join(" and "), voice)
    const from = Math.floor(random() * said.length)
    for (let at = 0; at < length; at += 1)
      sum[at] = (sum[at] as number) + (said[(from + at) % said.length] as number)
  }
  return sum
}
