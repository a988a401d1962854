import { z } from "zod"
import { Instant, Person, Uuid, Version, params, typed } from "./basics.ts"
import { endpoint, HIRING, MANAGING } from "./endpoint.ts"
import { CardEvidence, NoteEntry, Recommendation } from "./interviews.ts"

const GateParams = z.strictObject({ applicationId: Uuid, stageIndex: z.coerce.number().int().min(0).max(20) })
/** Where a cited part of an exercise stands: its words between those around them, or the file it is. */
export const EvidenceSource = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    title: z.string(),
    code: z.boolean().describe("The text is code, for an exercise of the type coding-test."),
    before: z.string(),
    after: z.string(),
  }),
  z.strictObject({
    kind: z.literal("file"),
    title: z.string(),
    attemptId: Uuid,
    fileId: Uuid,
    name: z.string(),
  }),
  z.strictObject({
    kind: z.literal("recording"),
    title: z.string(),
    attemptId: Uuid,
    recordingId: Uuid,
    startMs: z.number().int(),
    endMs: z.number().int().nullable().describe("Null where all of it is cited."),
  }),
])
export type EvidenceSource = z.infer<typeof EvidenceSource>
export const DebriefEvidence = CardEvidence.extend({
  atSeconds: z.number().int().nullable(),
  source: EvidenceSource.nullable().describe(
    "Set for parts of an exercise whose hand-in the reader may see; null for all else.",
  ),
})
export type DebriefEvidence = z.infer<typeof DebriefEvidence>
/** How a score of today compares with the one that stood there when the debrief opened. */
export const SinceOpening = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("unchanged") }),
  z.strictObject({
    kind: z.literal("changed"),
    from: z.number().nullable().describe("The score when the debrief opened; null: there was none."),
  }),
])
export type SinceOpening = z.infer<typeof SinceOpening>
/** One rater's score of one item, with all one click away: the anchor chosen, evidence cited, and the notes as written. */
export const DebriefRating = z.strictObject({
  raterId: Uuid,
  interviewId: Uuid,
  itemId: z.string(),
  itemTitle: z.string(),
  roundTitle: z.string(),
  score: z.number().int().nullable().describe("null: not assessed"),
  sinceOpening: SinceOpening,
  anchor: z.string(),
  comment: z.string(),
  evidence: z.array(DebriefEvidence),
  notes: z.array(NoteEntry),
})
export type DebriefRating = z.infer<typeof DebriefRating>
export const DebriefRow = z.strictObject({
  competencyId: z.string(),
  title: z.string(),
  weight: z.number(),
  mean: z.number().nullable(),
  range: z.number().nullable(),
  anchors: z.array(z.string()),
  cells: z.array(z.strictObject({ raterId: Uuid, score: z.number().nullable(), sinceOpening: SinceOpening })),
  ratings: z.array(DebriefRating),
})
export type DebriefRow = z.infer<typeof DebriefRow>

/** The criteria under which a debrief shows anything to cite: there a decision's reason has to. */
export const citableCriteria = (rows: ReadonlyArray<DebriefRow>): Set<string> =>
  new Set(
    rows
      .filter(({ ratings }) => ratings.some(({ evidence, notes }) => evidence.length + notes.length > 0))
      .map(({ competencyId }) => competencyId),
  )

const WithoutScorecards = z
  .string()
  .nullable()
  .describe("Why nobody rated this, as what follows “because”; null where at least one scorecard came in.")
const CompositeView = z.strictObject({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  note: z.string(),
  missing: z.array(z.string()),
})
export const Decision = z.strictObject({
  id: Uuid,
  stageIndex: z.number().int(),
  choice: z.enum(["advance", "stop", "hold", "offer", "no-offer"]),
  summary: z.string(),
  reasons: z.array(
    z.strictObject({
      competencyId: z.string(),
      title: z.string(),
      reason: z.string(),
      evidence: z.array(CardEvidence),
    }),
  ),
  withoutScorecards: WithoutScorecards,
  by: Person,
  at: Instant,
  supersedes: Uuid.nullable(),
  supersededBy: Uuid.nullable(),
})
export type Decision = z.infer<typeof Decision>
export const Debrief = z.strictObject({
  applicationId: Uuid,
  candidate: z.string(),
  openingTitle: z.string(),
  level: z.string(),
  stageIndex: z.number().int(),
  stageTitle: z.string(),
  openedAt: Instant,
  headline: z.string(),
  summary: z.string(),
  raters: z.array(Person),
  rows: z.array(DebriefRow),
  composite: CompositeView,
  compositeBefore: CompositeView,
  weightsSetAt: Instant,
  overall: z.array(
    z.strictObject({
      raterId: Uuid,
      interviewId: Uuid,
      roundTitle: z.string(),
      recommendation: Recommendation,
      reason: z.string(),
    }),
  ),
  agenda: z.array(
    z.strictObject({ competencyIds: z.array(z.string()), title: z.string(), minutes: z.number() }),
  ),
  agendaMinutes: z.number(),
  waivers: z.array(z.strictObject({ rater: Person, roundTitle: z.string(), reason: z.string() })),
  withoutScorecards: WithoutScorecards,
  decisions: z.array(Decision),
  canDecide: z.boolean(),
  choices: z.array(z.string()),
  applicationVersion: Version,
})
export type Debrief = z.infer<typeof Debrief>

export const debriefs = {
  open: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/stages/:stageIndex/debrief",
    summary: "Open the debrief once every card is in or waived",
    callers: [...MANAGING],
    params: GateParams,
    body: z.strictObject({ version: Version }),
    response: Debrief,
  }),
  read: endpoint({
    method: "GET",
    path: "/api/applications/:applicationId/stages/:stageIndex/debrief",
    summary: "The debrief: matrix, disagreement first",
    callers: [...HIRING],
    params: GateParams,
    response: Debrief,
  }),
  decide: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/stages/:stageIndex/decisions",
    summary: "Record a decision; never edited, only superseded",
    callers: [...MANAGING],
    params: GateParams,
    body: z.strictObject({
      choice: Decision.shape.choice,
      summary: typed(4000),
      reasons: z
        .array(
          z.strictObject({
            competencyId: z.string().max(64),
            reason: typed(4000, 1),
            evidence: z
              .array(CardEvidence)
              .max(20)
              .describe("Asked for wherever anything was written or cited on the criterion."),
          }),
        )
        .max(60),
      supersedes: Uuid.nullable(),
      version: Version,
    }),
    response: Decision,
  }),
  exportDecision: endpoint({
    method: "GET",
    path: "/api/decisions/:decisionId/export",
    summary: "The decision with its whole story and evidence, as one file",
    callers: [...HIRING],
    kind: "download",
    params: params("decisionId"),
  }),
}
