import { z } from "zod"

/**
 * The kit format, as one schema: it parses, it types, and documentation is generated from it.
 * One file of a kit is described by one schema here; `kitTree` in `tree.ts` says which path holds which.
 */

export const LEVELS = ["junior", "mid", "senior", "principal"] as const
export const Level = z.enum(LEVELS).describe("How far along the person is expected to be.")
export type Level = z.infer<typeof Level>

/** panel: never reaches practice. practice: never asked by a panel. both: either. */
export const Audience = z.enum(["panel", "practice", "both"])
export type Audience = z.infer<typeof Audience>

export const Id = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "Use lower-case letters, digits and single hyphens, e.g. late-data")
  .describe("Lower-case words joined by hyphens; unique in the kit; never reused for something else.")

const Text = z.string().trim().min(1).max(20_000)
const Line = z.string().trim().min(1).max(400)
const Minutes = z.number().int().min(1).max(480)
const perLevel = z.strictObject({ junior: Text, mid: Text, senior: Text, principal: Text })

/** `kit.yaml`: what the kit is, and its weights. */
export const Manifest = z.strictObject({
  format: z.literal("backfill-kit/1"),
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, "Use three numbers, e.g. 1.0.0"),
  title: Line,
  role: Line.describe("The role as it is advertised, e.g. Data engineer."),
  language: z.string().min(2).max(35).default("en"),
  licence: Line.optional(),
})

/** `framework.yaml`: disciplines, their competencies, and what each level looks like in each. */
export const Competency = z.strictObject({
  id: Id,
  title: Line,
  discipline: Id,
  kind: z.enum(["competency", "attitude"]).default("competency"),
  definition: Text,
  levels: perLevel.optional().describe("Required for kind competency: one cell of the framework per level."),
  weight: z
    .number()
    .min(0)
    .max(100)
    .describe("Share of the composite in per cent; all weights add up to 100."),
})
export const Framework = z.strictObject({
  disciplines: z
    .array(z.strictObject({ id: Id, title: Line }))
    .min(1)
    .max(20),
  competencies: z.array(Competency).min(1).max(60),
})

/** Five written anchors, one for every score. 5 exceeds, 3 meets, 1 is below. */
export const Anchors = z.strictObject({ 1: Text, 2: Text, 3: Text, 4: Text, 5: Text })
export type Anchors = z.infer<typeof Anchors>

/** `questions/<id>.yaml`: one question with all a panel needs to ask and judge it. */
export const Question = z.strictObject({
  id: Id,
  kind: z.enum(["competency", "attitude", "behavioural"]),
  audience: Audience,
  competency: Id.describe("The competency this question is evidence for."),
  theme: Id.optional().describe("Behavioural questions: the slug of its theme."),
  title: Line.describe("A few words to find it by; shown in the interviewer’s list."),
  purpose: Text.describe("What this question finds out, and why the job needs it."),
  minutes: Minutes,
  question: Text.describe("The wording, read out the same way to everybody."),
  probes: z.array(Line).min(2).max(3),
  expectations: z.strictObject({
    junior: z.strictObject({ expected: Text, why: Text }),
    mid: z.strictObject({ expected: Text, why: Text }),
    senior: z.strictObject({ expected: Text, why: Text }),
    principal: z.strictObject({ expected: Text, why: Text }),
  }),
  indicators: z.strictObject({
    positive: z.array(Line).min(5).max(9),
    negative: z.array(Line).min(5).max(9),
  }),
  anchors: Anchors,
  samples: z
    .array(z.strictObject({ score: z.number().int().min(1).max(5), answer: Text }))
    .max(10)
    .default([]),
  confusedWith: Text.optional(),
})

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
export const ExerciseType = z.enum(EXERCISE_TYPES)
export type ExerciseType = z.infer<typeof ExerciseType>

/** `exercises/<id>.yaml`: something a person does against a clock, run by hand until an engine helps. */
export const Exercise = z.strictObject({
  id: Id,
  type: ExerciseType,
  audience: Audience,
  title: Line,
  competencies: z.array(Id).min(1).max(6),
  minutes: Minutes,
  preparationMinutes: z.number().int().min(0).max(2880).default(0),
  brief: Text.describe("Shown to the candidate when the exercise starts (Markdown)."),
  preparation: z
    .strictObject({
      review: z.array(Line).default([]),
      deliverables: z.array(Line).default([]),
      groundRules: z.array(Line).default([]),
    })
    .optional()
    .describe("The preparation pack; sent when the exercise is scheduled, never on the day."),
  submission: z
    .enum(["notes", "upload", "none"])
    .describe("What the person hands in: typed text, a file, or only talk."),
  aiUse: z.enum(["allowed", "not-allowed", "part-of-task"]).default("not-allowed"),
  judgedOn: z.array(Line).min(1).max(6).describe("How it is judged, in words the candidate sees."),
  panelGuide: Text.optional().describe(
    "For the panel only: facts to disclose on request, tensions, must-nots.",
  ),
  indicators: z.strictObject({
    positive: z.array(Line).min(5).max(9),
    negative: z.array(Line).min(5).max(9),
  }),
  anchors: Anchors,
})

/** `form.yaml`: the application form, its knock-outs, and the criteria a résumé is read by. */
export const FormField = z.strictObject({
  id: Id,
  label: Line,
  help: Line.optional(),
  type: z.enum(["short-text", "long-text", "yes-no", "single-choice", "multiple-choice", "number"]),
  required: z.boolean().default(false),
  options: z
    .array(z.strictObject({ id: Id, label: Line }))
    .max(30)
    .optional(),
  knockOut: z
    .strictObject({
      disqualify: z
        .array(z.string())
        .min(1)
        .describe("Answers that end the application: yes, no, or option ids."),
      rule: Line.describe("The rule as the applicant reads it."),
    })
    .optional(),
})
export const Form = z.strictObject({
  introduction: Text,
  fields: z.array(FormField).max(60),
  coverLetter: z.enum(["required", "optional", "off"]).default("optional"),
})
export const ResumeCriterion = z.strictObject({
  id: Id,
  title: Line,
  looksFor: Text,
  evidence: perLevel.describe("What counts as evidence at each level."),
  anchors: Anchors,
})
export const Resume = z.strictObject({ criteria: z.array(ResumeCriterion).min(1).max(20) })

/** `rounds.yaml`: rounds with their items in order, and the stages that hold them. */
export const Round = z.strictObject({
  id: Id,
  title: Line,
  summary: Line.describe("One line for the candidate: what happens in it."),
  minutes: Minutes.describe("The slot, opening and closing minutes included."),
  opening: z.number().int().min(0).max(60).default(3),
  closing: z.number().int().min(0).max(60).default(5),
  runBy: Line.describe("Who may run it, e.g. a data engineer of the same level or above."),
  items: z
    .array(z.union([z.strictObject({ question: Id }), z.strictObject({ exercise: Id })]))
    .min(1)
    .max(20),
})
export const Stage = z.strictObject({
  id: Id,
  title: Line,
  kind: z.enum(["application", "screen", "interviews", "offer"]),
  summary: Line.describe("One line for the candidate."),
  judgedOn: z.array(Line).max(6).default([]),
  rounds: z.array(Id).default([]),
})
export const Rounds = z.strictObject({
  rounds: z.array(Round).min(1).max(30),
  stages: z.array(Stage).min(2).max(12),
})

export type Manifest = z.infer<typeof Manifest>
export type Competency = z.infer<typeof Competency>
export type Framework = z.infer<typeof Framework>
export type Question = z.infer<typeof Question>
export type Exercise = z.infer<typeof Exercise>
export type FormField = z.infer<typeof FormField>
export type Form = z.infer<typeof Form>
export type ResumeCriterion = z.infer<typeof ResumeCriterion>
export type Round = z.infer<typeof Round>
export type Stage = z.infer<typeof Stage>

/** A whole kit, read and checked. `guides` holds the Markdown pages by their name (`guides/<name>.md`). */
export interface Kit extends Manifest {
  disciplines: Framework["disciplines"]
  competencies: Competency[]
  questions: Question[]
  exercises: Exercise[]
  form: Form
  resumeCriteria: ResumeCriterion[]
  rounds: Round[]
  stages: Stage[]
  guides: Record<string, string>
  /** SHA-256 over sorted paths and LF-normalised bytes, in hex. */
  digest: string
}
