import { RESUME_SCREEN } from "./from-kit.ts"
import type { Kit } from "../kit/schema.ts"
import type { Plan, PlanItem, PlanRound, PlanStage } from "./plan.ts"

export type PlanWarningCode =
  | "few-raters"
  | "never-asked"
  | "round-too-long"
  | "weights-not-100"
  | "stage-without-round"
  | "no-interviewer"
  | "repeated-interviewer"
  | "repeated-id"
  | "empty-round"
  | "unknown-item"
  | "unknown-competency"

/** Something to look at before the first interview. A plan with warnings may be used all the same. */
export interface PlanWarning {
  code: PlanWarningCode
  /** One sentence: what it is, and what to do. */
  message: string
  stageId?: string
  roundId?: string
  itemId?: string
  competencyId?: string
}

/** Every warning a plan gives beside its kit, stage by stage, then the competencies and weights. Never throws. */
export function checkPlan(plan: Plan, kit: Kit): PlanWarning[] {
  return [
    ...repeatedIds(plan),
    ...plan.stages.flatMap((stage) => [
      ...checkStage(stage),
      ...stage.rounds.flatMap((round) => checkRound(stage, round, kit)),
    ]),
    ...checkCompetencies(plan, kit),
    ...checkWeights(plan),
  ]
}

/** Minutes a round needs: opening, its items and closing. */
export function plannedMinutes(round: PlanRound): number {
  return round.opening + round.items.reduce((total, item) => total + item.minutes, 0) + round.closing
}

/** Who will rate each competency: distinct interviewers of the rounds that ask for it, in order of the plan. */
export function ratersByCompetency(plan: Plan): Map<string, string[]> {
  const raters = new Map<string, Set<string>>()
  for (const round of plan.stages.flatMap((stage) => stage.rounds)) {
    for (const competency of round.items.flatMap((item) => item.competencies)) {
      const known = raters.get(competency) ?? new Set<string>()
      for (const interviewer of round.interviewers) known.add(interviewer)
      raters.set(competency, known)
    }
  }
  return new Map([...raters].map(([competency, accounts]) => [competency, [...accounts]]))
}

function checkStage(stage: PlanStage): PlanWarning[] {
  if (stage.kind !== "interviews" || stage.rounds.length > 0) return []
  const message = `${stage.title} has no round. Add one, or remove the stage.`
  return [{ code: "stage-without-round", message, stageId: stage.id }]
}

function checkRound(stage: PlanStage, round: PlanRound, kit: Kit): PlanWarning[] {
  const place = { stageId: stage.id, roundId: round.id }
  const warnings: PlanWarning[] = []
  const needed = plannedMinutes(round)
  if (needed > round.minutes) {
    const message = `${round.title} needs ${needed} minutes and its slot has ${round.minutes}. Lengthen the slot or take ${needed - round.minutes} minutes out.`
    warnings.push({ code: "round-too-long", message, ...place })
  }
  // A résumé is read by the kit's criteria, which stand in no plan.
  if (round.items.length === 0 && round.id !== RESUME_SCREEN) {
    const message = `${round.title} asks nothing. Add a question or an exercise.`
    warnings.push({ code: "empty-round", message, ...place })
  }
  if (round.interviewers.length === 0) {
    const message = `${round.title} has no interviewer. Choose who runs it: ${round.runBy}`
    warnings.push({ code: "no-interviewer", message, ...place })
  }
  if (new Set(round.interviewers).size < round.interviewers.length) {
    const message = `${round.title} names the same interviewer twice. One person counts as one rater.`
    warnings.push({ code: "repeated-interviewer", message, ...place })
  }
  return [...warnings, ...round.items.flatMap((item) => checkItem(item, place, kit))]
}

function checkItem(item: PlanItem, place: { stageId: string; roundId: string }, kit: Kit): PlanWarning[] {
  const known = item.kind === "question" ? kit.questions : kit.exercises
  const found = known.find((candidate) => candidate.id === item.id)
  if (found && found.audience !== "practice") return []
  const why = found ? "is for practice only" : "is not in this kit"
  const message = `The ${item.kind} “${item.title}” ${why}. Choose another one.`
  return [{ code: "unknown-item", message, itemId: item.id, ...place }]
}

function checkCompetencies(plan: Plan, kit: Kit): PlanWarning[] {
  const titles = new Map(kit.competencies.map((competency) => [competency.id, competency.title]))
  const raters = ratersByCompetency(plan)
  const weighted = Object.keys(plan.weights).filter((id) => (plan.weights[id] ?? 0) > 0)
  const ids = [...new Set([...weighted, ...raters.keys()])]
  return ids.flatMap((competencyId): PlanWarning[] => {
    const title = titles.get(competencyId)
    if (title === undefined) {
      const message = `“${competencyId}” is no competency of this kit. Remove it from weights and items.`
      return [{ code: "unknown-competency", message, competencyId }]
    }
    const accounts = raters.get(competencyId)
    if (accounts === undefined) {
      const message = `${title} counts for ${plan.weights[competencyId]} % and nothing asks about it. Add an item, or set its weight to 0.`
      return [{ code: "never-asked", message, competencyId }]
    }
    if (accounts.length >= 2) return []
    const message = `${title} will have ${accounts.length === 1 ? "one rater" : "no rater"}. Two are the floor: add an interviewer or ask about it in another round.`
    return [{ code: "few-raters", message, competencyId }]
  })
}

function checkWeights(plan: Plan): PlanWarning[] {
  const total = Object.values(plan.weights).reduce((sum, weight) => sum + weight, 0)
  // Thirds entered with two decimals must pass.
  if (Math.abs(total - 100) <= 0.05) return []
  const message = `The weights add up to ${Math.round(total * 100) / 100} %. Make them 100.`
  return [{ code: "weights-not-100", message }]
}

function repeatedIds(plan: Plan): PlanWarning[] {
  const rounds = plan.stages.flatMap((stage) => stage.rounds)
  const items = rounds.flatMap((round) => round.items)
  return [
    ...repeated("stage", plan.stages),
    ...repeated("round", rounds),
    // A question asked twice would give a competency two ratings for one answer.
    ...repeated(
      "question",
      items.filter((item) => item.kind === "question"),
    ),
    ...repeated(
      "exercise",
      items.filter((item) => item.kind === "exercise"),
    ),
  ]
}

function repeated(what: string, things: readonly { id: string; title: string }[]): PlanWarning[] {
  return things
    .filter((thing, index) => things.findIndex((other) => other.id === thing.id) < index)
    .map((thing) => {
      const message = `The ${what} “${thing.title}” is in the plan twice. Keep one of them.`
      return { code: "repeated-id", message }
    })
}
