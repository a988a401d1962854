import { Level } from "@backfill/core"
import { z } from "zod"
import { Instant, Ok, Uuid, Version, params, typed, page } from "./basics.ts"
import { endpoint } from "./endpoint.ts"

/** Sent to open pages: which records to read again. `revoked` means this session has ended. */
export const ServerEvent = z.strictObject({
  kind: z.enum(["changed", "revoked", "hello"]),
  topic: z.string(),
  id: z.string(),
})
export type ServerEvent = z.infer<typeof ServerEvent>
export const AuditEntry = z.strictObject({
  seq: z.number().int(),
  at: Instant,
  actor: z.string(),
  action: z.string(),
  record: z.string(),
  recordId: z.string(),
  digest: z.string(),
})

export const system = {
  events: endpoint({
    method: "GET",
    path: "/api/events",
    summary: "Server-sent events: what changed",
    callers: ["account", "candidate"],
    kind: "events",
  }),
  audit: endpoint({
    method: "GET",
    path: "/api/audit",
    summary: "Who changed what and when",
    callers: ["owner"],
    query: z.strictObject({ cursor: z.string().max(40).optional(), recordId: z.string().max(64).optional() }),
    response: page(AuditEntry),
  }),
  verifyAudit: endpoint({
    method: "GET",
    path: "/api/audit/verification",
    summary: "Check every chain of the audit log",
    callers: ["owner"],
    response: z.strictObject({
      ok: z.boolean(),
      entries: z.number().int(),
      firstBad: z
        .strictObject({ record: z.string(), recordId: z.string(), seq: z.number().int() })
        .nullable(),
    }),
  }),
  openapi: endpoint({
    method: "GET",
    path: "/api/openapi.json",
    summary: "This API as OpenAPI 3.1",
    callers: ["anyone"],
    response: z.any(),
  }),
}

export const PracticeQuestion = z.strictObject({
  id: z.string(),
  kitId: z.string(),
  title: z.string(),
  kind: z.string(),
  competency: z.string(),
  question: z.string(),
  probes: z.array(z.string()),
  minutes: z.number(),
  theme: z.string().nullable().describe("Behavioural questions: the slug of its theme."),
  times: z.number().int(),
  timesAt: z.record(Level, z.number().int()).describe("How often you tried it at each level."),
})
export const PracticeAttempt = z.strictObject({
  id: Uuid,
  kitId: z.string(),
  itemId: z.string(),
  title: z.string(),
  question: z.string(),
  text: z.string(),
  selfScore: z.number().int().min(1).max(5).nullable(),
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  minutes: z.number(),
  level: z.string(),
  probes: z.array(z.string()).describe("Asked one by one after the answer."),
  expected: z.string().nullable().describe("What a good answer holds at its level; once it is finished."),
  version: Version,
  anchors: z.array(z.string()),
  serverNow: Instant,
})
export type PracticeAttempt = z.infer<typeof PracticeAttempt>
const id = params("attemptId")
export const practice = {
  questions: endpoint({
    method: "GET",
    path: "/api/practice/questions",
    summary: "Questions to practise on",
    callers: ["account"],
    response: z.strictObject({ items: z.array(PracticeQuestion) }),
  }),
  attempts: endpoint({
    method: "GET",
    path: "/api/practice/attempts",
    summary: "Your own practice",
    callers: ["account"],
    response: z.strictObject({ items: z.array(PracticeAttempt) }),
  }),
  start: endpoint({
    method: "POST",
    path: "/api/practice/attempts",
    summary: "Start on a question",
    callers: ["account"],
    body: z.strictObject({
      kitId: z.string().max(64),
      itemId: z.string().max(64),
      level: z.string().max(20),
    }),
    response: PracticeAttempt,
  }),
  read: endpoint({
    method: "GET",
    path: "/api/practice/attempts/:attemptId",
    summary: "One of your attempts",
    callers: ["account"],
    params: id,
    response: PracticeAttempt,
  }),
  save: endpoint({
    method: "PUT",
    path: "/api/practice/attempts/:attemptId",
    summary: "Save your answer, or finish and score it yourself",
    callers: ["account"],
    params: id,
    body: z.strictObject({
      text: typed(50_000),
      selfScore: z.number().int().min(1).max(5).nullable(),
      finished: z.boolean(),
      version: Version,
    }),
    response: PracticeAttempt,
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/practice/attempts/:attemptId",
    summary: "Delete one of your attempts",
    callers: ["account"],
    params: id,
    response: Ok,
  }),
}
