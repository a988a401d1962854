import type { Kit, Plan } from "@backfill/core"
import { roundsOfStage } from "../applications/rounds.store.ts"
import type { OpenCard } from "./cards.store.ts"

interface Asked {
  plan: Plan
  kit: Kit
  stage: { index: number; kind: string }
  cards: readonly Pick<OpenCard, "items">[]
}

/**
 * What a stage is decided on: all that its rounds ask for by the plan, and what cards rated by an earlier plan; at the
 * offer that of every stage. Where that is nothing, since the plan has nobody rate here, the competencies with a weight.
 */
export function criteriaOf({ plan, kit, stage, cards }: Asked): Set<string> {
  const stages = stage.kind === "offer" ? plan.stages.map((one, index) => ({ ...one, index })) : [stage]
  const planned = stages.flatMap(({ index, kind }) => [
    ...(kind === "screen" ? kit.resumeCriteria.map(({ id }) => id) : []),
    ...roundsOfStage(plan, index).flatMap((round) => round.items.flatMap((item) => item.competencies)),
  ])
  const rated = cards.flatMap((card) => card.items.flatMap((item) => item.competencies))
  const asked = new Set([...planned, ...rated])
  return asked.size > 0
    ? asked
    : new Set(kit.competencies.map(({ id }) => id).filter((id) => (plan.weights[id] ?? 0) > 0))
}
