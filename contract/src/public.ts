import { z } from "zod"
import { Form } from "@backfill/core"
import { Email, Name, Ok, TimeZone, Uuid, typed } from "./basics.ts"
import { endpoint } from "./endpoint.ts"
import { Level } from "./kits.ts"

const Slug = z.strictObject({ slug: z.string().max(80) })
export const ADJUSTMENTS = [
  "extra-time",
  "captions",
  "written-alternative",
  "breaks",
  "questions-in-advance",
  "other",
] as const
export const AdjustmentWish = z.strictObject({
  kinds: z.array(z.enum(ADJUSTMENTS)).max(6),
  note: typed(2000),
})
export const PublicOpening = z.strictObject({
  slug: z.string(),
  title: z.string(),
  location: z.string(),
  level: Level,
  description: z.string(),
  organisation: z.string(),
  open: z.boolean(),
})
export const Answers = z.record(
  z.string().max(64),
  z.union([typed(10_000), z.number(), z.boolean(), z.array(z.string().max(64)).max(30)]),
)
export type Answers = z.infer<typeof Answers>
/** What the applicant sees of the form: the disqualifying answers themselves stay on the server. */
export const PublicForm = z.strictObject({
  introduction: z.string(),
  coverLetter: Form.shape.coverLetter,
  fields: z.array(
    z.strictObject({
      id: z.string(),
      label: z.string(),
      help: z.string().optional(),
      type: z.string(),
      required: z.boolean(),
      options: z.array(z.strictObject({ id: z.string(), label: z.string() })).optional(),
    }),
  ),
  stages: z.array(z.strictObject({ title: z.string(), summary: z.string() })),
  guide: z.string(),
  retentionMonths: z.number().int(),
})
export type PublicForm = z.infer<typeof PublicForm>
export const ResumeUpload = z.strictObject({
  uploadId: Uuid,
  name: z.string(),
  bytes: z.number().int(),
  text: z.string(),
  warning: z.string().nullable(),
})

export const publicPages = {
  openings: endpoint({
    method: "GET",
    path: "/api/public/openings",
    summary: "Openings anyone can apply to",
    callers: ["anyone"],
    response: z.strictObject({ organisation: z.string(), items: z.array(PublicOpening) }),
  }),
  opening: endpoint({
    method: "GET",
    path: "/api/public/openings/:slug",
    summary: "One public opening with its form",
    callers: ["anyone"],
    params: Slug,
    response: z.strictObject({ opening: PublicOpening, form: PublicForm }),
  }),
  uploadResume: endpoint({
    method: "POST",
    path: "/api/public/openings/:slug/resumes",
    summary: "Upload a résumé and get its text back to correct",
    callers: ["anyone"],
    kind: "upload",
    params: Slug,
    query: z.strictObject({ name: z.string().min(1).max(300) }),
    response: ResumeUpload,
  }),
  apply: endpoint({
    method: "POST",
    path: "/api/public/openings/:slug/applications",
    summary: "Send an application",
    callers: ["anyone"],
    params: Slug,
    body: z.strictObject({
      name: Name,
      email: Email,
      phone: typed(60),
      timeZone: TimeZone,
      uploadId: Uuid.nullable(),
      resumeText: typed(100_000, 1),
      coverLetter: typed(20_000),
      answers: Answers,
      adjustments: AdjustmentWish.nullable(),
    }),
    response: z.strictObject({
      outcome: z.enum(["received", "disqualified"]),
      rule: z.string().nullable(),
      link: z.url(),
      mailed: z.boolean(),
    }),
  }),
  resendLink: endpoint({
    method: "POST",
    path: "/api/public/candidate-links",
    summary: "Mail a new link to your own page; answers the same whether or not we know the address",
    callers: ["anyone"],
    body: z.strictObject({ email: Email, slug: z.string().max(80) }),
    response: Ok,
  }),
}
