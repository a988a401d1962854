import { and, isNull, lt, sql } from "drizzle-orm"
import type { App } from "../../platform/app.ts"
import { candidateSessions, files } from "../../platform/database/schema/hiring.ts"
import { idempotency, rateLimits, sessions, settings } from "../../platform/database/schema/platform.ts"
import { tidyWork } from "../../platform/recordings/finish.ts"
import { SHELVES } from "../../platform/recordings/shelf.ts"
import { dropStrays, sweepRecordings } from "../../platform/recordings/sweep.ts"
import { lockApplication } from "../applications/change-application.ts"
import { eraseApplication, finishErasures } from "../applications/erasure/erase.ts"
import { writeLedger } from "../applications/erasure/ledger.ts"
import { monthsBefore, selectOverdue } from "../applications/erasure/retention.ts"
import { forgetGivenUp } from "../rehearsals/rehearsals.store.ts"
import { anchorChains } from "../system/audit.store.ts"

const HOUR = 3_600_000
/** Uploads that no application claimed, and answers kept for repeated requests. */
const KEPT_HOURS = 48

/** Erases what the retention rule says, one transaction each: a crash half-way goes on the next time. */
async function applyRetention(app: App): Promise<number> {
  const [setting] = await app.db.hiring.select({ months: settings.retentionMonths }).from(settings)
  if (!setting) return 0
  const overdue = await selectOverdue(app.db.hiring, monthsBefore(app.clock(), setting.months))
  for (const { applicationId } of overdue)
    await app.db.hiring.transaction(async (tx) => {
      const row = await lockApplication(tx, applicationId)
      // Somebody may have set a legal hold since the list was made.
      if (row.status === "erased" || row.legalHold) return
      await eraseApplication(tx, row, { actor: "system", at: app.clock() })
    })
  return overdue.length
}

async function dropUnclaimedUploads(app: App): Promise<void> {
  const old = and(
    isNull(files.applicationId),
    isNull(files.attemptId),
    lt(files.createdAt, new Date(app.clock().getTime() - KEPT_HOURS * HOUR)),
  )
  for (const { key } of await app.db.hiring.delete(files).where(old).returning({ key: files.storageKey }))
    await app.storage.remove(key)
}

/**
 * What has to happen now and then: retention, files of erased applications, recordings given up, expired sessions and answers, and an anchor
 * over the audit log. Of several server processes one does it at a time; the others skip.
 */
export async function maintain(app: App): Promise<void> {
  await app.db.platform.transaction(async (lock) => {
    const { rows } = await lock.execute<{ mine: boolean }>(
      sql`SELECT pg_try_advisory_xact_lock(4311) AS mine`,
    )
    if (!rows[0]?.mine) return
    const now = app.clock()
    const erased = await applyRetention(app)
    if (erased > 0) app.log.info({ erased }, "retention erased applications")
    await finishErasures(app)
    await writeLedger(app)
    await dropUnclaimedUploads(app)
    for (const shelf of SHELVES) await sweepRecordings(app, shelf)
    await forgetGivenUp(app.db.practice)
    const dayAgo = new Date(Date.now() - 24 * HOUR)
    const strays = await dropStrays(app, dayAgo)
    if (strays > 0) app.log.info({ strays }, "pieces of recordings that nothing points at were deleted")
    await app.storage.tidy(dayAgo)
    await tidyWork(app)
    await app.db.platform.delete(sessions).where(lt(sessions.expiresAt, now))
    await app.db.hiring.delete(candidateSessions).where(lt(candidateSessions.expiresAt, now))
    await app.db.platform.delete(rateLimits).where(lt(rateLimits.windowEnds, new Date(now.getTime() - HOUR)))
    await app.db.platform
      .delete(idempotency)
      .where(lt(idempotency.createdAt, new Date(now.getTime() - KEPT_HOURS * HOUR)))
    await anchorChains(app.db.platform, now)
  })
}

/** Maintains now and every hour; what fails is logged and tried again. Returns the way to stop. */
export function keepMaintaining(app: App): () => void {
  const run = () =>
    void maintain(app).catch((error: unknown) =>
      app.log.error({ err: error }, "maintenance failed; it is tried again in an hour"),
    )
  run()
  const timer = setInterval(run, HOUR)
  return () => clearInterval(timer)
}
