import type { NextTelling } from "./next-telling.ts"
import type { BackPlan } from "./plan-back.ts"
import { STORIES_WANTED } from "./plan-back.ts"

export interface RehearsedQuestion {
  id: string
  kitId: string
  times: number
}
export interface Rehearsal {
  kitId: string
  itemId: string
  startedAt: string
  finishedAt: string | null
}
/** What the next step is chosen from. */
export interface PracticeFacts<Question extends RehearsedQuestion, Attempt extends Rehearsal, Item, Telling> {
  questions: readonly Question[]
  attempts: readonly Attempt[]
  /** How many of the attempts were begun today, where the person is. */
  triesToday: number
  /** How many stories were told aloud today, to a question or freely. */
  toldToday: number
  /** The first open item of the technical checklist that has an exercise. */
  technical: Item | undefined
  /** The first open item of the list for this very day of the last week. */
  todays: Item | undefined
  /** How many stories there are; null where stories aren't kept. */
  stories: number | null
  /** The story to tell aloud next, where it is time for one. */
  telling: NextTelling<Telling> | undefined
  plan: BackPlan
}
export type NextStep<Question, Attempt, Item, Telling> =
  | { kind: "go-on"; attempt: Attempt }
  | { kind: "on-site-today"; item: Item | undefined }
  | { kind: "write-story"; stories: number }
  | { kind: "todays-list"; item: Item }
  | { kind: "technical"; item: Item }
  | { kind: "question"; question: Question }
  | { kind: "tell"; telling: Telling; why: NextTelling<Telling>["why"] }
  | { kind: "nothing" }

/**
 * The one thing to do next. What was begun is ended first. On the day itself nothing new is learned. Else a day holds one
 * question, tried or told to, which in the last week is a story told aloud; then what the day of the last week asks for, then
 * a story that it is time to tell, then stories that are missing, then a technical gap.
 */
export function nextStep<Question extends RehearsedQuestion, Attempt extends Rehearsal, Item, Telling>(
  facts: PracticeFacts<Question, Attempt, Item, Telling>,
): NextStep<Question, Attempt, Item, Telling> {
  if (facts.plan.state === "today") return { kind: "on-site-today", item: facts.todays }
  const latest = facts.attempts.toSorted((a, b) => b.startedAt.localeCompare(a.startedAt))
  const open = latest.find((attempt) => attempt.finishedAt === null)
  if (open) return { kind: "go-on", attempt: open }
  if (facts.stories === 0) return { kind: "write-story", stories: 0 }
  const question = leastRehearsed(facts.questions, latest[0])
  const tell = facts.telling && ({ kind: "tell", ...facts.telling } as const)
  if (facts.triesToday + facts.toldToday === 0) {
    if (tell?.why === "last-week") return tell
    if (question) return { kind: "question", question }
  }
  if (facts.todays !== undefined) return { kind: "todays-list", item: facts.todays }
  if (tell) return tell
  if (facts.stories !== null && facts.stories < STORIES_WANTED)
    return { kind: "write-story", stories: facts.stories }
  if (facts.technical !== undefined) return { kind: "technical", item: facts.technical }
  return question ? { kind: "question", question } : { kind: "nothing" }
}

/** The question rehearsed least, the first of them in the kit's order, but not the one just tried unless it is alone. */
function leastRehearsed<Question extends RehearsedQuestion>(
  questions: readonly Question[],
  last: Rehearsal | undefined,
): Question | undefined {
  const others = questions.filter((each) => each.id !== last?.itemId || each.kitId !== last.kitId)
  const pool = others.length > 0 ? others : questions
  const least = Math.min(...pool.map(({ times }) => times))
  return pool.find(({ times }) => times === least)
}
