import { randomUUID } from "node:crypto"
import type { Client, Role } from "@backfill/contract"
import { arrayContains, asc, eq, isNull, and } from "drizzle-orm"
import type { App } from "../../platform/app.ts"
import { hashToken, newToken } from "../../platform/auth/tokens.ts"
import { accounts, sessions } from "../../platform/database/schema/platform.ts"
import { found, ProblemError } from "../../platform/problem-error.ts"
import { PANEL } from "./people.ts"

export interface Member {
  id: string
  name: string
  roles: string[]
  client: Client
}
export interface Panel {
  owner: Member
  by(key: (typeof PANEL)[number]["key"]): Member
  member(id: string): Member
  close(): Promise<void>
}

async function accountOf(app: App, name: string, roles: readonly Role[]) {
  const email = `${name.toLowerCase().replaceAll(/\W+/g, ".")}@sample.invalid`
  const [known] = await app.db.platform.select().from(accounts).where(eq(accounts.email, email))
  if (known) return known
  return found(
    (
      await app.db.platform
        .insert(accounts)
        .values({ id: randomUUID(), name, email, roles: [...roles], timeZone: "Europe/Amsterdam" })
        .returning()
    )[0],
  )
}

/** The sample's panel and the owner, each with a client that acts as them for as long as the sample is being made. */
export async function gatherPanel(app: App): Promise<Panel> {
  const [owner] = await app.db.platform
    .select()
    .from(accounts)
    .where(and(arrayContains(accounts.roles, ["owner"]), isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.createdAt))
    .limit(1)
  if (!owner)
    throw new ProblemError("wrong_state", {
      detail: "Set Backfill up first; the sample needs an owner. Nothing was added.",
    })
  const hashes: Buffer[] = []
  const enter = async (row: typeof accounts.$inferSelect): Promise<Member> => {
    const token = newToken()
    const tokenHash = hashToken(token)
    hashes.push(tokenHash)
    await app.db.platform
      .insert(sessions)
      .values({ tokenHash, accountId: row.id, expiresAt: new Date(Date.now() + 3_600_000) })
    return { id: row.id, name: row.name, roles: row.roles, client: app.inside(`backfill-session=${token}`) }
  }
  const members = new Map<string, Member>()
  for (const { key, name, roles } of PANEL) members.set(key, await enter(await accountOf(app, name, roles)))
  const boss = await enter(owner)
  return {
    owner: boss,
    by: (key) => found(members.get(key)),
    member: (id) => found([...members.values(), boss].find((m) => m.id === id)),
    close: async () => {
      for (const hash of hashes) await app.db.platform.delete(sessions).where(eq(sessions.tokenHash, hash))
    },
  }
}
