import { z } from "zod"
import { ADJUSTMENTS } from "./public.ts"
import { Instant, Ok, Person, Uuid, Version, page, params, typed } from "./basics.ts"
import { endpoint, HIRING, MANAGING, RECRUITING } from "./endpoint.ts"

export const StoryEntry = z.strictObject({
  id: Uuid,
  at: Instant,
  kind: z.string(),
  title: z.string(),
  detail: z.string(),
  by: z.string(),
  link: z.strictObject({ label: z.string(), to: z.string() }).nullable(),
})
export type StoryEntry = z.infer<typeof StoryEntry>
export const InterviewCard = z.strictObject({
  id: Uuid,
  roundId: z.string(),
  title: z.string(),
  kind: z.enum(["screen", "interview"]),
  state: z.enum(["planned", "running", "done", "cancelled"]),
  startsAt: Instant.nullable(),
  timeZone: z.string(),
  minutes: z.number(),
  where: z.string(),
  version: Version,
  raters: z.array(z.strictObject({ person: Person, submitted: z.boolean(), waived: z.string().nullable() })),
})
export type InterviewCard = z.infer<typeof InterviewCard>
export const Gate = z.strictObject({
  stageIndex: z.number().int(),
  title: z.string(),
  kind: z.string(),
  state: z.enum(["collecting", "ready", "debrief", "decided"]),
  interviews: z.array(InterviewCard),
  roundsToSchedule: z.array(
    z.strictObject({
      roundId: z.string(),
      title: z.string(),
      minutes: z.number(),
      interviewers: z.array(Person),
    }),
  ),
  awaited: z.array(z.strictObject({ person: Person, what: z.string() })),
  decision: z
    .strictObject({ id: Uuid, choice: z.enum(["advance", "stop", "hold"]), at: Instant, by: z.string() })
    .nullable(),
})
export type Gate = z.infer<typeof Gate>
export const Application = z.strictObject({
  id: Uuid,
  openingId: Uuid,
  openingTitle: z.string(),
  level: z.string(),
  name: z.string(),
  blind: z.boolean(),
  status: z.enum([
    "submitted",
    "disqualified",
    "human-look",
    "in-stage",
    "offer",
    "offered",
    "not-offered",
    "stopped",
    "withdrawn",
    "erased",
  ]),
  version: Version,
  submittedAt: Instant,
  stageIndex: z.number().int(),
  stages: z.array(z.strictObject({ title: z.string(), kind: z.string() })),
  /** null for everyone who must not see it (raters before they are unblinded). */
  contact: z.strictObject({ email: z.string(), phone: z.string(), timeZone: z.string() }).nullable(),
  adjustments: z.strictObject({
    state: z.enum(["none", "asked", "granted", "declined"]),
    kinds: z.array(z.string()),
    note: z.string().nullable(),
    timeFactor: z.number().nullable(),
    granted: z.array(z.string()),
    answer: z.string(),
  }),
  legalHold: z.boolean(),
  rule: z.string().nullable(),
  humanLookNote: z.string().nullable(),
  gates: z.array(Gate),
  can: z.array(z.string()).describe("Commands this reader may give now."),
})
export type Application = z.infer<typeof Application>
export const Materials = z.strictObject({
  resumeText: z.string(),
  coverLetter: z.string(),
  answers: z.array(z.strictObject({ label: z.string(), answer: z.string() })),
  files: z.array(z.strictObject({ id: Uuid, name: z.string(), bytes: z.number().int() })),
})
export type Materials = z.infer<typeof Materials>
const id = params("applicationId")
const V = { version: Version }

export const applications = {
  read: endpoint({
    method: "GET",
    path: "/api/applications/:applicationId",
    summary: "One application",
    callers: [...HIRING],
    params: id,
    response: Application,
  }),
  story: endpoint({
    method: "GET",
    path: "/api/applications/:applicationId/story",
    summary: "What happened to an application, the latest first",
    callers: [...HIRING],
    params: id,
    query: z.strictObject({
      cursor: z
        .string()
        .regex(/^[1-9]\d{0,8}$/, "Use the cursor that came with the page before.")
        .optional(),
    }),
    response: page(StoryEntry),
  }),
  materials: endpoint({
    method: "GET",
    path: "/api/applications/:applicationId/materials",
    summary: "What was handed in: résumé, letter, answers and files",
    callers: [...HIRING],
    params: id,
    response: Materials,
  }),
  file: endpoint({
    method: "GET",
    path: "/api/applications/:applicationId/files/:fileId",
    summary: "Download an original file",
    callers: [...HIRING],
    kind: "download",
    params: params("applicationId", "fileId"),
  }),
  unblind: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/unblinding",
    summary: "See the name and the original file; recorded with the reason",
    callers: [...HIRING],
    params: id,
    body: z.strictObject({ reason: typed(1000, 3) }),
    response: Application,
  }),
  decideHumanLook: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/human-look",
    summary: "Answer a request for a human look",
    callers: [...MANAGING],
    params: id,
    body: z.strictObject({ outcome: z.enum(["reinstate", "uphold"]), reason: typed(2000, 3), ...V }),
    response: Application,
  }),
  decideAdjustments: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/adjustments",
    summary: "Decide on adjustments; every clock follows",
    callers: [...RECRUITING],
    params: id,
    body: z.strictObject({
      granted: z.array(z.enum(ADJUSTMENTS)).max(6),
      timeFactor: z
        .union([z.literal(1), z.literal(1.25), z.literal(1.5), z.literal(2)])
        .nullable()
        .describe("null: no time limit"),
      answer: typed(2000),
      ...V,
    }),
    response: Application,
  }),
  resendLink: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/link",
    summary: "Make and send a new link to the candidate’s page; the old one stops working",
    callers: [...RECRUITING],
    params: id,
    response: z.strictObject({ link: z.url(), mailed: z.boolean() }),
  }),
  legalHold: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/legal-hold",
    summary: "Set or lift a legal hold",
    callers: ["owner"],
    params: id,
    body: z.strictObject({ hold: z.boolean(), reason: typed(1000, 3), ...V }),
    response: Application,
  }),
  erase: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/erasure",
    summary: "Erase an application on request",
    callers: ["owner"],
    params: id,
    body: z.strictObject({ reason: typed(1000, 3), ...V }),
    response: z.strictObject({ certificate: z.string() }),
  }),
  accessExport: endpoint({
    method: "GET",
    path: "/api/applications/:applicationId/export",
    summary: "Everything held on a person, for an access request",
    callers: ["owner"],
    kind: "download",
    params: id,
  }),
  schedule: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/interviews",
    summary: "Schedule a round",
    callers: [...MANAGING],
    params: id,
    body: z.strictObject({
      roundId: z.string().max(64),
      startsAt: Instant,
      timeZone: z.string().max(64),
      where: typed(500),
      interviewers: z.array(Uuid).min(1).max(8),
    }),
    response: InterviewCard,
  }),
  waiveCard: endpoint({
    method: "POST",
    path: "/api/interviews/:interviewId/waivers",
    summary: "Record why a scorecard won’t come",
    callers: [...MANAGING],
    params: params("interviewId"),
    body: z.strictObject({ raterId: Uuid, reason: typed(1000, 3) }),
    response: Ok,
  }),
  retention: endpoint({
    method: "GET",
    path: "/api/retention",
    summary: "What the retention rule would erase today (dry run)",
    callers: ["owner"],
    response: z.strictObject({
      items: z.array(z.strictObject({ applicationId: Uuid, endedAt: Instant, openingTitle: z.string() })),
    }),
  }),
}
