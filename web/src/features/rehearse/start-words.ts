import { titleOf } from "../stories/story-mark.tsx"
import { QUESTIONS_WANTED, type Telling } from "./tellings.ts"

/** What to do next on the rehearse page, as its title. `tellings` with the least told first. */
export function startFinding(tellings: readonly Telling[]): string {
  if (tellings.length === 0) return "Draw a question and tell a story"
  const open = tellings.filter(({ told }) => told < QUESTIONS_WANTED)
  if (open.length === 0) return "Every story has met its three questions"
  const next = open.find((one) => one.next !== undefined)
  if (next === undefined) return "Mark what your stories tell, and questions will find them"
  if (open.every(({ told }) => told === 0) && tellings.length > 1)
    return `Begin with “${titleOf(next.story)}”`
  return next.told === 0
    ? `“${titleOf(next.story)}” hasn’t been told this week`
    : `“${titleOf(next.story)}” has met ${next.told} of its ${QUESTIONS_WANTED} questions`
}
