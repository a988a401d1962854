import { randomUUID } from "node:crypto"
import { makeLink } from "../../../features/applications/candidate-link.ts"
import { hashToken, newToken } from "../../auth/tokens.ts"
import { sessions } from "../../database/schema/platform.ts"
import type { TestApp } from "../test-app.ts"

/** A session of its own, so that a call which ends sessions ends no other test's. */
export async function accountCookie(t: TestApp, accountId: string): Promise<string> {
  const token = newToken()
  await t.app.db.platform
    .insert(sessions)
    .values({ tokenHash: hashToken(token), accountId, expiresAt: new Date(Date.now() + 3_600_000) })
  return `backfill-session=${token}`
}

/** The token of a new link to a candidate's own page, as it would be mailed. */
export async function candidateToken(t: TestApp, applicationId: string): Promise<string> {
  return (await makeLink(t.app, t.app.db.hiring, applicationId, new Date())).split("#")[1] ?? ""
}

/** Opens a candidate's page in a browser of its own. */
export async function candidateCookie(t: TestApp, applicationId: string): Promise<string> {
  const body = JSON.stringify({ token: await candidateToken(t, applicationId) })
  const answer = await t.fetch("/api/candidate/sessions", {
    method: "POST",
    headers: { "x-backfill": "1", "content-type": "application/json", "idempotency-key": randomUUID() },
    body,
  })
  const [cookie] = answer.headers.getSetCookie()
  if (!answer.ok || cookie === undefined)
    throw new Error(`The candidate’s page didn’t open: ${answer.status} ${await answer.text()}`)
  return cookie.split(";")[0] ?? ""
}
