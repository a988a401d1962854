import { z } from "zod"
import { Ok } from "./basics.ts"
import { endpoint } from "./endpoint.ts"

/** The largest file of one’s practice that is taken back in, in bytes. */
export const MAX_PRACTICE_FILE = 50_000_000

export const practiceData = {
  download: endpoint({
    method: "GET",
    path: "/api/practice/everything",
    summary: "All of your practice as one JSON file",
    callers: ["account"],
    kind: "download",
  }),
  bring: endpoint({
    method: "POST",
    path: "/api/practice/everything",
    summary: "Take in such a file, here or on another installation; what is here already stays",
    callers: ["account"],
    kind: "upload",
    response: z.strictObject({
      added: z.record(z.string(), z.number().int()),
      alreadyHere: z.number().int(),
      leftBehind: z
        .number()
        .int()
        .describe(
          "Entries that stand in the file to read only: mock interviews, which belong to two accounts of one installation, and recordings with their notes, whose picture and sound aren’t in the file.",
        ),
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
