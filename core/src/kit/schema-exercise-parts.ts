import { z } from "zod"
import { Id, Line, Minutes, Text } from "./schema-parts.ts"

/** What the informed partner of a work simulation can be asked about. A question concerns one to three of them. */
export const PARTNER_TOPICS = [
  "query-plan",
  "run-time-history",
  "bytes-scanned-cost",
  "table-sizes",
  "join-keys-cardinality",
  "partitioning-clustering",
  "materialization-schedule",
  "recent-changes",
  "upstream-data-volume",
  "downstream-dashboards",
  "compatibility-contract",
  "deadline-stakeholders",
  "budget-slots",
  "data-freshness-late-data",
  "tests-quality",
  "ownership-oncall",
  "warehouse-concurrency",
  "duplicates-grain",
] as const
export const PartnerTopic = z.enum(PARTNER_TOPICS).describe("What a question of the candidate is about.")
export type PartnerTopic = z.infer<typeof PartnerTopic>

const SimulationForm = z
  .strictObject({
    minutes: Minutes.describe("How long this form takes."),
    task: Text.describe("What the candidate is asked to do in this form."),
    decidedBy: Text.describe("What the panel goes by in this form."),
  })
  .describe("One way of running the simulation.")

/** A work simulation's script. All of it is for the panel only. */
export const Simulation = z
  .strictObject({
    roles: z
      .strictObject({
        interviewer: Text.describe("Whom the interviewer plays, and how that person behaves."),
        candidate: Text.describe("Who the candidate is in the story."),
      })
      .describe("Who is who."),
    motivation: Text.describe("Why the partner cares, so that the role can be played without a script."),
    facts: z
      .array(
        z.strictObject({
          topic: PartnerTopic,
          fact: Text.describe("What the partner answers when asked about it, and only then."),
        }),
      )
      .min(1)
      .max(60)
      .describe("What the partner knows, by topic. A topic may have several facts."),
    constraints: z.array(Line).min(1).max(12).describe("What can’t be changed in the story."),
    tensions: z
      .array(
        z.strictObject({
          moment: Line.describe("When it is brought in, e.g. after about ten minutes."),
          text: Text.describe("What the partner says or shows then."),
        }),
      )
      .min(1)
      .max(12)
      .describe("Pressures the interviewer brings in."),
    mustNots: z.array(Line).min(1).max(12).describe("What the interviewer never says or does."),
    forms: z
      .strictObject({
        discovery: SimulationForm.describe("A conversation: no script is owed, the anchors decide."),
        handsOn: SimulationForm.optional().describe("The same case worked on in a real warehouse."),
      })
      .describe("The forms this simulation can be run in."),
  })
  .describe("Work simulations: the partner’s script. For the panel only.")

export const DESIGN_PARTS = ["clarify", "estimate", "high-level", "deep-dive", "wrap-up"] as const

/** What the panel of a system design holds in its hands. All of it is for the panel only. */
export const Design = z
  .strictObject({
    clarifying: z
      .array(
        z.strictObject({
          question: Line.describe("What a candidate should want to know."),
          fact: Text.describe("The answer, given when they ask."),
        }),
      )
      .min(3)
      .max(20)
      .describe("Questions worth asking, with the facts that answer them."),
    estimate: Text.describe("The expected estimate, with the arithmetic (Markdown)."),
    deepDives: z
      .array(
        z.strictObject({
          title: Line.describe("What it is about."),
          ask: Text.describe("How the interviewer opens it."),
          listenFor: Text.describe("What a good treatment touches."),
        }),
      )
      .min(2)
      .max(12)
      .describe("A menu to choose two from."),
    rubric: z
      .array(
        z.strictObject({
          part: z.enum(DESIGN_PARTS).describe("The part of the timed frame."),
          minutes: Minutes.describe("How long the part takes."),
          strong: Text.describe("What a strong candidate does in it."),
          weak: Text.describe("What a weak one does."),
        }),
      )
      .min(1)
      .max(5)
      .describe("What to look for in each part of the timed frame."),
    referenceDesign: Text.describe("One good design in words (Markdown); not the only one."),
  })
  .describe("System designs: facts, menu, rubric and reference. For the panel only.")

/** What the person running a drill by hand needs. All of it is for the panel only. */
export const Drill = z
  .strictObject({
    briefing: Text.describe("What is really wrong, and how the night unfolds (Markdown)."),
    stakeholders: z
      .array(
        z.strictObject({
          who: Line.describe("Who it is."),
          needs: Text.describe("What they need to hear or to have, and by when."),
        }),
      )
      .min(1)
      .max(12)
      .describe("Who is affected."),
    answers: z
      .array(
        z.strictObject({
          asked: Line.describe("What the candidate looks at or whom they ask."),
          answer: Text.describe("What they find."),
          minutes: z
            .number()
            .int()
            .min(0)
            .max(240)
            .default(1)
            .describe("What it costs on the story’s clock."),
        }),
      )
      .max(40)
      .default([])
      .describe("What the system and the people in it answer."),
    events: z
      .array(
        z.strictObject({
          minute: z.number().int().min(0).max(480).describe("On the story’s clock."),
          text: Text.describe("What happens."),
        }),
      )
      .max(20)
      .default([])
      .describe("What happens by itself."),
    runbook: z.array(Line).min(3).max(20).describe("The steps of the expected runbook, in order."),
  })
  .describe("Drills: the truth, the people and the expected runbook. For the panel only.")

/** The form of a coding test. The candidate sees language and starter; a supplied draft is handed over by the panel. */
export const Coding = z
  .strictObject({
    form: z.enum(["without-ai", "with-ai"]).describe("A test usually comes in both forms."),
    pairedWith: Id.optional().describe("The exercise that is the other form of this test."),
    language: Line.describe("What it is written in, e.g. Python. The candidate sees it."),
    starter: Text.optional().describe("Code the candidate starts from. The candidate sees it."),
    suppliedDraft: Text.optional().describe(
      "With AI: a draft the panel hands over where no assistant can be used. For the panel only.",
    ),
  })
  .describe("Coding tests: the form, and the code to begin with.")

/** What may be recorded for a video response. The candidate sees it. */
export const Recording = z
  .strictObject({
    seconds: z.number().int().min(10).max(600).default(120).describe("How long a recording may be."),
    takes: z.number().int().min(1).max(20).default(10).describe("How many there may be; one is handed in."),
  })
  .describe("Video responses: how long a recording may be, and how often it may be repeated.")
export type Recording = z.infer<typeof Recording>
