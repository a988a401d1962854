import type { Endpoint, Role } from "@backfill/contract"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import type { FastifyRequest } from "fastify"
import type { App } from "../app.ts"
import { hashToken } from "../auth/tokens.ts"
import { candidateLinks, candidateSessions } from "../database/schema/hiring.ts"
import { accounts, sessions } from "../database/schema/platform.ts"
import { builtOnce } from "../drizzle.ts"
import { ProblemError } from "../problem-error.ts"
import type { Caller } from "./call.ts"
import { readCookie } from "./cookies.ts"

const ACCOUNT = builtOnce((tx) =>
  tx
    .select({
      id: accounts.id,
      name: accounts.name,
      email: accounts.email,
      roles: accounts.roles,
      timeZone: accounts.timeZone,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        eq(sessions.tokenHash, sql.placeholder("hash")),
        gt(sessions.expiresAt, sql.placeholder("now")),
        isNull(accounts.disabledAt),
      ),
    )
    .prepare("identify_account"),
)

async function accountOf(app: App, request: FastifyRequest): Promise<Caller> {
  const token = readCookie(request, "session")
  if (token === undefined) return { kind: "anyone" }
  const sessionHash = hashToken(token)
  const [row] = await ACCOUNT(app.db.platform).execute({ hash: sessionHash, now: app.clock() })
  return row ? { kind: "account", ...row, roles: row.roles as Role[], sessionHash } : { kind: "anyone" }
}

const CANDIDATE = builtOnce((tx) =>
  tx
    .select({ applicationId: candidateSessions.applicationId, linkHash: candidateSessions.linkHash })
    .from(candidateSessions)
    .innerJoin(candidateLinks, eq(candidateLinks.hash, candidateSessions.linkHash))
    .where(
      and(
        eq(candidateSessions.tokenHash, sql.placeholder("hash")),
        gt(candidateSessions.expiresAt, sql.placeholder("now")),
        isNull(candidateLinks.revokedAt),
      ),
    )
    .prepare("identify_candidate"),
)

async function candidateOf(app: App, request: FastifyRequest): Promise<Caller> {
  const token = readCookie(request, "candidate")
  if (token === undefined) return { kind: "anyone" }
  const [row] = await CANDIDATE(app.db.hiring).execute({ hash: hashToken(token), now: app.clock() })
  return row ? { kind: "candidate", ...row } : { kind: "anyone" }
}

/** Who calls, and whether this endpoint is for them at all. Which rows they see is the feature's policy. */
export async function identify(app: App, endpoint: Endpoint, request: FastifyRequest): Promise<Caller> {
  const callers = endpoint.callers
  if (callers.includes("candidate")) {
    const candidate = await candidateOf(app, request)
    if (candidate.kind === "candidate") return candidate
    if (callers.length === 1)
      throw new ProblemError("not_signed_in", {
        detail:
          "This page opens with the link from your mail. Open it again, or ask for a new one; nothing you typed is lost.",
      })
  }
  const caller = await accountOf(app, request)
  if (callers.includes("anyone")) return caller
  if (caller.kind !== "account") throw new ProblemError("not_signed_in")
  if (callers.includes("account") || caller.roles.some((r) => callers.includes(r))) return caller
  throw new ProblemError("not_allowed")
}
