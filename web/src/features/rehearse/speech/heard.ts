/** A stretch of a recording in which somebody speaks: from and to in whole milliseconds. Stretches are in order and don’t touch. */
export type Stretch = readonly [fromMs: number, toMs: number]

/** What was heard in one recording, computed on this device. */
export interface Heard {
  /** The voice model, or how loud it is where the model couldn’t run. */
  by: "silero" | "energy"
  stretches: Stretch[]
  /** Length of the sound, ms. */
  durationMs: number
  /** The largest swing of each fiftieth of a second, 0 to 1 of full scale: a waveform to draw. */
  peaks: Float32Array
  /** Where syllables have their loudest moment, ms; an estimate that misses some and invents a few. */
  onsets: number[]
  /** The noise is so near to the voice that pauses may be missed or invented; say so beside the picture. */
  noisy: boolean
}

/**
 * The version of the hearing. Raise it with every change of what is heard in a sound, the model's included: what a device
 * kept of an earlier one is then heard anew.
 */
export const HEARING = 1

/** Sound as everything here takes it: one channel, −1 to 1, at this rate. */
export const RATE = 16_000

/** The most stretches that are kept of a recording (what the server takes); beyond it the shortest pauses close. */
export const MOST_STRETCHES = 2_000
