import type { Exercise, ExerciseType, Kit } from "./schema.ts"

/** What a kit holds, in numbers. */
export interface KitCounts {
  /** Of kind competency; attitudes aren't counted here. */
  competencies: number
  levels: number
  /** Written cells of the framework: competencies times levels. */
  cells: number
  competencyQuestions: number
  attitudeQuestions: number
  /** Different themes among the behavioural questions; one without a theme is its own. */
  behaviouralThemes: number
  videoPrompts: number
  resumeCriteria: number
  /** Tests, not forms: two exercises paired as forms of one test count once. */
  codingTests: number
  presentations: number
  workSimulations: number
  designExercises: number
  drills: number
  rounds: number
}

/** The parts of a kit that are counted; of one with errors those that could be read. */
export type Countable = Pick<Kit, "competencies" | "questions" | "exercises" | "resumeCriteria" | "rounds">

/** Counts what a kit holds. */
export function countKit(kit: Countable): KitCounts {
  const ofType = (type: ExerciseType) => kit.exercises.filter((exercise) => exercise.type === type)
  const ofKind = (kind: string) => kit.questions.filter((question) => question.kind === kind)
  const competencies = kit.competencies.filter(({ kind }) => kind === "competency")
  const written = competencies.flatMap(({ levels }) => Object.keys(levels ?? {}))
  return {
    competencies: competencies.length,
    levels: new Set(written).size,
    cells: written.length,
    competencyQuestions: ofKind("competency").length,
    attitudeQuestions: ofKind("attitude").length,
    behaviouralThemes: new Set(ofKind("behavioural").map(({ id, theme }) => theme ?? id)).size,
    videoPrompts: ofType("video-response").length,
    resumeCriteria: kit.resumeCriteria.length,
    codingTests: testsOf(ofType("coding-test")),
    presentations: ofType("presentation").length,
    workSimulations: ofType("work-simulation").length,
    designExercises: ofType("system-design").length,
    drills: ofType("drill").length,
    rounds: kit.rounds.length,
  }
}

/** Of a pair the form whose id comes first stands for both. */
function testsOf(forms: readonly Exercise[]): number {
  const ids = new Set(forms.map(({ id }) => id))
  return forms.filter(({ id, coding }) => {
    const other = coding?.pairedWith
    return other === undefined || !ids.has(other) || id < other
  }).length
}
