import { seeded } from "@backfill/core"

/** Where a stream of random bits stands: the four words of sfc32. */
export interface Bits {
  a: number
  b: number
  c: number
  counter: number
}

/**
 * A stream of its own for one purpose of one component. Two designs that share a seed, an id and a purpose draw the same
 * numbers there (common random numbers), whatever else differs between them.
 */
export function bitsFor(seed: string, id: string, purpose: string): Bits {
  const start = seeded(seed).fork(`${id}/${purpose}`)
  const bits = { a: start.uint32() | 0, b: start.uint32() | 0, c: start.uint32() | 0, counter: 1 }
  for (let warm = 0; warm < 12; warm += 1) nextBits(bits)
  return bits
}

/** 32 random bits, as an integer from −2³¹ to 2³¹ − 1. sfc32 (Chris Doty-Humphrey, PractRand, public domain). */
export function nextBits(bits: Bits): number {
  const out = (bits.a + bits.b + bits.counter) | 0
  bits.counter = (bits.counter + 1) | 0
  bits.a = bits.b ^ (bits.b >>> 9)
  bits.b = (bits.c + (bits.c << 3)) | 0
  bits.c = (((bits.c << 21) | (bits.c >>> 11)) + out) | 0
  return out
}

/** Four streams side by side, begun by draws of one: the words a, b, c and counter of all four, one after the other. */
export function lanesFrom(bits: Bits): Int32Array {
  const lanes = Array.from({ length: 4 }, () => {
    const lane = { a: nextBits(bits), b: nextBits(bits), c: nextBits(bits), counter: 1 }
    for (let warm = 0; warm < 12; warm += 1) nextBits(lane)
    return lane
  })
  return Int32Array.from(
    [
      lanes.map(({ a }) => a),
      lanes.map(({ b }) => b),
      lanes.map(({ c }) => c),
      lanes.map(({ counter }) => counter),
    ].flat(),
  )
}

/** A number strictly between 0 and 1, on the middle of one of 2³² equal steps. */
export const nextUniform = (bits: Bits): number => ((nextBits(bits) >>> 0) + 0.5) / 4_294_967_296
