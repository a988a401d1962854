import { z } from "zod"
import type { Exercise } from "./schema-exercise.ts"
import { Anchors, Audience, Id, Indicators, Line, Minutes, perLevel, Text } from "./schema-parts.ts"

/**
 * The kit format, as one schema: it parses, it types, and documentation is generated from it.
 * One file of a kit is described by one schema here; `kitTree` in `tree.ts` says which path holds which.
 */

export * from "./schema-parts.ts"
export * from "./schema-exercise.ts"
export * from "./schema-exercise-parts.ts"

const Removed = z.array(Id).max(500).default([]).describe("Ids to leave out.")

/** What an extending kit takes away from the kit below it. */
export const Removes = z.strictObject({
  disciplines: Removed,
  competencies: Removed,
  questions: Removed,
  exercises: Removed,
  rounds: Removed,
  stages: Removed,
  fields: Removed,
  criteria: Removed,
  guides: Removed,
})

/** `kit.yaml`: what the kit is, and its weights. */
export const Manifest = z.strictObject({
  format: z.literal("backfill-kit/1").describe("The format’s name and number."),
  id: Id,
  version: z
    .string()
    .regex(/^\d+\.\d+\.\d+$/, "Use three numbers, e.g. 1.0.0")
    .describe("Raise it with every change you publish."),
  title: Line.describe("The kit’s name in lists."),
  role: Line.describe("The role as it is advertised, e.g. Data engineer."),
  language: z.string().min(2).max(35).default("en").describe("The language of its texts, e.g. en."),
  licence: Line.optional().describe("Under which terms the kit may be used."),
  extends: z
    .string()
    .regex(
      /^[a-z][a-z0-9]*(-[a-z0-9]+)*@\d+\.\d+\.\d+$/,
      "Name a kit with its version, e.g. data-engineer@1.0.0",
    )
    .optional()
    .describe("The kit this one builds on, with its version. Only what differs is then written here."),
  removes: Removes.optional().describe("What of that kit is left out, by id."),
})

/** `framework.yaml`: disciplines, their competencies, and what each level looks like in each. */
export const Competency = z.strictObject({
  id: Id,
  title: Line.describe("What it is called."),
  discipline: Id.describe("The discipline it belongs to."),
  kind: z
    .enum(["competency", "attitude"])
    .default("competency")
    .describe("An attitude may go without levels."),
  definition: Text.describe("What somebody with it does, in a sentence or two one could observe."),
  levels: perLevel.optional().describe("Required for kind competency: one cell of the framework per level."),
  weight: z
    .number()
    .min(0)
    .max(100)
    .describe("Share of the composite in per cent; all weights add up to 100."),
})
export const Framework = z.strictObject({
  disciplines: z
    .array(z.strictObject({ id: Id, title: Line.describe("What it is called.") }))
    .min(1)
    .max(20)
    .describe("Groups of competencies."),
  competencies: z.array(Competency).min(1).max(60).describe("What is judged."),
})

const Expectation = z
  .strictObject({
    expected: Text.describe("What a good answer at this level holds."),
    why: Text.describe("Why that is expected at this level."),
  })
  .describe("One level’s expectation.")

/** `questions/<id>.yaml`: one question with all a panel needs to ask and judge it. */
export const Question = z.strictObject({
  id: Id,
  kind: z.enum(["competency", "attitude", "behavioural"]).describe("What sort of question it is."),
  audience: Audience,
  competency: Id.describe("The competency this question is evidence for."),
  theme: Id.optional().describe("Behavioural questions: the slug of its theme."),
  round: Id.optional().describe(
    "The round it is usually asked in. A checked kit names it for every question.",
  ),
  title: Line.describe("A few words to find it by; shown in the interviewer’s list."),
  purpose: Text.describe("What this question finds out, and why the job needs it."),
  minutes: Minutes.describe("How long it takes with its probes."),
  question: Text.describe("The wording, read out the same way to everybody."),
  probes: z.array(Line).min(2).max(3).describe("What to ask when an answer stays general."),
  expectations: z
    .strictObject({ junior: Expectation, mid: Expectation, senior: Expectation, principal: Expectation })
    .describe("What a good answer holds at each level."),
  indicators: Indicators,
  anchors: Anchors,
  samples: z
    .array(
      z.strictObject({
        score: z.number().int().min(1).max(5).describe("What it was written to deserve."),
        answer: Text.describe("An invented answer, as it would be spoken."),
      }),
    )
    .max(10)
    .default([])
    .describe("Answers that raters calibrate on."),
  confusedWith: Text.optional().describe("What sounds like a good answer, but is none."),
})

/** `form.yaml`: the application form, its knock-outs, and the criteria a résumé is read by. */
export const FormField = z.strictObject({
  id: Id,
  label: Line.describe("What is asked."),
  help: Line.optional().describe("A word of explanation under the field."),
  type: z
    .enum(["short-text", "long-text", "yes-no", "single-choice", "multiple-choice", "number"])
    .describe("How it is answered."),
  required: z.boolean().default(false).describe("Whether it has to be answered."),
  options: z
    .array(z.strictObject({ id: Id, label: Line.describe("The option as it reads.") }))
    .max(30)
    .optional()
    .describe("The options of a choice."),
  knockOut: z
    .strictObject({
      disqualify: z
        .array(z.string())
        .min(1)
        .describe("Answers that end the application: yes, no, or option ids."),
      rule: Line.describe("The rule as the applicant reads it."),
    })
    .optional()
    .describe("Answers that end the application at once."),
})
export const Form = z.strictObject({
  introduction: Text.describe("What applicants read first."),
  fields: z.array(FormField).max(60).describe("The fields in their order."),
  coverLetter: z
    .enum(["required", "optional", "off"])
    .default("optional")
    .describe("Whether a letter is asked for."),
})
export const ResumeCriterion = z.strictObject({
  id: Id,
  title: Line.describe("What it is called."),
  looksFor: Text.describe("What to look for, and what not to hold against anybody."),
  evidence: perLevel.describe("What counts as evidence at each level."),
  anchors: Anchors,
})
export const Resume = z.strictObject({
  criteria: z.array(ResumeCriterion).min(1).max(20).describe("The criteria every résumé is read by."),
})

/** `rounds.yaml`: rounds with their items in order, and the stages that hold them. */
export const Round = z.strictObject({
  id: Id,
  title: Line.describe("What it is called."),
  summary: Line.describe("One line for the candidate: what happens in it."),
  minutes: Minutes.describe("The slot, opening and closing minutes included."),
  opening: z.number().int().min(0).max(60).default(3).describe("Minutes to welcome and explain."),
  closing: z.number().int().min(0).max(60).default(5).describe("Minutes for the candidate’s questions."),
  runBy: Line.describe("Who may run it, e.g. a data engineer of the same level or above."),
  items: z
    .array(z.union([z.strictObject({ question: Id }), z.strictObject({ exercise: Id })]))
    .min(1)
    .max(20)
    .describe("What is asked, in order: each entry names a question or an exercise."),
})
export const Stage = z.strictObject({
  id: Id,
  title: Line.describe("What it is called."),
  kind: z
    .enum(["application", "screen", "interviews", "offer"])
    .describe("The first stage is the application."),
  summary: Line.describe("One line for the candidate."),
  judgedOn: z.array(Line).max(6).default([]).describe("How it is judged, in words the candidate sees."),
  rounds: z.array(Id).default([]).describe("Its rounds, in order."),
})
export const Rounds = z.strictObject({
  rounds: z.array(Round).min(1).max(30).describe("Talks and exercises with their items."),
  stages: z.array(Stage).min(2).max(12).describe("The way from application to offer."),
})

export type Manifest = z.infer<typeof Manifest>
export type Competency = z.infer<typeof Competency>
export type Framework = z.infer<typeof Framework>
export type Question = z.infer<typeof Question>
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
