import type { Level } from "@backfill/core"
import type { Asked } from "./queries.ts"

/** What the drawer is narrowed to; an empty word leaves that side open. */
export interface QuestionFilter {
  theme: string
  competency: string
}

/** A theme's slug as words: `bad-data-downstream` is "Bad data downstream". */
export function themeWords(slug: string): string {
  const words = slug
    .replaceAll("-", " ")
    .replace(/\bsla\b/, "SLA")
    .replace(/\bai\b/, "AI")
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Each question once: a kit that extends another brings its questions again, word for word. Tries add up. */
export function distinctQuestions(questions: readonly Asked[]): Asked[] {
  const known = new Map<string, Asked>()
  for (const one of questions) {
    const key = `${one.id}\n${one.question}`
    const before = known.get(key)
    known.set(key, before ? { ...before, times: before.times + one.times, timesAt: added(before, one) } : one)
  }
  return [...known.values()]
}

const added = ({ timesAt: a }: Asked, { timesAt: b }: Asked): Asked["timesAt"] => ({
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
