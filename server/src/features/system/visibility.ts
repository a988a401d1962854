import { and, eq, inArray, isNotNull, or, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import {
  applications,
  candidates,
  interviewRaters,
  interviews,
} from "../../platform/database/schema/hiring.ts"
import { visibleOpenings } from "../../platform/access.ts"
import type { Signal } from "../../platform/events.ts"
import type { AccountCaller, CandidateCaller } from "../../platform/http/call.ts"

/** What a candidate's page shows; that someone scores or talks about them is not among it. */
const CANDIDATE_TOPICS = new Set(["application", "interview", "attempt"])
/** Topics everyone with an account may hear of. */
const OPEN_TOPICS = new Set(["settings", "kit"])

/** Which signals a candidate's page hears: those of its own application, and to read again after a gap. */
export const heardByCandidate = (caller: CandidateCaller, signal: Signal): boolean =>
  signal.topic === "everything" ||
  (signal.applicationId === caller.applicationId && CANDIDATE_TOPICS.has(signal.topic))

/**
 * Of some signals, those about records an account may see: an opening's people hear of it and of its applications,
 * an interviewer only of the applications they rate, nobody of their own application. Topic "mine" is for the one
 * account in its id: what they did elsewhere, such as notes from another device.
 */
export async function heardByAccount(
  tx: Tx,
  caller: AccountCaller,
  signals: readonly Signal[],
): Promise<Signal[]> {
  const owner = caller.roles.includes("owner")
  const direct = (signal: Signal): boolean | undefined => {
    if (signal.topic === "everything" || OPEN_TOPICS.has(signal.topic)) return true
    if (signal.topic === "mine") return signal.id === caller.id
    if (signal.openingId !== undefined || signal.applicationId !== undefined) return undefined
    return owner || (signal.topic === "account" && signal.id === caller.id)
  }
  const asked = signals.filter((signal) => direct(signal) === undefined)
  if (asked.length === 0) return signals.filter((signal) => direct(signal))
  const openings = await visibleOpenings(tx, caller)
  const people = await applicationsAmong(
    tx,
    caller,
    asked.flatMap(({ applicationId }) => applicationId ?? []),
  )
  const seen = (signal: Signal): boolean => {
    if (signal.openingId !== undefined && openings && !openings.includes(signal.openingId)) return false
    return signal.applicationId === undefined || people.has(signal.applicationId)
  }
  return signals.filter((signal) => direct(signal) ?? seen(signal))
}

/** Those applications of `ids` that the account handles or rates, and that aren't its own. */
async function applicationsAmong(
  tx: Tx,
  caller: AccountCaller,
  ids: readonly string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const roles = sql.join(
    caller.roles.map((role) => sql`${role}`),
    sql`, `,
  )
  const handled = sql<boolean>`EXISTS (SELECT 1 FROM hiring.opening_team t WHERE t.opening_id = ${applications.openingId} AND t.account_id = ${caller.id}
    AND t.role <> 'interviewer' AND t.role IN (${roles}))`
  const rows = await tx
    .selectDistinct({ id: applications.id, email: candidates.email })
    .from(applications)
    .innerJoin(candidates, eq(candidates.id, applications.candidateId))
    .leftJoin(interviews, eq(interviews.applicationId, applications.id))
    .leftJoin(
      interviewRaters,
      and(eq(interviewRaters.interviewId, interviews.id), eq(interviewRaters.accountId, caller.id)),
    )
    .where(
      and(
        inArray(applications.id, [...ids]),
        caller.roles.includes("owner") ? undefined : or(isNotNull(interviewRaters.accountId), handled),
      ),
    )
  return new Set(
    rows.filter((row) => row.email.toLowerCase() !== caller.email.toLowerCase()).map((row) => row.id),
  )
}
