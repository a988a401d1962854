import type { PracticeRecording } from "@backfill/contract"
import { eq, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { practiceRecordings } from "../../platform/database/schema/recordings.ts"
import { presentPracticeRecording } from "./practice-recordings.present.ts"
import { selectRecordings } from "./practice-recordings.store.ts"

/** Nobody: whose a recording was, between its deletion and that of its files. */
const NOBODY = "00000000-0000-0000-0000-000000000000"

/** What somebody recorded, for the file of their practice: facts, and the address of each to download. */
export async function takeOutRecordings(
  tx: Tx,
  accountId: string,
): Promise<(PracticeRecording & { address: string })[]> {
  const rows = await selectRecordings(tx, accountId)
  return rows.map((row) => ({
    ...presentPracticeRecording(row),
    address: `/api/practice/recordings/${row.id}/media`,
  }))
}

/** Gives up all of somebody’s recordings; their files are deleted after the commit. Answers whose pages should hear of it. */
export async function leaveRecordings(tx: Tx, accountId: string): Promise<string[]> {
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
