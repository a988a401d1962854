import { and, arrayContains, eq, gt, isNull } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { hashToken, newToken } from "../../platform/auth/tokens.ts"
import {
  adjustments,
  candidateLinks,
  candidates,
  candidateSessions,
  erasures,
  files,
  interviews,
  openings,
} from "../../platform/database/schema/hiring.ts"
import { accounts } from "../../platform/database/schema/platform.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import type { ApplicationRow } from "../applications/change-application.ts"

/** Opens a session with a link's token. The link stays good until it expires or is replaced. */
export async function openSession(tx: Tx, token: string, now: Date, lastsSeconds: number): Promise<string> {
  const linkHash = hashToken(token)
  const usable = and(
    eq(candidateLinks.hash, linkHash),
    isNull(candidateLinks.revokedAt),
    gt(candidateLinks.expiresAt, now),
  )
  const [link] = await tx
    .select({ applicationId: candidateLinks.applicationId })
    .from(candidateLinks)
    .where(usable)
  if (!link) throw new ProblemError("link_spent")
  const session = newToken()
  await tx.insert(candidateSessions).values({
    tokenHash: hashToken(session),
    applicationId: link.applicationId,
    linkHash,
    expiresAt: new Date(now.getTime() + lastsSeconds * 1000),
  })
  return session
}

/** Everything the candidate's page tells, beside the application itself. */
export async function selectPageFacts(tx: Tx, row: ApplicationRow) {
  const [opening] = await tx.select().from(openings).where(eq(openings.id, row.openingId))
  const [candidate] = await tx.select().from(candidates).where(eq(candidates.id, row.candidateId))
  const [adjusted] = await tx.select().from(adjustments).where(eq(adjustments.applicationId, row.id))
  const [erasure] = await tx
    .select({ at: erasures.at })
    .from(erasures)
    .where(eq(erasures.applicationId, row.id))
  const stored = await tx
    .select()
    .from(files)
    .where(and(eq(files.applicationId, row.id), eq(files.kind, "resume")))
  return {
    opening: found(opening),
    candidate: found(candidate),
    adjusted,
    erasedAt: erasure?.at ?? null,
    stored,
  }
}

/** Ids of the owners, who may see every application. */
export async function selectOwners(tx: Tx): Promise<string[]> {
  return (
    await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(arrayContains(accounts.roles, ["owner"]), isNull(accounts.disabledAt)))
  ).map(({ id }) => id)
}

/** Cancels every round that hasn't begun; the answer names those that stand in somebody's calendar. */
export async function cancelOpenRounds(tx: Tx, applicationId: string): Promise<string[]> {
  const open = await tx
    .select()
    .from(interviews)
    .where(and(eq(interviews.applicationId, applicationId), eq(interviews.state, "planned")))
  for (const round of open) {
    await tx
      .update(interviews)
      .set({ state: "cancelled", calendarSequence: round.calendarSequence + 1, version: round.version + 1 })
      .where(eq(interviews.id, round.id))
  }
  return open.filter((round) => round.kind === "interview").map((round) => round.id)
}
