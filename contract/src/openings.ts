import { z } from "zod"
import { Plan } from "@backfill/core"
import { Instant, Name, Person, Uuid, Version, params, typed } from "./basics.ts"
import { endpoint, HIRING, MANAGING } from "./endpoint.ts"
import { Level } from "./kits.ts"

export const OpeningState = z.enum(["draft", "open", "closed"])
export const PlanWarning = z.strictObject({ code: z.string(), message: z.string(), path: z.string() })
export const Opening = z.strictObject({
  id: Uuid,
  slug: z.string(),
  title: z.string(),
  location: z.string(),
  level: Level,
  description: z.string(),
  state: OpeningState,
  kit: z.strictObject({ id: z.string(), title: z.string(), version: z.string(), digest: z.string() }),
  planVersion: z.number().int(),
  planLocked: z.boolean(),
  version: Version,
  team: z.strictObject({
    recruiters: z.array(Person),
    hiringManagers: z.array(Person),
    interviewers: z.array(Person),
  }),
  counts: z.strictObject({ active: z.number().int(), waiting: z.number().int(), ended: z.number().int() }),
  createdAt: Instant,
})
export type Opening = z.infer<typeof Opening>
export const PlanView = z.strictObject({
  plan: Plan,
  planVersion: z.number().int(),
  locked: z.boolean(),
  warnings: z.array(PlanWarning),
  competencies: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  available: z.array(
    z.strictObject({
      kind: z.enum(["question", "exercise"]),
      id: z.string(),
      title: z.string(),
      type: z.string(),
      competencies: z.array(z.string()),
      minutes: z.number(),
    }),
  ),
  history: z.array(
    z.strictObject({
      planVersion: z.number().int(),
      at: Instant,
      by: z.string(),
      reason: z.string().nullable(),
      changes: z.array(z.string()),
    }),
  ),
})
export type PlanView = z.infer<typeof PlanView>
/** One application on the board. `name` is the blind alias until the person is beyond the résumé screen or the reader may see names. */
export const BoardCard = z.strictObject({
  applicationId: Uuid,
  name: z.string(),
  blind: z.boolean(),
  stageIndex: z.number().int(),
  status: z.string(),
  nextStep: z.string(),
  awaited: z.array(z.string()),
  since: Instant,
  overdue: z.boolean(),
  version: Version,
})
export type BoardCard = z.infer<typeof BoardCard>
export const Board = z.strictObject({
  openingId: Uuid,
  title: z.string(),
  columns: z.array(
    z.strictObject({
      stageIndex: z.number().int(),
      title: z.string(),
      kind: z.string(),
      count: z.number().int(),
      oldestSince: Instant.nullable(),
      cards: z.array(BoardCard),
    }),
  ),
  ended: z.strictObject({ count: z.number().int(), cards: z.array(BoardCard) }),
})
export type Board = z.infer<typeof Board>
const fields = { title: Name, location: typed(200), description: typed(20_000, 1) }
const People = z.array(Uuid).max(50)

export const openings = {
  list: endpoint({
    method: "GET",
    path: "/api/openings",
    summary: "Openings you work on",
    callers: [...HIRING],
    response: z.strictObject({ items: z.array(Opening) }),
  }),
  create: endpoint({
    method: "POST",
    path: "/api/openings",
    summary: "Open a role from a kit; pins the kit as it is now",
    callers: [...MANAGING],
    body: z.strictObject({ kitId: z.string().max(64), level: Level, ...fields }),
    response: Opening,
  }),
  read: endpoint({
    method: "GET",
    path: "/api/openings/:openingId",
    summary: "One opening",
    callers: [...HIRING],
    params: params("openingId"),
    response: Opening,
  }),
  update: endpoint({
    method: "PATCH",
    path: "/api/openings/:openingId",
    summary: "Change the public text, or open and close it",
    callers: [...MANAGING],
    params: params("openingId"),
    body: z.strictObject({
      title: fields.title.optional(),
      location: fields.location.optional(),
      description: fields.description.optional(),
      state: OpeningState.optional(),
      version: Version,
    }),
    response: Opening,
  }),
  saveTeam: endpoint({
    method: "PUT",
    path: "/api/openings/:openingId/team",
    summary: "Who works on this opening",
    callers: [...MANAGING],
    params: params("openingId"),
    body: z.strictObject({
      recruiters: People,
      hiringManagers: People,
      interviewers: People,
      version: Version,
    }),
    response: Opening,
  }),
  plan: endpoint({
    method: "GET",
    path: "/api/openings/:openingId/plan",
    summary: "The interview plan with its warnings and history",
    callers: [...HIRING],
    params: params("openingId"),
    response: PlanView,
  }),
  savePlan: endpoint({
    method: "PUT",
    path: "/api/openings/:openingId/plan",
    summary: "Save the plan; a locked one becomes a new version and needs a reason",
    callers: [...MANAGING],
    params: params("openingId"),
    body: z.strictObject({ plan: Plan, planVersion: z.number().int(), reason: typed(1000).optional() }),
    response: PlanView,
  }),
  kit: endpoint({
    method: "GET",
    path: "/api/openings/:openingId/kit",
    summary: "The kit as it was pinned",
    callers: [...HIRING],
    params: params("openingId"),
    response: z.custom<import("@backfill/core").Kit>(),
  }),
  board: endpoint({
    method: "GET",
    path: "/api/openings/:openingId/board",
    summary: "Applications by stage",
    callers: [...HIRING],
    params: params("openingId"),
    response: Board,
  }),
  sampleProgress: endpoint({
    method: "GET",
    path: "/api/sample",
    summary: "How many invented applications there are, and how many one filling makes",
    callers: ["owner"],
    response: z.strictObject({ applications: z.number().int(), perFilling: z.number().int() }),
  }),
  sample: endpoint({
    method: "POST",
    path: "/api/sample",
    summary: "Fill an opening with invented applications in every stage",
    callers: ["owner"],
    body: z.strictObject({}),
    response: z.strictObject({ openingId: Uuid, applications: z.number().int() }),
  }),
}
