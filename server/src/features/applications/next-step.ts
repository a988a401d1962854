import type { ApplicationState, Plan } from "@backfill/core"
import { type HeldRound, type Rater, roundsOfStage } from "./rounds.store.ts"

const DAY = 24 * 3600 * 1000
/** Scorecards are wanted within two days after their round, everything else within five. */
const CARD_DAYS = 2
const OTHER_DAYS = 5

export interface People {
  recruiters: readonly string[]
  hiringManagers: readonly string[]
}
export interface NextStep {
  /** What happens next, as a short phrase. */
  what: string
  /** Names of those it waits for. */
  awaited: string[]
  since: Date
  overdue: boolean
}

/** Cards of a round that are neither in nor given up. */
export const missingCards = (round: HeldRound): Rater[] =>
  round.raters.filter((rater) => !rater.submitted && rater.waived === null)

/** Whether a round's cards are due: a résumé screen from the start, an interview once it has begun. */
export const isDue = (round: HeldRound, now: Date): boolean =>
  round.state !== "cancelled" && (round.startsAt === null || round.startsAt <= now)

/** The plan's rounds of a stage that nobody has scheduled yet. */
export function unscheduled(plan: Plan, stageIndex: number, rounds: readonly HeldRound[]) {
  return roundsOfStage(plan, stageIndex).filter(
    (round) => !rounds.some((held) => held.roundId === round.id && held.state !== "cancelled"),
  )
}

/** What an application waits for, for whom and since when. `rounds` are all of its rounds, `people` the opening's names. */
export function nextStep(
  state: ApplicationState,
  plan: Plan,
  rounds: readonly HeldRound[],
  people: People,
  now: Date,
): NextStep {
  const since = new Date(state.since)
  const step = (
    what: string,
    awaited: readonly string[] = [],
    from = since,
    days = OTHER_DAYS,
  ): NextStep => ({
    what,
    awaited: [...new Set(awaited)],
    since: from,
    overdue: awaited.length > 0 && now.getTime() - from.getTime() > days * DAY,
  })
  const { place } = state
  switch (place.kind) {
    case "disqualified":
      return state.knockOut?.look === "requested"
        ? step("Answer the request for a human look", [...people.recruiters, ...people.hiringManagers])
        : step("Ended by a rule of the form")
    case "collecting":
      return collecting(place.stage)
    case "debrief":
      return step("Record the decision", people.hiringManagers)
    case "held":
      return step("On hold: decide again", people.hiringManagers)
    case "deciding-offer":
      return step("Decide on an offer", people.hiringManagers)
    case "offered":
      return step("Offer made")
    case "not-offered":
      return step("No offer")
    case "stopped":
      return step("Stopped")
    case "withdrawn":
      return step("Withdrawn")
    case "new":
    case "erased":
      return step("Erased")
  }

  function collecting(stage: number): NextStep {
    const held = rounds.filter((round) => round.stageIndex === stage && round.state !== "cancelled")
    const due = held.filter((round) => isDue(round, now) && missingCards(round).length > 0)
    if (due.length > 0) {
      const from = new Date(
        Math.min(
          ...due.map((round) => (round.startsAt ?? round.createdAt).getTime() + round.minutes * 60_000),
        ),
      )
      const what = due.every((round) => round.kind === "screen")
        ? "Read the résumé"
        : `Scorecards: ${due.map((round) => round.title).join(", ")}`
      return step(
        what,
        due.flatMap(missingCards).map((rater) => rater.name),
        from,
        CARD_DAYS,
      )
    }
    const open = unscheduled(plan, stage, rounds)
    if (open.length > 0)
      return step(`Schedule: ${open.map((round) => round.title).join(", ")}`, people.recruiters)
    const ahead = held.filter((round) => missingCards(round).length > 0)
    if (ahead.length > 0) return step(ahead.map((round) => round.title).join(", "))
    return step("Open the debrief", people.hiringManagers)
  }
}
