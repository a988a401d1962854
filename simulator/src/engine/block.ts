/** Observations are gathered, and random numbers drawn, in blocks of this many. */
export const BLOCK = 512

/** A block of doubles, and the same bytes as pairs of 32-bit words: exponent and first bits are read without a conversion. */
export interface Block {
  values: Float64Array
  words: Uint32Array
}

export function newBlock(): Block {
  const values = new Float64Array(BLOCK)
  return { values, words: new Uint32Array(values.buffer) }
}
