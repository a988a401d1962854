import type { PracticeRecording } from "@backfill/contract"
import { presentRecording } from "../../platform/recordings/present.ts"
import type { PracticeRecordingRow } from "./practice-recordings.store.ts"

/** A recording for the one who made it, which is the only one there is. */
export const presentPracticeRecording = (row: PracticeRecordingRow): PracticeRecording => ({
  ...presentRecording(row),
  digest: row.digest,
  storyId: row.storyId,
  kitId: row.kitId,
  itemId: row.itemId,
})
