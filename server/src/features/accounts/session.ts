import type { Session } from "@backfill/contract"
import { eq } from "drizzle-orm"
import type { App, Tx } from "../../platform/app.ts"
import { hashToken, newToken } from "../../platform/auth/tokens.ts"
import { accounts, sessions } from "../../platform/database/schema/platform.ts"
import { signal } from "../../platform/events.ts"
import type { Call } from "../../platform/http/call.ts"
import { setCookie } from "../../platform/http/cookies.ts"
import { presentAccount } from "./accounts.present.ts"
import { selectSettings } from "./accounts.store.ts"

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

/** What a page needs to know of who is before it. */
export async function presentSession(app: App, tx: Tx, accountId: string | undefined): Promise<Session> {
  const setting = await selectSettings(tx)
  const [row] = accountId ? await tx.select().from(accounts).where(eq(accounts.id, accountId)) : []
  return {
    account: row ? presentAccount(row) : null,
    setUpNeeded: setting === undefined,
    organisation: setting?.organisation ?? "Backfill",
    hiring: setting?.hiring ?? false,
    registration: setting?.registration ?? "off",
  }
}
