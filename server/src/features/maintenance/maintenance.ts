import { and, eq, isNull, lt, sql } from "drizzle-orm"
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
  for (const { id } of await app.db.hiring.select({ id: files.id }).from(files).where(old))
    await app.db.hiring.transaction(async (tx) => {
      // The row goes last, so that after a crash the file is still known; whoever claims it now waits for what becomes of it.
      const claimable = and(eq(files.id, id), old)
      const [row] = await tx.select({ key: files.storageKey }).from(files).where(claimable).for("update")
      if (!row) return
      await app.storage.remove(row.key)
      await tx.delete(files).where(claimable)
    })
}

/** Sessions, counts of requests and remembered answers whose time is over. */
async function dropExpired({ db, clock }: App): Promise<void> {
  const now = clock()
  const before = (hours: number) => new Date(now.getTime() - hours * HOUR)
  await db.platform.delete(sessions).where(lt(sessions.expiresAt, now))
  await db.hiring.delete(candidateSessions).where(lt(candidateSessions.expiresAt, now))
  await db.platform.delete(rateLimits).where(lt(rateLimits.windowEnds, before(1)))
  await db.platform.delete(idempotency).where(lt(idempotency.createdAt, before(KEPT_HOURS)))
}

/** By this machine’s clock, as files are dated. */
const dayAgo = () => new Date(Date.now() - 24 * HOUR)

const STEPS: readonly ((app: App) => Promise<unknown>)[] = [
  async (app) => {
    const erased = await applyRetention(app)
    if (erased > 0) app.log.info({ erased }, "retention erased applications")
  },
  finishErasures,
  writeLedger,
  dropUnclaimedUploads,
  ...SHELVES.map((shelf) => (app: App) => sweepRecordings(app, shelf)),
  (app) => forgetGivenUp(app.db.practice),
  async (app) => {
    const strays = await dropStrays(app, dayAgo())
    if (strays > 0) app.log.info({ strays }, "pieces of recordings that nothing points at were deleted")
  },
  (app) => app.storage.tidy(dayAgo()),
  (app) => tidyWork(app),
  dropExpired,
  (app) => anchorChains(app.db.platform, app.clock()),
]

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
    const faults: unknown[] = []
    // What one step can’t reach, as a bucket that is away, holds up none of the others.
    for (const step of STEPS) await step(app).catch((error: unknown) => faults.push(error))
    if (faults.length > 0) throw new AggregateError(faults, "some of it failed")
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
