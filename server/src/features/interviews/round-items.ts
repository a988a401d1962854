import type { ConsolePart } from "@backfill/contract"
import {
  type Anchors,
  type Exercise,
  exerciseById,
  type Kit,
  type Level,
  panelPartOf,
  type PlanItem,
  questionById,
  type ResumeCriterion,
} from "@backfill/core"

/** One thing a round judges, as the pinned kit has it at the opening's level: a question, an exercise or a criterion. */
export interface RoundItem {
  id: string
  kind: "question" | "exercise" | "criterion"
  title: string
  minutes: number
  /** Competency ids; a criterion counts for itself, and no weight is on it. */
  competencies: string[]
  wording: string
  probes: string[]
  expectation: { expected: string; why: string } | null
  positive: string[]
  negative: string[]
  /** Five, from 1 to 5. */
  anchors: string[]
  guide: string | null
  /** What the exercise's type brings for its panel. */
  part: ConsolePart | null
}

const inOrder = (anchors: Anchors): string[] => [anchors[1], anchors[2], anchors[3], anchors[4], anchors[5]]

/** The items of a plan's round, in its order. What the pinned kit doesn't hold is left out: the plan's check reported it. */
export const itemsOfRound = (items: readonly PlanItem[], kit: Kit, level: Level): RoundItem[] =>
  items.flatMap((item) => itemOf(item, kit, level) ?? [])

function itemOf(item: PlanItem, kit: Kit, level: Level): RoundItem | undefined {
  const planned = {
    id: item.id,
    kind: item.kind,
    title: item.title,
    minutes: item.minutes,
    competencies: item.competencies,
  }
  if (item.kind === "question") {
    const question = questionById(kit, item.id)
    if (!question || question.audience === "practice") return undefined
    const { probes, indicators } = question
    return {
      ...planned,
      wording: question.question,
      probes,
      expectation: question.expectations[level],
      ...indicators,
      anchors: inOrder(question.anchors),
      guide: null,
      part: null,
    }
  }
  const exercise = exerciseById(kit, item.id)
  if (!exercise || exercise.audience === "practice") return undefined
  return {
    ...planned,
    wording: exercise.brief,
    probes: [],
    expectation: null,
    ...exercise.indicators,
    anchors: inOrder(exercise.anchors),
    guide: exercise.panelGuide ?? null,
    part: partOf(exercise, kit),
  }
}

function partOf(exercise: Exercise, kit: Kit): ConsolePart | null {
  const part = panelPartOf(exercise)
  if (part?.kind !== "coding") return part ?? null
  const { pairedWith } = part.coding
  const pair = pairedWith === undefined ? undefined : exerciseById(kit, pairedWith)
  return { ...part, pair: pair && pair.audience !== "practice" ? pair.title : null }
}

/** A résumé screen judges the kit's criteria instead of questions. */
export const itemsOfScreen = (kit: Kit, level: Level): RoundItem[] =>
  kit.resumeCriteria.map((criterion) => criterionItem(criterion, level))

const criterionItem = (criterion: ResumeCriterion, level: Level): RoundItem => ({
  id: criterion.id,
  kind: "criterion",
  title: criterion.title,
  minutes: 0,
  competencies: [criterion.id],
  wording: criterion.looksFor,
  probes: [],
  expectation: { expected: criterion.evidence[level], why: "" },
  positive: [],
  negative: [],
  anchors: inOrder(criterion.anchors),
  guide: null,
  part: null,
})
