import { STORY_THEMES, type StoryKind, type StoryTheme } from "@backfill/contract"
import { THEME_NAMES } from "@backfill/core"

/** What a listener hopes to hear, by theme. */
const HOPES: Record<StoryTheme, string> = {
  "pipeline-broke": "how fast you saw it, whom you told, what stays mended",
  "bad-data-downstream": "you owned the damage and won trust back",
  "late-data": "when it happened against when it came, thought through before coding",
  migration: "the order of steps, the way back, the old one kept running",
  "definition-disagreement": "influence without rank, taste kept apart from right",
  "cost-reduction": "measured first, and no promise broken for it",
  "schema-change": "versions, contracts, care for who reads it",
  "missed-sla": "honest words while it lasted, a change afterwards",
  "undocumented-codebase": "how you learned it without using up others’ time",
  "realtime-vs-batch": "you asked how fresh it had to be",
  mentoring: "your work goes on in other hands",
  "post-mortem": "no blame, written down, actions done",
  "pushback-leadership": "reasons, an offer, no defensiveness",
  "tight-deadline": "what you cut, and what you wouldn’t",
  "ai-tools": "its work was held against real data before it went in",
  "cost-vs-velocity": "both options with their numbers",
  "hard-pipeline": "why it was hard, and what you decided",
  "learned-fast": "how you learned, and what you left written",
  triage: "by who is hurt first; handed on; told",
  "technology-choice": "criteria, both sides heard, something tried",
}

/** The name of each theme, and what the listener hopes to hear. */
export const THEME_WORDS: Record<StoryTheme, { name: string; hopes: string }> = Object.fromEntries(
  STORY_THEMES.map((theme) => [theme, { name: THEME_NAMES[theme], hopes: HOPES[theme] }]),
) as Record<StoryTheme, { name: string; hopes: string }>
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
