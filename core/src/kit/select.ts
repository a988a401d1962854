import { Recording } from "./schema-exercise-parts.ts"
import { type Competency, type Exercise, type Kit, type Question, type Round, TYPE_PARTS } from "./schema.ts"

/** Who a kit is shown to: a panel, or a person practising. */
export type KitAudience = "panel" | "practice"

/** A question or exercise of a round, found. */
export type RoundItem = { kind: "question"; question: Question } | { kind: "exercise"; exercise: Exercise }

/**
 * The kit as one audience may see it: without the other's questions and exercises, without rounds that have nothing
 * left to ask, and for practice without what only a panel knows. The digest still names the whole kit.
 */
export function forAudience(kit: Kit, audience: KitAudience): Kit {
  const isShown = (item: Question | Exercise) => item.audience === "both" || item.audience === audience
  const questions = kit.questions.filter(isShown)
  const exercises = kit.exercises.filter(isShown)
  const questionIds = new Set(questions.map(({ id }) => id))
  const exerciseIds = new Set(exercises.map(({ id }) => id))
  const rounds = kit.rounds
    .map((round) => ({
      ...round,
      items: round.items.filter((item) =>
        "question" in item ? questionIds.has(item.question) : exerciseIds.has(item.exercise),
      ),
    }))
    .filter(({ items }) => items.length > 0)
  const roundIds = new Set(rounds.map(({ id }) => id))
  return {
    ...kit,
    questions,
    exercises: audience === "practice" ? exercises.map(withoutPanelParts) : exercises,
    rounds,
    stages: kit.stages.map((stage) => ({ ...stage, rounds: stage.rounds.filter((id) => roundIds.has(id)) })),
  }
}

/**
 * An exercise without what only its panel knows: the guide, a simulation's script, a design's facts and reference, a
 * drill's truth, and the draft a coding test may be given. Whoever works on it may see the rest but indicators and anchors.
 */
export function withoutPanelParts(exercise: Exercise): Exercise {
  const {
    panelGuide: _guide,
    simulation: _script,
    design: _design,
    drill: _drill,
    coding,
    ...rest
  } = exercise
  if (!coding) return rest
  const { suppliedDraft: _draft, ...shown } = coding
  return { ...rest, coding: shown }
}

/** What only its panel holds of an exercise's own kind: a script, facts and menu, a drill's truth, or a coding test's form. */
export type PanelPart = {
  [Part in Exclude<keyof typeof TYPE_PARTS, "recording">]: { kind: Part } & Record<
    Part,
    NonNullable<Exercise[Part]>
  >
}[Exclude<keyof typeof TYPE_PARTS, "recording">]

/** The part that an exercise's type brings, for its panel; undefined where it brings none. Another type's part is passed over. */
export function panelPartOf({ type, simulation, design, drill, coding }: Exercise): PanelPart | undefined {
  if (type === TYPE_PARTS.simulation && simulation) return { kind: "simulation", simulation }
  if (type === TYPE_PARTS.design && design) return { kind: "design", design }
  if (type === TYPE_PARTS.drill && drill) return { kind: "drill", drill }
  if (type === TYPE_PARTS.coding && coding) return { kind: "coding", coding }
  return undefined
}

/** What a candidate works with in a coding test: its language, and the code to start from where there is any. Nothing else. */
export function candidateCodingOf({
  coding,
}: Exercise): { language: string; starter: string | null } | undefined {
  return coding && { language: coding.language, starter: coding.starter ?? null }
}

/** How long a recording for a video response may be, and how often it may be repeated, also where its kit doesn’t say. */
export const recordingRules = ({ recording }: Exercise): Recording => Recording.parse(recording ?? {})

/** The question with an id, or undefined. */
export function questionById(kit: Kit, id: string): Question | undefined {
  return kit.questions.find((question) => question.id === id)
}

/** The exercise with an id, or undefined. */
export function exerciseById(kit: Kit, id: string): Exercise | undefined {
  return kit.exercises.find((exercise) => exercise.id === id)
}

/** The competency with an id, or undefined. */
export function competencyById(kit: Kit, id: string): Competency | undefined {
  return kit.competencies.find((competency) => competency.id === id)
}

/** The round with an id, or undefined. */
export function roundById(kit: Kit, id: string): Round | undefined {
  return kit.rounds.find((round) => round.id === id)
}

/** A round's questions and exercises in the order they are asked. Of a checked kit all are found; others are skipped. */
export function roundItems(kit: Kit, round: Round): RoundItem[] {
  return round.items.flatMap((item): RoundItem[] => {
    if ("question" in item) {
      const question = questionById(kit, item.question)
      return question ? [{ kind: "question", question }] : []
    }
    const exercise = exerciseById(kit, item.exercise)
    return exercise ? [{ kind: "exercise", exercise }] : []
  })
}
