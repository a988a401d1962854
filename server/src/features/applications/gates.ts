import type { Gate } from "@backfill/contract"
import {
  type ApplicationState,
  decisionInForce,
  outstandingCards,
  type Plan,
  type PlanStage,
  type TimeFactor,
} from "@backfill/core"
import { presentCard } from "../interviews/interviews.present.ts"
import { isDue, missingCards, unscheduled } from "./next-step.ts"
import type { HeldRound } from "./rounds.store.ts"

export interface GateFacts {
  state: ApplicationState
  plan: Plan
  rounds: readonly HeldRound[]
  factor: TimeFactor
  nameOf(id: string): string
  managers: readonly { id: string; name: string }[]
  /** Set for someone who still reads this résumé: who else does stays unknown to them. */
  onlyRater: string | undefined
  now: Date
}

/** The stages that gather scorecards, each with what it holds and what it waits for. */
export function presentGates(facts: GateFacts): Gate[] {
  return facts.plan.stages.flatMap((stage, stageIndex) =>
    stage.kind === "screen" || stage.kind === "interviews" ? [presentGate(stage, stageIndex, facts)] : [],
  )
}

function presentGate(stage: PlanStage, stageIndex: number, facts: GateFacts): Gate {
  const { state, plan, now, nameOf, factor, onlyRater } = facts
  const rounds = facts.rounds.filter((round) => round.stageIndex === stageIndex)
  const here = "stage" in state.place && state.place.stage === stageIndex && state.place.kind !== "stopped"
  const open =
    here && (state.place.kind === "collecting" || state.place.kind === "held")
      ? unscheduled(plan, stageIndex, facts.rounds)
      : []
  const decision = decisionInForce(state, stageIndex)
  const outcome = decision?.outcome
  return {
    stageIndex,
    title: stage.title,
    kind: stage.kind,
    state: stateOfGate(facts, stageIndex, rounds, open.length),
    interviews: rounds.map((round) => {
      const only = round.kind === "screen" ? onlyRater : undefined
      const raters = round.raters.map((rater) => ({
        interviewId: round.id,
        id: rater.id,
        name: rater.name,
        email: "",
        timeZone: "",
        waivedReason: rater.waived,
        submittedAt: rater.submitted ? now : null,
      }))
      return presentCard(round, raters, factor, only)
    }),
    roundsToSchedule: open.map((round) => ({
      roundId: round.id,
      title: round.title,
      minutes: round.minutes,
      interviewers: round.interviewers.map((id) => ({ id, name: nameOf(id) })),
    })),
    awaited: here ? awaitedAt(stageIndex, rounds, open.length, facts) : [],
    decision:
      decision && (outcome === "advance" || outcome === "stop" || outcome === "hold")
        ? {
            id: decision.id,
            choice: outcome,
            at: new Date(decision.at).toISOString(),
            by: nameOf(decision.by),
          }
        : null,
  }
}

function stateOfGate(
  { state, now }: GateFacts,
  stageIndex: number,
  rounds: readonly HeldRound[],
  open: number,
): Gate["state"] {
  const gate = state.gates[stageIndex]
  if (decisionInForce(state, stageIndex)) return "decided"
  if (gate?.openedAt !== null && gate?.openedAt !== undefined) return "debrief"
  const here = state.place.kind === "collecting" && state.place.stage === stageIndex
  // A round whose every card was given up needn't be waited for either; nor a stage that the plan has nobody rate.
  const allHeld = rounds.every(
    (round) =>
      round.state === "cancelled" ||
      isDue(round, now) ||
      (round.raters.length > 0 && missingCards(round).length === 0),
  )
  return here && gate !== undefined && outstandingCards(gate).length === 0 && open === 0 && allHeld
    ? "ready"
    : "collecting"
}

function awaitedAt(
  stageIndex: number,
  rounds: readonly HeldRound[],
  open: number,
  facts: GateFacts,
): Gate["awaited"] {
  const cards = rounds
    .filter((round) => isDue(round, facts.now))
    .flatMap((round) =>
      missingCards(round)
        .filter(
          (rater) => facts.onlyRater === undefined || round.kind !== "screen" || rater.id === facts.onlyRater,
        )
        .map((rater) => ({ person: { id: rater.id, name: rater.name }, what: `Scorecard: ${round.title}` })),
    )
  if (cards.length > 0 || open > 0 || facts.onlyRater !== undefined) return cards
  const state = stateOfGate(facts, stageIndex, rounds, open)
  const what =
    state === "ready"
      ? "Open the debrief"
      : state === "debrief" || facts.state.place.kind === "held"
        ? "Record the decision"
        : undefined
  return what === undefined
    ? []
    : facts.managers.map((person) => ({ person: { id: person.id, name: person.name }, what }))
}
