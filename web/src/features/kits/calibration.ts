import type { Question } from "@backfill/core"

export type Score = 1 | 2 | 3 | 4 | 5
export const SCORES: readonly Score[] = [1, 2, 3, 4, 5]
type Sample = Question["samples"][number]

/** Samples in an order that tells nothing about their scores: by their first letters. */
export function shuffled(samples: readonly Sample[]): Sample[] {
  return samples.toSorted((a, b) => (a.answer < b.answer ? -1 : 1))
}

/** How a guess compares with what a sample was written to deserve, in words. */
export function guessWords(guess: number, written: number): string {
  const apart = Math.abs(guess - written)
  if (apart === 0) return "You and the kit agree."
  const steps = apart === 1 ? "One step" : `${["Two", "Three", "Four"][apart - 2]} steps`
  return `You said ${guess}. ${steps} ${guess > written ? "kinder" : "stricter"} than the kit.`
}

/** How a whole set of guesses went; undefined while one is missing. */
export function summary(
  guesses: readonly (number | undefined)[],
  written: readonly number[],
): string | undefined {
  if (guesses.length === 0 || guesses.some((guess) => guess === undefined)) return undefined
  const apart = guesses.map((guess, at) => (guess ?? 0) - (written[at] ?? 0))
  const agreed = apart.filter((steps) => steps === 0).length
  if (agreed === apart.length)
    return `All ${apart.length} as the kit has them. You read these anchors as they were meant.`
  const lean = apart.reduce((sum, steps) => sum + steps, 0)
  const leaning =
    lean > 0 ? " On the whole you were kinder." : lean < 0 ? " On the whole you were stricter." : ""
  const most = Math.max(...apart.map(Math.abs))
  return `${agreed} of ${apart.length} as the kit has them, ${most === 1 ? "never more than one step apart" : `at most ${most} steps apart`}.${leaning}`
}
