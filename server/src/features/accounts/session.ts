import type { Session } from "@backfill/contract"
import { eq, sql } from "drizzle-orm"
import type { Tx } from "../../platform/app.ts"
import { hashToken, newToken } from "../../platform/auth/tokens.ts"
import { accounts, sessions, settings } from "../../platform/database/schema/platform.ts"
import { builtOnce } from "../../platform/drizzle.ts"
import { signal } from "../../platform/events.ts"
import type { Call } from "../../platform/http/call.ts"
import { setCookie } from "../../platform/http/cookies.ts"
import { presentAccount } from "./accounts.present.ts"

const LASTS_SECONDS = 30 * 24 * 3600

/** Starts a session in this browser: the cookie holds the secret, the database its hash. */
export async function startSession(call: Call, tx: Tx, accountId: string): Promise<void> {
  const token = newToken()
  await tx.insert(sessions).values({
    tokenHash: hashToken(token),
    accountId,
    expiresAt: new Date(call.now.getTime() + LASTS_SECONDS * 1000),
  })
  setCookie(call.request, call.reply, "session", token, LASTS_SECONDS)
}

/** Ends every session of an account; open pages hear of it at once. */
export async function endSessions(tx: Tx, accountId: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.accountId, accountId))
  await signal(tx, { kind: "revoked", topic: "account", id: accountId })
}

const SESSION = builtOnce((tx) =>
  tx
    .select({ setting: settings, account: accounts })
    .from(settings)
    .leftJoin(accounts, eq(accounts.id, sql.placeholder("accountId")))
    .prepare("session"),
)

/** What a page needs to know of who is before it. */
export async function presentSession(tx: Tx, accountId: string | undefined): Promise<Session> {
  const [row] = await SESSION(tx).execute({ accountId: accountId ?? null })
  return {
    account: row?.account ? presentAccount(row.account) : null,
    setUpNeeded: row === undefined,
    organisation: row?.setting.organisation ?? "Backfill",
    hiring: row?.setting.hiring ?? false,
    registration: row?.setting.registration ?? "off",
  }
}
