import { z } from "zod"
import { ExerciseType } from "@backfill/core"
import { Instant, Uuid, Version, params, typed } from "./basics.ts"
import { endpoint, HIRING, RECRUITING } from "./endpoint.ts"

/** One person's timed try at an exercise, as its owner may see it: never indicators, anchors or the panel's guide. */
export const Attempt = z.strictObject({
  id: Uuid,
  exerciseId: z.string(),
  type: ExerciseType,
  title: z.string(),
  state: z.enum(["scheduled", "running", "submitted", "expired"]),
  minutes: z.number(),
  factor: z.number().nullable().describe("Adjustment of the time; null means no limit."),
  availableFrom: Instant.nullable(),
  startedAt: Instant.nullable(),
  deadline: Instant.nullable(),
  submittedAt: Instant.nullable(),
  submission: z.enum(["notes", "upload", "none"]),
  text: z.string(),
  textArtifact: z
    .enum(["text", "text-redacted"])
    .describe(
      "The name that the text is cited by. text-redacted: without what tells who wrote it, and files are withheld.",
    ),
  textDigest: z
    .string()
    .describe("SHA-256 of the text as UTF-8, in hex: for the address of what is cited from it."),
  files: z.array(z.strictObject({ id: Uuid, name: z.string(), bytes: z.number().int(), digest: z.string() })),
  brief: z.string().nullable(),
  coding: z
    .strictObject({ language: z.string(), starter: z.string().nullable() })
    .nullable()
    .describe("A coding test’s language, and once the brief is shown the code to start from."),
  judgedOn: z.array(z.string()),
  aiUse: z.string(),
  version: Version,
  serverNow: Instant,
  preparation: z
    .strictObject({
      minutes: z.number(),
      review: z.array(z.string()),
      deliverables: z.array(z.string()),
      groundRules: z.array(z.string()),
    })
    .nullable(),
})
export type Attempt = z.infer<typeof Attempt>
export const Evidence = z.strictObject({
  id: Uuid,
  address: z.string(),
  quote: z.string(),
  citedBy: z.string(),
  createdAt: Instant,
})
export type Evidence = z.infer<typeof Evidence>

export const attempts = {
  schedule: endpoint({
    method: "POST",
    path: "/api/applications/:applicationId/attempts",
    summary: "Give a candidate an exercise of the plan",
    callers: [...RECRUITING],
    params: params("applicationId"),
    body: z.strictObject({ exerciseId: z.string().max(64), availableFrom: Instant.nullable() }),
    response: Attempt,
  }),
  list: endpoint({
    method: "GET",
    path: "/api/applications/:applicationId/attempts",
    summary: "A candidate’s attempts",
    callers: [...HIRING],
    params: params("applicationId"),
    response: z.strictObject({ items: z.array(Attempt) }),
  }),
  file: endpoint({
    method: "GET",
    path: "/api/attempts/:attemptId/files/:fileId",
    summary: "Download a handed-in file",
    callers: [...HIRING],
    kind: "download",
    params: params("attemptId", "fileId"),
  }),
  cite: endpoint({
    method: "POST",
    path: "/api/attempts/:attemptId/evidence",
    summary: "Cite a part of an attempt as evidence",
    callers: [...HIRING],
    params: params("attemptId"),
    body: z.strictObject({
      artifact: z.string().max(200),
      selector: z.string().max(200),
      quote: typed(2000),
    }),
    response: Evidence,
  }),
}
