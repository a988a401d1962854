import { z } from "zod"
import { Anchors, Audience, Id, Indicators, Line, Minutes, Text } from "./schema-parts.ts"
import { Coding, Design, Drill, Recording, Simulation } from "./schema-exercise-parts.ts"

export const EXERCISE_TYPES = [
  "behavioural",
  "video-response",
  "coding-test",
  "system-design",
  "presentation",
  "work-simulation",
  "lab",
  "drill",
] as const
export const ExerciseType = z.enum(EXERCISE_TYPES).describe("What sort of exercise it is.")
export type ExerciseType = z.infer<typeof ExerciseType>

/** `exercises/<id>.yaml`: something a person does against a clock, run by hand until an engine helps. */
export const Exercise = z.strictObject({
  id: Id,
  type: ExerciseType,
  audience: Audience,
  title: Line.describe("A few words to find it by; the candidate sees them."),
  competencies: z.array(Id).min(1).max(6).describe("The competencies it gives evidence for."),
  minutes: Minutes.describe("How long it takes on the day."),
  preparationMinutes: z
    .number()
    .int()
    .min(0)
    .max(2880)
    .default(0)
    .describe("How long preparing for it takes."),
  brief: Text.describe("Shown to the candidate when the exercise starts (Markdown)."),
  preparation: z
    .strictObject({
      review: z.array(Line).default([]).describe("What to look at beforehand."),
      deliverables: z.array(Line).default([]).describe("What to bring."),
      groundRules: z.array(Line).default([]).describe("What is allowed and what isn’t."),
    })
    .optional()
    .describe("The preparation pack; sent when the exercise is scheduled, never on the day."),
  submission: z
    .enum(["notes", "upload", "none"])
    .describe("What the person hands in: typed text, a file, or only talk."),
  aiUse: z
    .enum(["allowed", "not-allowed", "part-of-task"])
    .default("not-allowed")
    .describe("Whether an assistant may be used."),
  judgedOn: z.array(Line).min(1).max(6).describe("How it is judged, in words the candidate sees."),
  panelGuide: Text.optional().describe(
    "For the panel only: facts to disclose on request, tensions, must-nots.",
  ),
  indicators: Indicators,
  anchors: Anchors,
  simulation: Simulation.optional(),
  design: Design.optional(),
  drill: Drill.optional(),
  coding: Coding.optional(),
  recording: Recording.optional(),
})
export type Exercise = z.infer<typeof Exercise>

/** The parts only exercises of one type have. */
export const TYPE_PARTS = {
  simulation: "work-simulation",
  design: "system-design",
  drill: "drill",
  coding: "coding-test",
  recording: "video-response",
} as const satisfies Partial<Record<keyof Exercise, ExerciseType>>
