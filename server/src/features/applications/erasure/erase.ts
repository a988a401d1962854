import { randomBytes } from "node:crypto"
import { and, eq, inArray } from "drizzle-orm"
import type { ApplicationHead } from "../../../platform/access.ts"
import type { App, Tx } from "../../../platform/app.ts"
import {
  applications,
  attempts,
  candidates,
  decisions,
  erasures,
  evidence,
  files,
  interviews,
} from "../../../platform/database/schema/hiring.ts"
import { recordings } from "../../../platform/database/schema/recordings.ts"
import { HIRING_SHELF } from "../../../platform/recordings/shelf.ts"
import { deleteGone } from "../../../platform/recordings/sweep.ts"
import { found } from "../../../platform/problem-error.ts"
import { commandApplication, type Doer } from "../change-application.ts"
import { PLACES, type Traces } from "./places.ts"

/** What erasing removes and what stays and why, before anything is done. */
export const erasurePreview = () => ({
  removed: PLACES.flatMap((place) => (place.removed ? [place.removed] : [])),
  kept: PLACES.flatMap((place) => (place.kept ? [place.kept] : [])),
})

/**
 * Erases a locked application: every place in the table, then the ledger of erasures, in one transaction. A legal hold
 * stops it with legal_hold. Files are removed afterwards by `finishErasures`, since a rollback couldn't bring them back.
 * Returns the number of the certificate.
 */
export async function eraseApplication(
  tx: Tx,
  row: ApplicationHead,
  doer: Doer,
  reason?: string,
): Promise<string> {
  await commandApplication(tx, row, doer, { type: "erase" })
  const traces = await collectTraces(tx, row, doer.at)
  for (const place of PLACES) await place.erase(tx, traces)
  const certificate = `E-${randomBytes(6).toString("hex").toUpperCase()}`
  const by = doer.actor === "candidate" ? "candidate" : doer.actor === "system" ? "retention" : "owner"
  await tx
    .insert(erasures)
    .values({
      applicationId: row.id,
      certificate,
      at: doer.at,
      by: reason === undefined ? by : `${by}: on request`,
    })
    .onConflictDoNothing()
  return certificate
}

async function collectTraces(tx: Tx, row: ApplicationHead, at: Date): Promise<Traces> {
  const [candidate] = await tx
    .select({ email: candidates.email })
    .from(candidates)
    .where(eq(candidates.id, row.candidateId))
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id)
  return {
    applicationId: row.id,
    candidateId: row.candidateId,
    email: found(candidate).email,
    interviewIds: ids(
      await tx.select({ id: interviews.id }).from(interviews).where(eq(interviews.applicationId, row.id)),
    ),
    attemptIds: ids(
      await tx.select({ id: attempts.id }).from(attempts).where(eq(attempts.applicationId, row.id)),
    ),
    decisionIds: ids(
      await tx.select({ id: decisions.id }).from(decisions).where(eq(decisions.applicationId, row.id)),
    ),
    evidenceIds: ids(
      await tx.select({ id: evidence.id }).from(evidence).where(eq(evidence.applicationId, row.id)),
    ),
    recordingIds: ids(
      await tx.select({ id: recordings.id }).from(recordings).where(eq(recordings.applicationId, row.id)),
    ),
    at,
  }
}

/**
 * Removes the files and recordings of erased applications, and then their rows. Call it after the commit of an erasure; what an
 * interruption left over is caught up with the next time. Returns how many were removed.
 */
export async function finishErasures(app: App): Promise<number> {
  const left = await app.db.hiring
    .select({ id: files.id, key: files.storageKey })
    .from(files)
    .innerJoin(applications, eq(applications.id, files.applicationId))
    .where(and(eq(applications.status, "erased")))
  for (const { key } of left) await app.storage.remove(key)
  if (left.length > 0)
    await app.db.hiring.delete(files).where(
      inArray(
        files.id,
        left.map(({ id }) => id),
      ),
    )
  const recorded = await app.db.hiring
    .select({ id: recordings.id })
    .from(recordings)
    .innerJoin(applications, eq(applications.id, recordings.applicationId))
    .where(and(eq(applications.status, "erased"), eq(recordings.state, "removed")))
  const ids = recorded.map(({ id }) => id)
  await deleteGone(app, HIRING_SHELF, ids)
  if (ids.length > 0) await app.db.hiring.delete(recordings).where(inArray(recordings.id, ids))
  return left.length + ids.length
}
