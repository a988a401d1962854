import { Coding, Design, Drill, Simulation } from "@backfill/core"
import { z } from "zod"
import { Instant, Ok, Person, Uuid, Version, params, typed } from "./basics.ts"
import { endpoint, HIRING, MANAGING } from "./endpoint.ts"
import { InterviewCard } from "./applications.ts"

const Expectation = z.strictObject({ expected: z.string(), why: z.string() })
/** What an exercise's type brings for its panel, to be held in hand during the talk. No candidate ever receives any of it. */
export const ConsolePart = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("simulation"), simulation: Simulation }),
  z.strictObject({ kind: z.literal("design"), design: Design }),
  z.strictObject({ kind: z.literal("drill"), drill: Drill }),
  z.strictObject({
    kind: z.literal("coding"),
    coding: Coding,
    pair: z.string().nullable().describe("The title of the test’s other form."),
  }),
])
export type ConsolePart = z.infer<typeof ConsolePart>
/** One thing a round asks: a question, or an exercise run by hand. Everything an interviewer needs at the opening's level. */
export const ConsoleItem = z.strictObject({
  id: z.string(),
  kind: z.enum(["question", "exercise"]),
  title: z.string(),
  minutes: z.number(),
  competencies: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  wording: z.string(),
  probes: z.array(z.string()),
  expectation: Expectation.nullable(),
  positive: z.array(z.string()),
  negative: z.array(z.string()),
  anchors: z.array(z.string()).length(5),
  guide: z.string().nullable(),
  part: ConsolePart.nullable(),
})
export type ConsoleItem = z.infer<typeof ConsoleItem>
/** A line of notes, made on the interviewer's device. `editedAt` decides between two edits of the same line. */
export const NoteEntry = z.strictObject({
  id: Uuid,
  itemId: z.string().max(64),
  atSeconds: z.number().int().min(0).max(86_400),
  text: typed(4000),
  editedAt: Instant,
  deleted: z.boolean(),
  device: z.string().max(64),
  seq: z.number().int().min(0),
})
export type NoteEntry = z.infer<typeof NoteEntry>
/**
 * What happened in the round besides notes: where the interviewer was, what was skipped or ticked. Of an exercise's panel
 * part: a fact told, a cue brought in (a tension, a drill's event, a deep dive), a step of the runbook seen. In a mock: a
 * tell heard.
 */
export const ConsoleEvent = z.strictObject({
  id: Uuid,
  kind: z.enum([
    ...(["start", "enter", "skip", "unskip", "tick", "untick", "probe", "end"] as const),
    ...(["tell", "untell", "cue", "uncue", "step", "unstep"] as const),
    ...(["hear", "unhear"] as const),
  ]),
  itemId: z.string().max(64).nullable(),
  index: z
    .number()
    .int()
    .nullable()
    .describe("Which indicator, probe, fact, cue, step or tell, from 1; negative for a warning sign."),
  atSeconds: z.number().int().min(0),
  device: z.string().max(64),
  seq: z.number().int().min(0),
})
export type ConsoleEvent = z.infer<typeof ConsoleEvent>
export const Console = z.strictObject({
  interview: InterviewCard,
  applicationId: Uuid,
  candidate: z.string(),
  openingTitle: z.string(),
  level: z.string(),
  blind: z.boolean(),
  minutes: z.number().nullable().describe("Length of the round with adjustments; null means no limit."),
  opening: z.number(),
  closing: z.number(),
  adjusted: z.boolean(),
  items: z.array(ConsoleItem),
  notes: z.array(NoteEntry),
  events: z.array(ConsoleEvent),
  startedAt: Instant.nullable(),
  serverNow: Instant,
  submitted: z.boolean(),
})
export type Console = z.infer<typeof Console>
export const RECOMMENDATIONS = ["definitely_no", "no", "yes", "strong_yes", "no_decision"] as const
export const Recommendation = z.enum(RECOMMENDATIONS)
/** Evidence on a card: a note of one's own, a tick, or a cited part of an attempt or the résumé text. */
export const CardEvidence = z.strictObject({
  kind: z.enum(["note", "tick", "attempt", "resume"]),
  ref: z.string().max(300).describe("note id, tick as itemId:+3, or an evidence address"),
  quote: typed(4000),
})
export type CardEvidence = z.infer<typeof CardEvidence>
export const Rating = z.strictObject({
  itemId: z.string().max(64),
  score: z.number().int().min(1).max(5).nullable().describe("null: not assessed"),
  evidence: z.array(CardEvidence).max(50),
  comment: typed(4000),
})
export type Rating = z.infer<typeof Rating>
export const Scorecard = z.strictObject({
  interviewId: Uuid,
  rater: Person,
  state: z.enum(["draft", "submitted"]),
  ratings: z.array(Rating),
  recommendation: Recommendation.nullable(),
  reason: z.string(),
  submittedAt: Instant.nullable(),
  version: z.number().int().min(0),
  amendments: z.array(
    z.strictObject({
      at: Instant,
      reason: z.string(),
      phase: z.enum(["before-debrief", "after-debrief"]),
      before: z.array(Rating),
      recommendationBefore: Recommendation.nullable(),
    }),
  ),
})
export type Scorecard = z.infer<typeof Scorecard>
const id = params("interviewId")
const Content = {
  ratings: z.array(Rating).max(40),
  recommendation: Recommendation.nullable(),
  reason: typed(4000),
}

export const interviews = {
  mine: endpoint({
    method: "GET",
    path: "/api/interviews",
    summary: "Your interviews and résumé screens, with what is waiting for you",
    callers: [...HIRING],
    response: z.strictObject({
      items: z.array(
        InterviewCard.extend({
          applicationId: Uuid,
          candidate: z.string(),
          openingTitle: z.string(),
          mine: z.enum(["to-do", "drafted", "submitted"]),
        }),
      ),
    }),
  }),
  console: endpoint({
    method: "GET",
    path: "/api/interviews/:interviewId",
    summary: "The console: the round’s items and your own notes",
    callers: [...HIRING],
    params: id,
    response: Console,
  }),
  reschedule: endpoint({
    method: "PATCH",
    path: "/api/interviews/:interviewId",
    summary: "Move or cancel an interview",
    callers: [...MANAGING],
    params: id,
    body: z.strictObject({
      startsAt: Instant.optional(),
      timeZone: z.string().max(64).optional(),
      where: typed(500).optional(),
      cancelled: z.boolean().optional(),
      version: Version,
    }),
    response: InterviewCard,
  }),
  calendar: endpoint({
    method: "GET",
    path: "/api/interviews/:interviewId/calendar",
    summary: "The interview as a calendar file",
    callers: [...HIRING],
    kind: "download",
    params: id,
  }),
  sync: endpoint({
    method: "POST",
    path: "/api/interviews/:interviewId/sync",
    summary: "Send notes and events made on this device; answers with all of yours, merged",
    callers: [...HIRING],
    params: id,
    body: z.strictObject({ notes: z.array(NoteEntry).max(500), events: z.array(ConsoleEvent).max(500) }),
    response: z.strictObject({
      notes: z.array(NoteEntry),
      events: z.array(ConsoleEvent),
      serverNow: Instant,
    }),
  }),
  scorecard: endpoint({
    method: "GET",
    path: "/api/interviews/:interviewId/scorecard",
    summary: "Your own scorecard",
    callers: [...HIRING],
    params: id,
    response: Scorecard,
  }),
  saveScorecard: endpoint({
    method: "PUT",
    path: "/api/interviews/:interviewId/scorecard",
    summary: "Save your draft",
    callers: [...HIRING],
    params: id,
    body: z.strictObject({ ...Content, version: z.number().int().min(0) }),
    response: Scorecard,
  }),
  submitScorecard: endpoint({
    method: "POST",
    path: "/api/interviews/:interviewId/scorecard/submission",
    summary: "Submit; from then on it only changes by an amendment",
    callers: [...HIRING],
    params: id,
    body: z.strictObject({ ...Content, version: z.number().int().min(0) }),
    response: Scorecard,
  }),
  amendScorecard: endpoint({
    method: "POST",
    path: "/api/interviews/:interviewId/scorecard/amendments",
    summary: "Amend a submitted card; the original is kept",
    callers: [...HIRING],
    params: id,
    body: z.strictObject({ ...Content, why: typed(1000, 3), version: z.number().int().min(0) }),
    response: Scorecard,
  }),
}

export const Screen = z.strictObject({
  interviewId: Uuid,
  applicationId: Uuid,
  alias: z.string(),
  openingTitle: z.string(),
  level: z.string(),
  text: z.string(),
  coverLetter: z.string(),
  redactions: z.array(z.strictObject({ start: z.number(), end: z.number(), kind: z.string() })),
  /** Words of résumé and letter that speak to a machine instead of a reader; empty `words`: characters nobody can see. */
  writtenForMachines: z.array(z.strictObject({ words: z.string() })),
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      looksFor: z.string(),
      evidence: z.string(),
      anchors: z.array(z.string()).length(5),
    }),
  ),
  position: z.number().int(),
  total: z.number().int(),
  nextInterviewId: Uuid.nullable(),
  unblinded: z.boolean(),
})
export type Screen = z.infer<typeof Screen>
export const screening = {
  queue: endpoint({
    method: "GET",
    path: "/api/screens",
    summary: "Résumé screens waiting for you, oldest first",
    callers: [...HIRING],
    response: z.strictObject({
      items: z.array(
        z.strictObject({
          interviewId: Uuid,
          alias: z.string(),
          openingTitle: z.string(),
          since: Instant,
          mine: z.enum(["to-do", "drafted", "submitted"]),
        }),
      ),
    }),
  }),
  read: endpoint({
    method: "GET",
    path: "/api/screens/:interviewId",
    summary: "One redacted résumé beside the criteria",
    callers: [...HIRING],
    params: id,
    response: Screen,
  }),
}
export { Ok }
