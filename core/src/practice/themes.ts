/** What a question asks for, in two or three words: the one place in which each of the twenty themes has its name. */
export const THEME_NAMES = {
  "pipeline-broke": "A pipeline broke",
  "bad-data-downstream": "Bad data went out",
  "late-data": "Late data",
  migration: "A migration",
  "definition-disagreement": "What a number means",
  "cost-reduction": "Costs cut",
  "schema-change": "A schema changed",
  "missed-sla": "A promise missed",
  "undocumented-codebase": "Code without notes",
  "realtime-vs-batch": "Live or batch",
  mentoring: "Someone grew",
  "post-mortem": "A post-mortem",
  "pushback-leadership": "Saying no upwards",
  "tight-deadline": "A tight deadline",
  "ai-tools": "Working with AI",
  "cost-vs-velocity": "Cost against speed",
  "hard-pipeline": "A hard pipeline",
  "learned-fast": "Learned in a hurry",
  triage: "Several fires",
  "technology-choice": "Choosing a tool",
} as const
export type Theme = keyof typeof THEME_NAMES
/** The themes, in the order in which they are shown. */
export const THEMES = Object.keys(THEME_NAMES) as Theme[]

/** A theme's name. A slug that only somebody’s own kit knows is read as words: `on-call-rota` is “On call rota”. */
export function themeName(slug: string): string {
  const known = THEMES.find((theme) => theme === slug)
  return known
    ? THEME_NAMES[known]
    : slug.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase())
}
