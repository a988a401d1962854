/** How much likelier a question is drawn than one rehearsed already: once a quarter, twice a ninth of a fresh one. */
export const drawWeight = (times: number): number => 1 / (1 + times) ** 2

/**
 * Draws one question, likelier the less it has been rehearsed; every question keeps a chance, since a story told once
 * isn't told for good.
 * @param random from 0 up to, but not including, 1
 * @returns undefined when there is nothing to draw from
 */
export function drawQuestion<Question extends { times: number }>(
  questions: readonly Question[],
  random: number,
): Question | undefined {
  const total = questions.reduce((sum, { times }) => sum + drawWeight(times), 0)
  let left = random * total
  for (const question of questions) {
    left -= drawWeight(question.times)
    if (left < 0) return question
  }
  // Rounding may leave a crumb after the last one.
  return questions.at(-1)
}
