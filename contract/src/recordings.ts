import { z } from "zod"
import { Attempt } from "./attempts.ts"
import { Instant, Uuid, Version, params } from "./basics.ts"
import { endpoint, HIRING } from "./endpoint.ts"

/** The most bytes that one request of an upload may bring, and as many as suit most networks. */
export const MAX_RECORDING_CHUNK = 8 * 1024 * 1024
export const RECORDING_CHUNK = 1024 * 1024
/** The most bytes of one recording. */
export const MAX_RECORDING = { video: 400_000_000, audio: 50_000_000 } as const
/** How long an upload that got no further is kept, in days. */
export const RECORDING_EXPIRES_DAYS = 7

export const RecordingKind = z.enum(["video", "audio"])
export type RecordingKind = z.infer<typeof RecordingKind>
export const RecordingState = z
  .enum(["receiving", "received", "ready", "as-it-came"])
  .describe(
    "receiving: bytes are missing. received: every byte is on disk; the file is being made seekable. ready: it is. as-it-came: it couldn’t be, so the file plays as it was sent; the note says why.",
  )
export type RecordingState = z.infer<typeof RecordingState>

const played = {
  mediaType: z
    .string()
    .nullable()
    .describe("With codecs once the file was read, e.g. video/webm; null before its first bytes."),
  durationMs: z.number().int().nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  note: z.string().describe("What a person should know of this file; mostly empty."),
}

/** A recording as whoever made it sees it. */
export const Recording = z.strictObject({
  id: Uuid,
  kind: RecordingKind,
  state: RecordingState,
  take: z.number().int().min(1).describe("Counts the recordings for the same prompt, removed ones included."),
  offset: z.number().int().describe("So many bytes from the start are on disk: the upload goes on there."),
  length: z.number().int().nullable().describe("Null while it is still being recorded."),
  expiresAt: Instant.nullable().describe("When an unfinished upload is given up; null once it is complete."),
  createdAt: Instant,
  ...played,
})
export type Recording = z.infer<typeof Recording>

/** A candidate’s take at a prompt. */
export const Take = Recording.extend({
  chosen: z.boolean().describe("The one that is handed in."),
})
export type Take = z.infer<typeof Take>

/** What may be recorded for a prompt. */
export const RecordingRules = z.strictObject({
  seconds: z
    .number()
    .int()
    .nullable()
    .describe("How long a take may be, with the time this person has; null: as long as it takes."),
  takes: z.number().int().describe("How many takes there may be."),
  takesLeft: z.number().int(),
})
export type RecordingRules = z.infer<typeof RecordingRules>

/** The take that was handed in, for the panel: neither how many there were nor when each was made. */
export const HandedRecording = z.strictObject({
  id: Uuid,
  kind: RecordingKind,
  state: RecordingState,
  artifact: z.string().describe("The name it is cited by; null digest: it can’t be cited yet."),
  digest: z.string().nullable(),
  overLimit: z.boolean().describe("Longer than the prompt allows."),
  ...played,
})
export type HandedRecording = z.infer<typeof HandedRecording>

/** A recording of one’s practice, and what it was for. */
export const PracticeRecording = Recording.extend({
  digest: z.string().nullable().describe("SHA-256 of the file as it plays, in hex; null until it does."),
  storyId: Uuid.nullable(),
  kitId: z.string().nullable(),
  itemId: z.string().nullable(),
})
export type PracticeRecording = z.infer<typeof PracticeRecording>

const Made = z.strictObject({ kind: RecordingKind.default("video") })
const About = Made.extend({
  storyId: Uuid.optional(),
  kitId: z.string().max(64).optional(),
  itemId: z.string().max(64).optional(),
  accountId: Uuid.optional().describe(
    "Whose recording it is. Where another account is signed in by now, as on a shared browser, nothing begins: 401.",
  ),
})

/**
 * Video responses. Uploads follow tus 1.0 with creation, creation-defer-length, checksum (sha256), expiration and
 * termination; docs/recordings.md describes it. HEAD is answered wherever GET is.
 */
export const recordings = {
  protocol: endpoint({
    method: "OPTIONS",
    path: "/api/candidate/attempts/:attemptId/recordings",
    summary: "What of tus is spoken here",
    callers: ["anyone"],
    kind: "tus",
    params: params("attemptId"),
  }),
  list: endpoint({
    method: "GET",
    path: "/api/candidate/attempts/:attemptId/recordings",
    summary: "Your takes at a prompt, and what may be recorded",
    callers: ["candidate"],
    params: params("attemptId"),
    response: z.strictObject({ items: z.array(Take), rules: RecordingRules }),
  }),
  create: endpoint({
    method: "POST",
    path: "/api/candidate/attempts/:attemptId/recordings",
    summary: "Begin a take; its bytes follow while it is recorded (tus creation)",
    callers: ["candidate"],
    kind: "tus",
    params: params("attemptId"),
    query: Made,
    response: Take,
  }),
  read: endpoint({
    method: "GET",
    path: "/api/candidate/recordings/:recordingId",
    summary: "How far a take has come; by HEAD, the upload’s offset",
    callers: ["candidate"],
    params: params("recordingId"),
    response: Take,
  }),
  append: endpoint({
    method: "PATCH",
    path: "/api/candidate/recordings/:recordingId",
    summary: "The next bytes of a take; answered once they are on disk (tus)",
    callers: ["candidate"],
    kind: "tus",
    params: params("recordingId"),
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/candidate/recordings/:recordingId",
    summary: "Delete a take that isn’t handed in (tus termination)",
    callers: ["candidate"],
    kind: "tus",
    params: params("recordingId"),
  }),
  choose: endpoint({
    method: "POST",
    path: "/api/candidate/recordings/:recordingId/choose",
    summary: "Choose the take that will be handed in",
    callers: ["candidate"],
    params: params("recordingId"),
    body: z.strictObject({ version: Version }),
    response: Attempt,
  }),
  watchOwn: endpoint({
    method: "GET",
    path: "/api/candidate/recordings/:recordingId/media",
    summary: "Play your own take; takes ranges",
    callers: ["candidate"],
    kind: "media",
    params: params("recordingId"),
  }),
  handed: endpoint({
    method: "GET",
    path: "/api/attempts/:attemptId/recordings",
    summary: "The recording that was handed in",
    callers: [...HIRING],
    params: params("attemptId"),
    response: z.strictObject({
      items: z.array(HandedRecording),
      rules: RecordingRules.pick({ seconds: true }),
    }),
  }),
  watch: endpoint({
    method: "GET",
    path: "/api/attempts/:attemptId/recordings/:recordingId/media",
    summary: "Play a recording that was handed in; takes ranges",
    callers: [...HIRING],
    kind: "media",
    params: params("attemptId", "recordingId"),
  }),
}

/** Recordings of one’s own practice, which nobody else can open. Uploads as for video responses. */
export const practiceRecordings = {
  protocol: endpoint({
    method: "OPTIONS",
    path: "/api/practice/recordings",
    summary: "What of tus is spoken here",
    callers: ["anyone"],
    kind: "tus",
  }),
  list: endpoint({
    method: "GET",
    path: "/api/practice/recordings",
    summary: "Your recordings, newest first",
    callers: ["account"],
    query: z.strictObject({ storyId: Uuid.optional() }),
    response: z.strictObject({
      items: z.array(PracticeRecording),
      bytes: z.number().int().describe("The space they take."),
      maxBytes: z.number().int(),
    }),
  }),
  create: endpoint({
    method: "POST",
    path: "/api/practice/recordings",
    summary: "Begin a recording; its bytes follow while it is recorded (tus creation)",
    callers: ["account"],
    kind: "tus",
    query: About,
    response: PracticeRecording,
  }),
  read: endpoint({
    method: "GET",
    path: "/api/practice/recordings/:recordingId",
    summary: "How far a recording has come; by HEAD, the upload’s offset",
    callers: ["account"],
    params: params("recordingId"),
    response: PracticeRecording,
  }),
  append: endpoint({
    method: "PATCH",
    path: "/api/practice/recordings/:recordingId",
    summary: "The next bytes of a recording; answered once they are on disk (tus)",
    callers: ["account"],
    kind: "tus",
    params: params("recordingId"),
  }),
  remove: endpoint({
    method: "DELETE",
    path: "/api/practice/recordings/:recordingId",
    summary: "Delete a recording (tus termination)",
    callers: ["account"],
    kind: "tus",
    params: params("recordingId"),
  }),
  watch: endpoint({
    method: "GET",
    path: "/api/practice/recordings/:recordingId/media",
    summary: "Play a recording; takes ranges",
    callers: ["account"],
    kind: "media",
    params: params("recordingId"),
  }),
}
