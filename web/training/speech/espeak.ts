import { spawnSync } from "node:child_process"
import { RATE } from "../../src/features/rehearse/speech/heard.ts"
import { resample } from "./resample.ts"
import { fromWav } from "./wav.ts"

export interface Voice {
  /** Its name for espeak-ng. */
  name: string
  /** Words a minute that are asked for. */
  rate: number
  pitch: number
}

/** What espeak-ng answers; a missing one fails with a sentence that says what to do. */
function espeak(args: readonly string[]): Buffer {
  const { stdout, status, error } = spawnSync("espeak-ng", args, { maxBuffer: 64_000_000 })
  if (error || status !== 0)
    throw new Error(
      "The tests of speech need espeak-ng. Install it (Debian: sudo apt-get install espeak-ng) and run them again.",
      { cause: error },
    )
  return stdout
}

const asked = ({ name, rate, pitch }: Voice) => ["-v", name, "-s", String(rate), "-p", String(pitch)]

/** A sentence said by a voice, at 16 kHz, −1 to 1. */
export function say(text: string, voice: Voice): Float32Array {
  const { samples, rate } = fromWav(espeak([...asked(voice), "--stdout", text]))
  return resample(samples, rate, RATE)
}

/** A vowel or a consonant that is a syllable of its own, in espeak-ng’s letters for English; a diphthong is one. */
const NUCLEUS = /^[',%=]*([aeiouAEIOUV@03]|[nml]-)/

/** How many syllables a voice makes of a sentence: the nuclei among the phonemes that espeak-ng says it speaks. */
export const syllablesOf = (text: string, voice: Voice): number =>
  espeak([...asked(voice), "-q", "-x", "--sep=|", text])
    .toString()
    .split(/[|\s]+/)
    .filter((phoneme) => NUCLEUS.test(phoneme)).length
