import { deadline, GRACE, standing } from "./attempt-clock.ts"
import type { AttemptClock } from "./attempt-clock.ts"

export type ClockCommand = "start" | "begin-break" | "end-break" | "submit"

const SENTENCES = {
  "not-started": "This exercise hasn’t begun. Start it first; your time begins then.",
  "already-started": "This exercise is running already; its clock was not set back.",
  "already-submitted": "Your work was handed in and is safe. Nothing more is needed.",
  "time-over": "Time is up. What you saved before is safe and counts as handed in.",
  "on-break": "You are on a break already. End it to go on.",
  "not-on-break": "You aren’t on a break. The clock is running.",
  "no-break-left": "No break time is left. The clock is running.",
} as const
export type ClockProblemId = keyof typeof SENTENCES

export type ClockAnswer =
  | { ok: true; clock: AttemptClock }
  | { ok: false; problem: { id: ClockProblemId; sentence: string } }

/**
 * The clock after a command at `now` (epoch milliseconds, the server's), or why not. Starting happens once. Handing in is
 * taken until `GRACE` after the deadline, and during a break, which it ends. Times before what is already recorded
 * are moved up to it, so a server clock set back can't lengthen anything.
 */
export function commandClock(clock: AttemptClock, command: ClockCommand, now: number): ClockAnswer {
  const at = Math.max(now, lastInstant(clock))
  const state = standing(clock, at)
  if (state === "submitted") return refuse("already-submitted")
  if (command === "start") {
    return state === "not-started" ? accept({ ...clock, startedAt: at }) : refuse("already-started")
  }
  if (state === "not-started") return refuse("not-started")
  const open = clock.breaks.some(({ to }) => to === null)
  const ended = { ...clock, breaks: clock.breaks.map((pause) => ({ ...pause, to: pause.to ?? at })) }
  if (command === "submit") {
    const end = deadline(clock, at)
    return end === null || at <= end + GRACE ? accept({ ...ended, submittedAt: at }) : refuse("time-over")
  }
  if (state === "over") return refuse("time-over")
  if (command === "end-break") return open ? accept(ended) : refuse("not-on-break")
  if (open) return refuse("on-break")
  const used = clock.breaks.reduce((total, { from, to }) => total + (to ?? at) - from, 0)
  if (used >= clock.breakAllowance) return refuse("no-break-left")
  return accept({ ...clock, breaks: [...clock.breaks, { from: at, to: null }] })
}

function lastInstant(clock: AttemptClock): number {
  const instants = clock.breaks.flatMap(({ from, to }) => [from, to ?? from])
  return Math.max(0, clock.startedAt ?? 0, ...instants)
}

function accept(clock: AttemptClock): ClockAnswer {
  return { ok: true, clock }
}

function refuse(id: ClockProblemId): ClockAnswer {
  return { ok: false, problem: { id, sentence: SENTENCES[id] } }
}
