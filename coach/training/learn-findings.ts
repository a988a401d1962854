import { appliesTo, type FindingId } from "../src/findings/ids.ts"
import { signalsOf } from "../src/findings/signals.ts"
import type { Weighing } from "../src/findings/weighing.ts"
import type { trainApart } from "./folds.ts"
import { INPUTS } from "./inputs.ts"
import type { Prepared } from "./prepare.ts"
import { trainFinding } from "./train-findings.ts"

const FIRM = 0.15
const LOOSE = 1

/**
 * Learns every weighed finding from all stories outside fold `without` (-1: from all), with parts as told by weights that
 * have seen neither the story's voice nor the fold left out.
 */
export function learnFindings(
  stories: readonly Prepared[],
  apart: ReturnType<typeof trainApart>,
  without: number,
): Partial<Record<FindingId, Weighing>> {
  const learned: Partial<Record<FindingId, Weighing>> = {}
  const read = stories
    .filter(({ fold }) => fold !== without)
    .map((story) => {
      const told = apart.toldTo(story, without < 0 ? story.fold : without)
      return { story, signals: signalsOf(told) }
    })
  for (const id of Object.keys(INPUTS) as (keyof typeof INPUTS)[]) {
    const { firm, loose } = INPUTS[id]
    const cases = read
      .filter(({ story }) => appliesTo(id, story.answer.theme))
      .map(({ story, signals }) => ({ signals, isTrue: story.answer.findings.includes(id) }))
    const isFirm = new Set(firm)
    learned[id] = trainFinding(cases, [...new Set([...firm, ...loose])], (name) =>
      isFirm.has(name) ? FIRM : LOOSE,
    )
  }
  return learned
}
