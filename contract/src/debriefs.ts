import { z } from "zod"
import { Instant, Person, Uuid, Version, params, typed } from "./basics.ts"
import { endpoint, HIRING, MANAGING } from "./endpoint.ts"
import { CardEvidence, NoteEntry, Recommendation } from "./interviews.ts"

const GateParams = z.strictObject({ applicationId: Uuid, stageIndex: z.coerce.number().int().min(0).max(20) })
/** One rater's score of one item, with all one click away: the anchor chosen, evidence cited, and the notes as written. */
export const DebriefRating = z.strictObject({
  raterId: Uuid,
  interviewId: Uuid,
  itemId: z.string(),
  itemTitle: z.string(),
  roundTitle: z.string(),
  score: z.number().int().nullable(),
  before: z.number().int().nullable(),
  anchor: z.string(),
  comment: z.string(),
  evidence: z.array(CardEvidence.extend({ atSeconds: z.number().int().nullable() })),
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
  cells: z.array(
    z.strictObject({ raterId: Uuid, score: z.number().nullable(), before: z.number().nullable() }),
  ),
  ratings: z.array(DebriefRating),
})
export type DebriefRow = z.infer<typeof DebriefRow>
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
  waivers: z.array(z.strictObject({ rater: Person, reason: z.string() })),
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
            evidence: z.array(CardEvidence).min(1).max(20),
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
