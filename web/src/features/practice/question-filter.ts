import type { Level } from "@backfill/core"
import { ALL_KITS } from "./kit-choice.ts"
import type { Asked } from "./queries.ts"

/** What the drawer is narrowed to; an empty word leaves that side open. */
export interface QuestionFilter {
  theme: string
  competency: string
}

/**
 * The questions of a kit, or of all for `ALL_KITS`, each once: a kit that extends another brings its questions again, word
 * for word, and tries at either count for both.
 */
export function questionsOf(questions: readonly Asked[], kitId: string): Asked[] {
  const twins = Map.groupBy(questions, ({ id, question }) => `${id}\n${question}`)
  return [...twins.values()].flatMap((same) => {
    const shown = kitId === ALL_KITS ? same[0] : same.find((one) => one.kitId === kitId)
    if (!shown) return []
    return same
      .filter((one) => one !== shown)
      .reduce((sum, { times, timesAt }) => {
        return { ...sum, times: sum.times + times, timesAt: added(sum.timesAt, timesAt) }
      }, shown)
  })
}

const added = (a: Asked["timesAt"], b: Asked["timesAt"]): Asked["timesAt"] => ({
  junior: a.junior + b.junior,
  mid: a.mid + b.mid,
  senior: a.senior + b.senior,
  principal: a.principal + b.principal,
})

/** The questions that fit, each with its tries at the level: one told as a junior is fresh again as a senior. */
export const filterQuestions = (
  questions: readonly Asked[],
  { theme, competency }: QuestionFilter,
  level: Level,
): Asked[] =>
  questions
    .filter(
      (one) => (theme === "" || one.theme === theme) && (competency === "" || one.competency === competency),
    )
    .map((one) => ({ ...one, times: one.timesAt[level] }))

/** What can be chosen: what at least one question has and fits the other side's choice, in the alphabet's order. */
export function choicesOf(questions: readonly Asked[], { theme, competency }: QuestionFilter) {
  const sorted = (words: readonly string[]) => [...new Set(words)].toSorted((a, b) => a.localeCompare(b))
  const themes = questions.filter((one) => competency === "" || one.competency === competency)
  const competencies = questions.filter((one) => theme === "" || one.theme === theme)
  return {
    themes: sorted(themes.flatMap((one) => one.theme ?? [])),
    competencies: sorted(competencies.map((one) => one.competency)),
  }
}
