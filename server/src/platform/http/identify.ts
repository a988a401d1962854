import type { Endpoint, Role } from "@backfill/contract"
import { and, eq, gt, isNull, sql } from "drizzle-orm"
import type { FastifyRequest } from "fastify"
import type { App } from "../app.ts"
import { hashToken } from "../auth/tokens.ts"
import { candidateLinks, candidateSessions } from "../database/schema/hiring.ts"
import { accounts, sessions } from "../database/schema/platform.ts"
import { builtOnce } from "../drizzle.ts"
import { ProblemError } from "../problem-error.ts"
import type { Caller, KnownAccount } from "./call.ts"
import { readCookie } from "./cookies.ts"

/** A statement's account and the join and condition that give it a row only for a valid session. */
export const SESSION = {
  account: {
    id: accounts.id,
    name: accounts.name,
    email: accounts.email,
    roles: accounts.roles,
    timeZone: accounts.timeZone,
  },
  joined: eq(accounts.id, sessions.accountId),
  valid: and(
    eq(sessions.tokenHash, sql.placeholder("hash")),
    gt(sessions.expiresAt, sql.placeholder("now")),
    isNull(accounts.disabledAt),
  ),
}

const ACCOUNT = builtOnce((tx) =>
  tx
    .select(SESSION.account)
    .from(sessions)
    .innerJoin(accounts, SESSION.joined)
    .where(SESSION.valid)
    .prepare("identify_account"),
)

/** The session the browser shows, valid or not. */
export function sessionOf(request: FastifyRequest): Buffer | undefined {
  const token = readCookie(request, "session")
  return token === undefined ? undefined : hashToken(token)
}

const callerOf = (account: KnownAccount | undefined, sessionHash: Buffer): Caller =>
  account ? { kind: "account", ...account, roles: account.roles as Role[], sessionHash } : { kind: "anyone" }

async function accountOf(app: App, request: FastifyRequest): Promise<Caller> {
  const hash = sessionOf(request)
  if (hash === undefined) return { kind: "anyone" }
  const [row] = await ACCOUNT(app.db.platform).execute({ hash, now: app.clock() })
  return callerOf(row, hash)
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
  return admit(endpoint, await accountOf(app, request))
}

/** The owner of a session that a statement found, or didn't, if this endpoint is for them. */
export const admitFound = (
  endpoint: Endpoint,
  account: KnownAccount | undefined,
  sessionHash: Buffer,
): Caller => admit(endpoint, callerOf(account, sessionHash))

function admit({ callers }: Endpoint, caller: Caller): Caller {
  if (callers.includes("anyone")) return caller
  if (caller.kind !== "account") throw new ProblemError("not_signed_in")
  if (callers.includes("account") || caller.roles.some((r) => callers.includes(r))) return caller
  throw new ProblemError("not_allowed")
}
