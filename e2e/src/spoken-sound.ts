import { writeFile } from "node:fs/promises"

const RATE = 16_000
/** So long a syllable sounds, and how long it takes with the dip after it, in seconds. */
const SYLLABLE = 0.16
const BEAT = 0.24

/**
 * A sound with the shape of speech: voiced syllables four a second for each stretch of speech, silence between. Not a
 * voice, but enough for a gate by loudness and for counting syllables.
 * @param plan seconds of speech and of pause, in turn, beginning with speech
 */
export async function writeSpokenSound(file: string, plan: readonly number[]): Promise<void> {
  const samples = plan.flatMap((seconds, nth) => {
    const count = Math.round(seconds * RATE)
    return Array.from({ length: count }, (_, at) => (nth % 2 === 0 ? syllable(at / RATE) : hush(at)))
  })
  const bytes = Buffer.alloc(44 + samples.length * 2)
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
  for (const [at, sample] of samples.entries()) bytes.writeInt16LE(Math.round(sample * 32_767), 44 + at * 2)
  await writeFile(file, bytes)
}

/** A voice of 120 Hz with its overtones, swelling and fading with each syllable. */
function syllable(seconds: number): number {
  const inBeat = seconds % BEAT
  const swell = inBeat < SYLLABLE ? Math.sin((Math.PI * inBeat) / SYLLABLE) : 0
  const tones = [1, 2, 3, 4, 5, 6].map((nth) => Math.sin(2 * Math.PI * 120 * nth * seconds) / nth)
  return 0.25 * (0.04 + swell) * tones.reduce((sum, tone) => sum + tone, 0)
}

/** A quiet room, the same one each time. */
const hush = (at: number): number => (((at * 7919) % 1013) / 1013 - 0.5) * 0.0008
