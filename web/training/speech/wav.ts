import { RATE } from "../../src/features/rehearse/speech/heard.ts"

/** Sound at 16 kHz as a WAV file of 16 bits. */
export function toWav(samples: Float32Array): Buffer {
  const head = Buffer.alloc(44)
  head.write("RIFF", 0)
  head.writeUInt32LE(36 + samples.length * 2, 4)
  head.write("WAVEfmt ", 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(RATE, 24)
  head.writeUInt32LE(RATE * 2, 28)
  head.writeUInt16LE(2, 32)
  head.writeUInt16LE(16, 34)
  head.write("data", 36)
  head.writeUInt32LE(samples.length * 2, 40)
  const data = Buffer.alloc(samples.length * 2)
  for (const [at, one] of samples.entries())
    data.writeInt16LE(Math.round(Math.max(-1, Math.min(1, one)) * 32_767), at * 2)
  return Buffer.concat([head, data])
}

/** The sound of such a file, or of espeak-ng’s: 16 bits, one channel, with the rate its head says. */
export function fromWav(wav: Buffer): { samples: Float32Array; rate: number } {
  // Some heads don’t know the length, so the sound is whatever follows.
  const data = wav.subarray(wav.indexOf("data") + 8)
  const samples = Float32Array.from(
    { length: data.length >> 1 },
    (_, at) => data.readInt16LE(at * 2) / 32_768,
  )
  return { samples, rate: wav.readUInt32LE(24) }
}
