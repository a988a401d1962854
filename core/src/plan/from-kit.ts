import type { Kit, Level, Round } from "../kit/schema.ts"
import type { Plan, PlanItem, PlanRound } from "./plan.ts"

/**
 * The plan a kit proposes for an opening at `level`: its stages and rounds in order, weights as the kit sets them,
 * interviewers still empty. Items for practice only never enter a plan; ids the kit doesn't hold are left out (the
 * kit's own check reports those).
 */
export function planFromKit(kit: Kit, level: Level): Plan {
  const rounds = new Map(kit.rounds.map((round) => [round.id, round]))
  return {
    level,
    stages: kit.stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      kind: stage.kind,
      summary: stage.summary,
      judgedOn: [...stage.judgedOn],
      rounds: [
        ...(stage.kind === "screen" ? [resumeScreen()] : []),
        ...stage.rounds.flatMap((id) => {
          const round = rounds.get(id)
          return round ? [planRound(kit, round)] : []
        }),
      ],
    })),
    weights: Object.fromEntries(kit.competencies.map((competency) => [competency.id, competency.weight])),
  }
}

/** The round id under which a plan names who reads résumés; it is judged by the kit's criteria and never scheduled. */
export const RESUME_SCREEN = "resume-screen"

function resumeScreen(): PlanRound {
  return {
    id: RESUME_SCREEN,
    title: "Résumé",
    summary: "Two people read your résumé by fixed criteria, each for themselves, without your name.",
    minutes: 15,
    opening: 0,
    closing: 0,
    runBy: "Two people of the panel, each for themselves",
    interviewers: [],
    items: [],
  }
}

function planRound(kit: Kit, round: Round): PlanRound {
  return {
    id: round.id,
    title: round.title,
    summary: round.summary,
    minutes: round.minutes,
    opening: round.opening,
    closing: round.closing,
    runBy: round.runBy,
    interviewers: [],
    items: round.items.flatMap((item) => {
      const found = "question" in item ? questionItem(kit, item.question) : exerciseItem(kit, item.exercise)
      return found ? [found] : []
    }),
  }
}

/** The plan item of a kit's question; `null` when the kit has none by that id or it is for practice only. */
export function questionItem(kit: Kit, id: string): PlanItem | null {
  const question = kit.questions.find((candidate) => candidate.id === id)
  if (!question || question.audience === "practice") return null
  const { title, minutes, competency } = question
  return { kind: "question", id, title, competencies: [competency], minutes }
}

/** The plan item of a kit's exercise; `null` when the kit has none by that id or it is for practice only. */
export function exerciseItem(kit: Kit, id: string): PlanItem | null {
  const exercise = kit.exercises.find((candidate) => candidate.id === id)
  if (!exercise || exercise.audience === "practice") return null
  const { title, minutes, competencies } = exercise
  return { kind: "exercise", id, title, competencies: [...competencies], minutes }
}
