import type { FiledRecording, PracticeRecording, Rehearsal } from "@backfill/contract"
import { eq, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { practiceRecordings } from "../../platform/database/schema/recordings.ts"
import { presentNoted } from "../rehearsals/rehearsals.present.ts"
import { forgetNoted, selectNoted } from "../rehearsals/rehearsals.store.ts"
import { presentPracticeRecording } from "./practice-recordings.present.ts"
import { type PracticeRecordingRow, selectRecordings } from "./practice-recordings.store.ts"

/** Nobody: whose a recording was, between its deletion and that of its files. */
const NOBODY = "00000000-0000-0000-0000-000000000000"

/** A recording in the file of somebody’s practice; `noted` is null where nothing is. */
interface TakenOut extends PracticeRecording {
  address: string
  noted: Omit<Rehearsal, "recording"> | null
  file: FiledRecording["file"]
}

const EXTENSIONS: Record<string, string> = { webm: "webm", "x-matroska": "mkv", mp4: "mp4", quicktime: "mov" }

/** The one file that a recording became, by the name it has in a ZIP of all; null until it has. */
export function filed({ id, mediaType, fileBytes, digest }: PracticeRecordingRow): FiledRecording["file"] {
  if (fileBytes === null || digest === null) return null
  const container = /^[a-z]+\/([a-z0-9-]+)/.exec(mediaType ?? "")?.[1] ?? ""
  return { name: `recordings/${id}.${EXTENSIONS[container] ?? "webm"}`, bytes: fileBytes, digest }
}

/** What somebody recorded, for the file of their practice: facts, what they noted, and the address of each to download. */
export async function takeOutRecordings(tx: Tx, accountId: string): Promise<TakenOut[]> {
  const rows = await selectRecordings(tx, accountId)
  const noted = new Map((await selectNoted(tx, accountId)).map((row) => [row.recordingId, presentNoted(row)]))
  return rows.map((row) => ({
    ...presentPracticeRecording(row),
    address: `/api/practice/recordings/${row.id}/media`,
    noted: noted.get(row.id) ?? null,
    file: filed(row),
  }))
}

/** Gives up all of somebody’s recordings with what is noted on them; their files are deleted after the commit. Answers whose pages should hear of it. */
export async function leaveRecordings(tx: Tx, accountId: string): Promise<string[]> {
  await forgetNoted(tx, { accountId })
  await tx
    .update(practiceRecordings)
    .set({
      accountId: NOBODY,
      state: "removed",
      changedAt: sql`now()`,
      head: null,
      note: "",
      storyId: null,
      kitId: null,
      itemId: null,
      claimToken: null,
      appendToken: null,
    })
    .where(eq(practiceRecordings.accountId, accountId))
  return []
}
