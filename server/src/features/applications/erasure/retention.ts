import { and, asc, eq, lt, ne } from "drizzle-orm"
import type { Tx } from "../../../platform/app.ts"
import { applications, openings } from "../../../platform/database/schema/hiring.ts"

/** Ended applications whose time is over, oldest first; those under a legal hold stay. The dry run and the job read the same. */
export const selectOverdue = (tx: Tx, before: Date) =>
  tx
    .select({ applicationId: applications.id, endedAt: applications.endedAt, openingTitle: openings.title })
    .from(applications)
    .innerJoin(openings, eq(openings.id, applications.openingId))
    .where(
      and(
        lt(applications.endedAt, before),
        eq(applications.legalHold, false),
        ne(applications.status, "erased"),
      ),
    )
    .orderBy(asc(applications.endedAt))

/** The same day some months earlier, or that month's last day. */
export function monthsBefore(now: Date, months: number): Date {
  const date = new Date(now)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - months)
  date.setUTCDate(
    Math.min(day, new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()),
  )
  return date
}
