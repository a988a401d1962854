/** The same row of numbers from the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

export interface Interval {
  value: number
  low: number
  high: number
}

/**
 * 95 % interval of a statistic by drawing whole voices again and again (percentile bootstrap over clusters): answers of one
 * person are alike, so drawing answers would promise too much.
 */
export function overVoices<T>(
  voices: readonly (readonly T[])[],
  statistic: (items: readonly T[]) => number,
  draws = 1_000,
): Interval {
  const random = randomFrom(20_261_121)
  const values = Array.from({ length: draws }, () =>
    statistic(voices.flatMap(() => voices[Math.floor(random() * voices.length)] ?? [])),
  ).filter((v) => !Number.isNaN(v))
  values.sort((a, b) => a - b)
  const at = (share: number) =>
    values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? Number.NaN
  return { value: statistic(voices.flat()), low: at(0.025), high: at(0.975) }
}
