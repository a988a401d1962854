import { STORY_THEMES, type StoryKind, type StoryTheme } from "@backfill/contract"

/** What a question asks for, in two or three words, and what the listener hopes to hear. */
export const THEME_WORDS: Record<StoryTheme, { name: string; hopes: string }> = {
  "pipeline-broke": {
    name: "A pipeline broke",
    hopes: "how fast you saw it, whom you told, what stays mended",
  },
  "bad-data-downstream": { name: "Bad data went out", hopes: "you owned the damage and won trust back" },
  "late-data": {
    name: "Late data",
    hopes: "when it happened against when it came, thought through before coding",
  },
  migration: { name: "A migration", hopes: "the order of steps, the way back, the old one kept running" },
  "definition-disagreement": {
    name: "What a number means",
    hopes: "influence without rank, taste kept apart from right",
  },
  "cost-reduction": { name: "Costs cut", hopes: "measured first, and no promise broken for it" },
  "schema-change": { name: "A schema changed", hopes: "versions, contracts, care for who reads it" },
  "missed-sla": { name: "A promise missed", hopes: "honest words while it lasted, a change afterwards" },
  "undocumented-codebase": {
    name: "Code without notes",
    hopes: "how you learned it without using up others’ time",
  },
  "realtime-vs-batch": { name: "Live or batch", hopes: "you asked how fresh it had to be" },
  mentoring: { name: "Someone grew", hopes: "your work goes on in other hands" },
  "post-mortem": { name: "A post-mortem", hopes: "no blame, written down, actions done" },
  "pushback-leadership": { name: "Saying no upwards", hopes: "reasons, an offer, no defensiveness" },
  "tight-deadline": { name: "A tight deadline", hopes: "what you cut, and what you wouldn’t" },
  "ai-tools": { name: "Working with AI", hopes: "its work was held against real data before it went in" },
  "cost-vs-velocity": { name: "Cost against speed", hopes: "both options with their numbers" },
  "hard-pipeline": { name: "A hard pipeline", hopes: "why it was hard, and what you decided" },
  "learned-fast": { name: "Learned in a hurry", hopes: "how you learned, and what you left written" },
  triage: { name: "Several fires", hopes: "by who is hurt first; handed on; told" },
  "technology-choice": { name: "Choosing a tool", hopes: "criteria, both sides heard, something tried" },
}
export const THEMES: readonly StoryTheme[] = STORY_THEMES

export const KIND_WORDS: Record<StoryKind, string> = {
  incident: "an incident",
  migration: "a migration",
  "schema-change": "a change of schema",
  "stakeholder-conflict": "a conflict with a stakeholder",
  "cost-win": "a cost win",
  "cross-team": "work across teams",
}

/** “a, b and c”. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`
}

const NUMBERS = ["no", "one", "two", "three", "four", "five", "six"]
/** A small number as a word, a larger one in figures. */
export const inWords = (n: number): string => NUMBERS[n] ?? String(n)
export const capital = (words: string): string => words.replace(/^./, (letter) => letter.toUpperCase())
