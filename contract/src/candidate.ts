import { z } from "zod"
import { AdjustmentWish } from "./public.ts"
import { Attempt } from "./attempts.ts"
import { Instant, Ok, Token, Uuid, Version, params, typed } from "./basics.ts"
import { endpoint } from "./endpoint.ts"

export const CandidatePage = z.strictObject({
  name: z.string(), organisation: z.string(), title: z.string(), location: z.string(), contact: z.string(),
  headline: z.string(), explanation: z.string(),
  status: z.enum(["in-progress", "disqualified", "human-look", "stopped", "offer", "withdrawn", "erased"]),
  rule: z.string().nullable(), canAskHumanLook: z.boolean(),
  steps: z.array(z.strictObject({ title: z.string(), state: z.enum(["done", "current", "ahead", "not-reached"]), at: Instant.nullable() })),
  next: z.strictObject({ title: z.string(), summary: z.string(), startsAt: Instant.nullable(), timeZone: z.string(), minutes: z.number().nullable(), where: z.string(), withPeople: z.array(z.string()), interviewId: Uuid.nullable() }).nullable(),
  judgedOn: z.array(z.string()),
  attempts: z.array(Attempt),
  adjustments: z.strictObject({ state: z.enum(["none", "asked", "granted", "declined"]), timeFactor: z.number().nullable(), granted: z.array(z.string()), answer: z.string() }),
  stored: z.array(z.strictObject({ what: z.string(), at: Instant })), seenBy: z.number().int(), erasedOn: Instant.nullable(),
  serverNow: Instant, version: Version,
})
export type CandidatePage = z.infer<typeof CandidatePage>

export const candidate = {
  open: endpoint({ method: "POST", path: "/api/candidate/sessions", summary: "Open your page with the link's token", callers: ["anyone"], body: z.strictObject({ token: Token }), response: Ok }),
  page: endpoint({ method: "GET", path: "/api/candidate", summary: "Your own page", callers: ["candidate"], response: CandidatePage }),
  humanLook: endpoint({ method: "POST", path: "/api/candidate/human-look", summary: "Ask for a person to look at an application that a rule ended", callers: ["candidate"], body: z.strictObject({ note: typed(2000) }), response: CandidatePage }),
  adjustments: endpoint({ method: "POST", path: "/api/candidate/adjustments", summary: "Ask for adjustments", callers: ["candidate"], body: AdjustmentWish, response: CandidatePage }),
  askForAnotherTime: endpoint({ method: "POST", path: "/api/candidate/interviews/:interviewId/another-time", summary: "Ask to move an interview", callers: ["candidate"], params: params("interviewId"), body: z.strictObject({ note: typed(1000, 1) }), response: Ok }),
  calendar: endpoint({ method: "GET", path: "/api/candidate/interviews/:interviewId/calendar", summary: "The interview as a calendar file", callers: ["candidate"], kind: "download", params: params("interviewId") }),
  withdraw: endpoint({ method: "POST", path: "/api/candidate/withdraw", summary: "End your application", callers: ["candidate"], body: z.strictObject({}), response: CandidatePage }),
  erasePreview: endpoint({ method: "GET", path: "/api/candidate/erasure", summary: "What erasing removes and what must be kept", callers: ["candidate"], response: z.strictObject({ removed: z.array(z.string()), kept: z.array(z.strictObject({ what: z.string(), why: z.string() })), hold: z.boolean() }) }),
  erase: endpoint({ method: "POST", path: "/api/candidate/erasure", summary: "Withdraw and erase", callers: ["candidate"], body: z.strictObject({ confirm: z.literal("erase") }), response: z.strictObject({ certificate: z.string(), kept: z.array(z.strictObject({ what: z.string(), why: z.string() })) }) }),
  download: endpoint({ method: "GET", path: "/api/candidate/download", summary: "Everything you gave us, in one file", callers: ["candidate"], kind: "download" }),
  attempt: endpoint({ method: "GET", path: "/api/candidate/attempts/:attemptId", summary: "One of your exercises", callers: ["candidate"], params: params("attemptId"), response: Attempt }),
  startAttempt: endpoint({ method: "POST", path: "/api/candidate/attempts/:attemptId/start", summary: "Start the clock", callers: ["candidate"], params: params("attemptId"), body: z.strictObject({}), response: Attempt }),
  saveAttempt: endpoint({ method: "PUT", path: "/api/candidate/attempts/:attemptId", summary: "Save what you have written so far", callers: ["candidate"], params: params("attemptId"), body: z.strictObject({ text: typed(200_000), version: Version }), response: Attempt }),
  uploadToAttempt: endpoint({ method: "POST", path: "/api/candidate/attempts/:attemptId/files", summary: "Hand in a file", callers: ["candidate"], kind: "upload", params: params("attemptId"), query: z.strictObject({ name: z.string().min(1).max(300) }), response: Attempt }),
  submitAttempt: endpoint({ method: "POST", path: "/api/candidate/attempts/:attemptId/submit", summary: "Hand in your work; it can't be changed afterwards", callers: ["candidate"], params: params("attemptId"), body: z.strictObject({ version: Version }), response: Attempt }),
}
