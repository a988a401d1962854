import { z } from "zod"
import { Instant, Ok, typed, Uuid } from "./basics.ts"
import { endpoint } from "./endpoint.ts"
import { PracticeRecording, RecordingKind } from "./recordings.ts"
import { Rehearsal } from "./rehearsals.ts"

/** The largest file of one’s practice that is taken back in, in bytes; picture and sound are sent apart from it. */
export const MAX_PRACTICE_FILE = 50_000_000
/** What the JSON file is called in a ZIP that has picture and sound as well. */
export const PRACTICE_JSON = "practice.json"
/** What a recording is called there, whichever container it is in. */
export const FILED_NAME = /^recordings\/[0-9a-f-]{36}\.(webm|mkv|mp4|mov)$/

/**
 * A recording in the file of somebody’s practice, as far as it can be taken in. What else stands there of it (how long it is,
 * where it plays) is for people to read, and found out anew.
 */
export const FiledRecording = z.object({
  id: Uuid.describe(
    "Told by this, it is taken in once; on another installation it stays the same if it is free there.",
  ),
  kind: RecordingKind,
  take: z.number().int().min(1).max(100_000),
  createdAt: Instant,
  storyId: Uuid.nullable(),
  kitId: typed(64).nullable(),
  itemId: typed(64).nullable(),
  noted: Rehearsal.omit({ recording: true }).nullable().describe("Null where nothing is noted on it."),
  file: z
    .strictObject({
      name: z.string().regex(FILED_NAME),
      bytes: z.number().int().min(1),
      digest: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .describe("Its SHA-256, in hex."),
    })
    .nullable()
    .default(null)
    .describe(
      "Its picture and sound in the ZIP. Null while they are still arriving, and in older files; to ask only whether it is here already.",
    ),
})
export type FiledRecording = z.infer<typeof FiledRecording>

export const practiceData = {
  download: endpoint({
    method: "GET",
    path: "/api/practice/everything",
    summary: "All of your practice as one JSON file",
    callers: ["account"],
    kind: "download",
  }),
  downloadWithMedia: endpoint({
    method: "GET",
    path: "/api/practice/everything.zip",
    summary: "The same JSON file with the picture and sound of every recording, as one ZIP",
    callers: ["account"],
    kind: "download",
  }),
  bring: endpoint({
    method: "POST",
    path: "/api/practice/everything",
    summary: "Take in such a JSON file, here or on another installation; what is here already stays",
    callers: ["account"],
    kind: "upload",
    response: z.strictObject({
      added: z.record(z.string(), z.number().int()),
      alreadyHere: z.number().int(),
      leftBehind: z
        .record(z.string(), z.number().int())
        .describe(
          "Entries that this request can’t bring: mock interviews, which belong to two accounts of one installation, and recordings, each of which is brought by itself with its picture and sound.",
        ),
    }),
  }),
  bringRecording: endpoint({
    method: "POST",
    path: "/api/practice/everything/recordings",
    summary:
      "Begin to take in one recording of such a file with what is noted on it, or go on with it; its bytes follow by tus",
    callers: ["account"],
    body: FiledRecording,
    response: z.strictObject({
      recording: PracticeRecording,
      send: z.boolean().describe("Whether bytes of it are still to be sent. False: it is here already."),
    }),
  }),
  removeAll: endpoint({
    method: "DELETE",
    path: "/api/practice/everything",
    summary: "Delete all of your practice for good",
    callers: ["account"],
    response: Ok,
  }),
}
