import { spawnSync } from "node:child_process"
import { writeFile } from "node:fs/promises"

const RATE = 16_000
/** What espeak-ng’s sound has, and its header’s length. */
const ESPEAK_RATE = 22_050
const HEADER = 44
/** One breath: without a comma the voice makes no pause of its own. */
const BREATH =
  "I looked at the raw files before I touched the pipeline and told the billing lead which hour was missing from every morning report"

/**
 * A made-up voice that speaks and is silent in turn. Tones with the shape of syllables won’t do: the model that hears
 * voices takes them for one at some beginnings and not at others.
 * @param plan seconds of speech, at most 6 at once, and of pause, in turn, beginning with speech
 */
export async function writeSpokenSound(file: string, plan: readonly number[]): Promise<void> {
  const voice = say(BREATH)
  const samples = plan.flatMap((seconds, nth) => {
    const count = Math.round(seconds * RATE)
    if (nth % 2 === 0 && voice.length < count) throw new Error(`the voice has no ${seconds} s of speech`)
    return Array.from({ length: count }, (_, at) => (nth % 2 === 0 ? (voice[at] as number) : hush(at)))
  })
  const bytes = Buffer.alloc(HEADER + samples.length * 2)
  bytes.write("RIFF", 0)
  bytes.writeUInt32LE(36 + samples.length * 2, 4)
  bytes.write("WAVEfmt ", 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(RATE, 24)
  bytes.writeUInt32LE(RATE * 2, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write("data", 36)
  bytes.writeUInt32LE(samples.length * 2, 40)
  for (const [at, sample] of samples.entries())
    bytes.writeInt16LE(Math.round(sample * 32_767), HEADER + at * 2)
  await writeFile(file, bytes)
}

/** The words from their first sound on, −1 to 1. */
function say(words: string): number[] {
  const { stdout, status, error } = spawnSync("espeak-ng", ["-v", "en-us", "-s", "150", "--stdout", words])
  if (error || status !== 0)
    throw new Error("Journeys that are heard need espeak-ng: sudo apt-get install espeak-ng", {
      cause: error,
    })
  const count = Math.floor((stdout.length - HEADER) / 2)
  const spoken = Array.from({ length: count }, (_, at) => stdout.readInt16LE(HEADER + at * 2) / 32_768)
  const from = spoken.findIndex((sample) => Math.abs(sample) > 0.02)
  const length = Math.floor(((count - from) * RATE) / ESPEAK_RATE)
  return Array.from({ length }, (_, at) => spoken[from + Math.round((at * ESPEAK_RATE) / RATE)] ?? 0)
}

/** A quiet room, the same one each time. */
const hush = (at: number): number => (((at * 7919) % 1013) / 1013 - 0.5) * 0.0008
