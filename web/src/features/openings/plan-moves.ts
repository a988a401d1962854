import type { Plan, PlanRound } from "@backfill/core"
import type { PlanView } from "@backfill/contract"

type Available = PlanView["available"][number]

/** The plan with one of its rounds changed; unchanged when there is none by that id. */
export function changeRound(plan: Plan, roundId: string, change: (round: PlanRound) => PlanRound): Plan {
  return {
    ...plan,
    stages: plan.stages.map((stage) => ({
      ...stage,
      rounds: stage.rounds.map((round) => (round.id === roundId ? change(round) : round)),
    })),
  }
}

/** A list with the thing at `from` moved by one; the same list at its ends. */
export function moved<Thing>(list: ReadonlyArray<Thing>, from: number, by: 1 | -1): Thing[] {
  const to = from + by
  const next = [...list]
  if (from < 0 || from >= list.length || to < 0 || to >= list.length) return next
  next.splice(to, 0, ...next.splice(from, 1))
  return next
}

/** Moves an item of a round up or down; past its ends it stays. */
export function moveItem(plan: Plan, roundId: string, at: number, by: 1 | -1): Plan {
  return changeRound(plan, roundId, (round) => ({ ...round, items: moved(round.items, at, by) }))
}

/** Takes an item out of a round. */
export function removeItem(plan: Plan, roundId: string, at: number): Plan {
  return changeRound(plan, roundId, (round) => ({ ...round, items: round.items.toSpliced(at, 1) }))
}

/** Puts a question or an exercise at the end of a round, with the minutes its kit gives it. */
export function addItem(
  plan: Plan,
  roundId: string,
  { kind, id, title, competencies, minutes }: Available,
): Plan {
  const item = { kind, id, title, competencies, minutes }
  return changeRound(plan, roundId, (round) => ({ ...round, items: [...round.items, item] }))
}

/** Moves a round within its stage. */
export function moveRound(plan: Plan, stageId: string, at: number, by: 1 | -1): Plan {
  const stages = plan.stages.map((stage) =>
    stage.id === stageId ? { ...stage, rounds: moved(stage.rounds, at, by) } : stage,
  )
  return { ...plan, stages }
}

/** Takes a round out of its stage. */
export function removeRound(plan: Plan, stageId: string, roundId: string): Plan {
  const stages = plan.stages.map((stage) =>
    stage.id === stageId ? { ...stage, rounds: stage.rounds.filter((round) => round.id !== roundId) } : stage,
  )
  return { ...plan, stages }
}

/** What the plan doesn't ask yet, in the kit's order. */
export function notAsked(plan: Plan, available: ReadonlyArray<Available>): Available[] {
  const used = new Set(
    plan.stages.flatMap(({ rounds }) =>
      rounds.flatMap(({ items }) => items.map((item) => `${item.kind}/${item.id}`)),
    ),
  )
  return available.filter((item) => !used.has(`${item.kind}/${item.id}`))
}

/** The weights in per cent, added up and rounded to two decimals. */
export function weightTotal(plan: Plan): number {
  return Math.round(Object.values(plan.weights).reduce((sum, weight) => sum + weight, 0) * 100) / 100
}

/** Every round with its number in the plan, from 1. */
export function numberedRounds(plan: Plan): Array<{ number: number; round: PlanRound; stageId: string }> {
  return plan.stages
    .flatMap((stage) => stage.rounds.map((round) => ({ round, stageId: stage.id })))
    .map((entry, at) => ({ ...entry, number: at + 1 }))
}
