import { z } from "zod"
import { params, typed } from "./basics.ts"
import { endpoint } from "./endpoint.ts"
import { PracticeRecording } from "./recordings.ts"

/** The longest transcript that is kept, in UTF-16 units: an hour of fast speech. */
export const MAX_TRANSCRIPT = 60_000
/** The most marks, parts and stretches of speech that one recording keeps of each. */
export const MAX_REHEARSAL_MARKS = 2_000

/** Of what is noted, as read; 0 while nothing is. A stale one answers 409 with stale_version. */
const NotedVersion = z.number().int().min(0)
const Ms = z.number().int().min(0).max(7_200_000)

/** Whether stretches of time come in order, each ending no sooner than it begins, and the next no sooner than that. */
const apart = (stretches: readonly (readonly [number, number])[]): boolean =>
  stretches.every(([from, to], at) => from <= to && from >= (stretches[at - 1]?.[1] ?? 0))

/** Something heard while listening back, at a moment of the recording. */
export const RehearsalMark = z.strictObject({ atMs: Ms, kind: z.enum(["ramble", "hesitation"]) })
export type RehearsalMark = z.infer<typeof RehearsalMark>

/** A part of the story as told, from one moment to the next; parts don’t overlap. */
export const SpokenPart = z
  .strictObject({
    fromMs: Ms,
    toMs: Ms,
    part: z.enum(["situation", "task", "action", "result", "hardening"]),
  })
  .refine(({ fromMs, toMs }) => fromMs < toMs, { error: "A part ends after it begins." })
export type SpokenPart = z.infer<typeof SpokenPart>

/** Where somebody speaks in a recording, as the device it was heard on found it. Pauses are what lies between. */
export const Speech = z.strictObject({
  by: z
    .enum(["silero", "energy"])
    .describe(
      "The voice model, or how loud it is where the model couldn’t run: noise is easily taken for speech then.",
    ),
  stretches: z
    .array(z.tuple([Ms, Ms]))
    .max(MAX_REHEARSAL_MARKS)
    .refine(apart, { error: "Stretches come in order, without overlap." })
    .describe("From and to, in milliseconds, in order, without overlap."),
})
export type Speech = z.infer<typeof Speech>

export const Transcript = z.strictObject({
  text: typed(MAX_TRANSCRIPT),
  from: z
    .enum(["typed", "service"])
    .describe("Typed or pasted by a person, or written by the transcription service."),
})
export type Transcript = z.infer<typeof Transcript>

/** The most of the coach’s questions that are set aside for one recording. */
export const MAX_SPOKEN_ASIDE = 200

/** A question of the coach about a transcript that its owner set aside for this recording, and why. */
export const AsideHint = z.strictObject({
  finding: z.string().regex(/^[a-z-]{1,40}$/),
  quote: typed(4000).describe("The words it pointed at then."),
  reason: typed(500),
})
export type AsideHint = z.infer<typeof AsideHint>

/** What a person notes on a recording. Marks and parts are kept in the order of the recording. */
const noted = {
  speech: Speech.nullable().describe("Null until the recording was listened to on a device."),
  marks: z.array(RehearsalMark).max(MAX_REHEARSAL_MARKS),
  parts: z
    .array(SpokenPart)
    .max(MAX_REHEARSAL_MARKS)
    .refine(
      (parts) =>
        apart(parts.map(({ fromMs, toMs }) => [fromMs, toMs] as const).toSorted(([a], [b]) => a - b)),
      { error: "Parts don’t overlap." },
    ),
  transcript: Transcript.nullable(),
  dismissed: z.array(AsideHint).max(MAX_SPOKEN_ASIDE).describe("Questions set aside, oldest first."),
}

/** A recording of practice with what its owner noted on it. */
export const Rehearsal = z.strictObject({
  recording: PracticeRecording,
  version: NotedVersion,
  ...noted,
})
export type Rehearsal = z.infer<typeof Rehearsal>

/** Recordings of practice as rehearsals. They belong to one person and never reach hiring. */
export const rehearsals = {
  list: endpoint({
    method: "GET",
    path: "/api/practice/rehearsals",
    summary: "Your rehearsals with what you noted on them, newest first",
    callers: ["account"],
    query: z.strictObject({
      storyId: z.uuid().optional(),
      kitId: z.string().max(64).optional(),
      itemId: z.string().max(64).optional(),
    }),
    response: z.strictObject({ items: z.array(Rehearsal) }),
  }),
  read: endpoint({
    method: "GET",
    path: "/api/practice/rehearsals/:recordingId",
    summary: "One rehearsal",
    callers: ["account"],
    params: params("recordingId"),
    response: Rehearsal,
  }),
  note: endpoint({
    method: "PUT",
    path: "/api/practice/rehearsals/:recordingId",
    summary: "Keep what you noted on a rehearsal",
    callers: ["account"],
    params: params("recordingId"),
    body: z.strictObject({ version: NotedVersion, ...noted }),
    response: Rehearsal,
  }),
  transcription: endpoint({
    method: "GET",
    path: "/api/practice/transcription",
    summary: "Whether recordings can be transcribed here, and where they would be sent",
    callers: ["account"],
    response: z.strictObject({
      host: z.string().nullable().describe("Null: no service is set, so nothing is ever sent."),
    }),
  }),
  transcribe: endpoint({
    method: "POST",
    path: "/api/practice/rehearsals/:recordingId/transcript",
    summary: "Have the set service transcribe a recording; what it wrote is returned, not kept",
    callers: ["account"],
    params: params("recordingId"),
    response: Transcript,
  }),
}
