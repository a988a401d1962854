import { and, asc, eq, isNull, lt, or } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { files, openings } from "../../platform/database/schema/hiring.ts"
import { settings } from "../../platform/database/schema/platform.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"

/** How long an upload waits for its application. */
const UPLOAD_LASTS = 24 * 3600 * 1000

export async function selectOrganisation(
  tx: Tx,
): Promise<{ organisation: string; retentionMonths: number; contact: string }> {
  const [row] = await tx.select().from(settings)
  return {
    organisation: row?.organisation ?? "Backfill",
    retentionMonths: row?.retentionMonths ?? 6,
    contact: row?.contact ?? "",
  }
}

export const selectOpenOpenings = (tx: Tx) =>
  tx.select().from(openings).where(eq(openings.state, "open")).orderBy(asc(openings.title), asc(openings.id))

/** A public opening by its address. One that is still a draft isn't there for anyone. */
export async function selectPublicOpening(tx: Tx, slug: string) {
  const [row] = await tx
    .select()
    .from(openings)
    .where(and(eq(openings.slug, slug), or(eq(openings.state, "open"), eq(openings.state, "closed"))))
  return found(row)
}

/** As above, for applying. Throws wrong_state when the opening is closed. */
export async function selectOpenOpening(tx: Tx, slug: string) {
  const row = await selectPublicOpening(tx, slug)
  if (row.state !== "open")
    throw new ProblemError("wrong_state", {
      detail:
        "This role has been closed, so it takes no more applications. What you wrote is still on this device.",
    })
  return row
}

export async function insertUpload(tx: Tx, row: typeof files.$inferInsert): Promise<void> {
  await tx.insert(files).values(row)
}

/** Forgets uploads that no application came for; the answer is where their files lie. */
export async function deleteOldUploads(tx: Tx, now: Date): Promise<string[]> {
  const old = and(
    isNull(files.applicationId),
    isNull(files.attemptId),
    lt(files.createdAt, new Date(now.getTime() - UPLOAD_LASTS)),
  )
  return (await tx.delete(files).where(old).returning({ key: files.storageKey })).map((row) => row.key)
}

/** Gives an upload to its application. An upload that is taken, expired or unknown answers invalid_request. */
export async function claimUpload(tx: Tx, uploadId: string, applicationId: string): Promise<void> {
  const claimed = await tx
    .update(files)
    .set({ applicationId })
    .where(and(eq(files.id, uploadId), eq(files.kind, "resume"), isNull(files.applicationId)))
    .returning({ id: files.id })
  if (claimed.length === 0) {
    throw new ProblemError("invalid_request", {
      errors: [
        {
          path: "body.uploadId",
          message: "The uploaded file isn’t here any more. Choose it again; the rest of the form is kept.",
        },
      ],
    })
  }
}
