/** An answer taken apart: what was said first, and what was said to each probe asked so far. */
export interface ToldAnswer {
  told: string
  /** As many as probes have been asked, in their order. */
  answers: string[]
}

const mark = (probe: string) => `\n\n> ${probe}\n\n`

/** One text of an answer and what followed it: each probe as a quoted line, what was said to it below. */
export const joinAnswer = ({ told, answers }: ToldAnswer, probes: readonly string[]): string =>
  probes.slice(0, answers.length).reduce((text, probe, at) => text + mark(probe) + (answers[at] ?? ""), told)

/**
 * Takes apart what `joinAnswer` wrote. Probes are looked for in their order, and the first one missing ends the search: a
 * text from before probes were asked, or one whose probes the kit has reworded since, comes back whole.
 */
export function splitAnswer(text: string, probes: readonly string[]): ToldAnswer {
  const parts: string[] = []
  let from = 0
  for (const probe of probes) {
    const at = text.indexOf(mark(probe), from)
    if (at < 0) break
    parts.push(text.slice(from, at))
    from = at + mark(probe).length
  }
  parts.push(text.slice(from))
  const [told = "", ...answers] = parts
  return { told, answers }
}
