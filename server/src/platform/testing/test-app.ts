import { randomUUID } from "node:crypto"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Account, api, type Client, createClient, type Role } from "@backfill/contract"
import type { App } from "../app.ts"
import { insertAccount } from "../../features/accounts/accounts.store.ts"
import { newToken, hashToken } from "../auth/tokens.ts"
import { compose } from "../compose.ts"
import { type Config, readConfig } from "../config/settings.ts"
import { type Database, openDatabase, takeTestDatabase, silent } from "../database/index.ts"
import { sessions, settings } from "../database/schema/platform.ts"
import { presentAccount } from "../../features/accounts/accounts.present.ts"

/** Someone with an account, a signed-in client of their own and the cookie behind it. */
export interface TestPerson extends Account {
  client: Client
  cookie: string
}

export interface TestApp {
  app: App
  database: Database
  url: string
  /** Creates an account with these roles and signs it in. */
  person(name: string, roles: Role[]): Promise<TestPerson>
  /** A client with any cookie, or none: a stranger. */
  client(cookie?: string): Client
  /** A plain request, for what the client wouldn't send. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  setTime(now: Date | undefined): void
  close(): Promise<void>
}

/** The real server on a real, fresh database and a free port. */
export async function startTestApp(overrides: Partial<Config> = {}): Promise<TestApp> {
  const data = await mkdtemp(join(tmpdir(), "backfill-app-"))
  const read = readConfig({ PORT: "0", BACKFILL_DATA: data, LOG_LEVEL: process.env.TEST_LOG ?? "silent" })
  if ("errors" in read) throw new Error(read.errors.join("\n"))
  const testDatabase = await takeTestDatabase()
  const database = await openDatabase({ connection: testDatabase.connection }, { log: silent, poolSize: 4 })
  let time: Date | undefined
  const composed = await compose({ ...read.config, ...overrides }, database, {
    clock: () => time ?? new Date(),
  })
  await composed.server.listen({ port: 0, host: "127.0.0.1" })
  const address = composed.server.server.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  const url = `http://127.0.0.1:${address.port}`
  const { app } = composed
  app.baseUrl = url
  const client = (cookie?: string) =>
    createClient(api, (u, init) => fetch(u, init as RequestInit), url, cookie ? { cookie } : {})
  await app.db.platform
    .insert(settings)
    .values({ organisation: "Havn", hiring: true, registration: "invitation", contact: "jobs@havn.example" })
  return {
    app,
    database,
    url,
    client,
    async person(name, roles) {
      const account = await insertAccount(
        app.db.platform,
        {
          name,
          email: `${name.toLowerCase().replaceAll(/\W+/g, ".")}.${randomUUID().slice(0, 6)}@havn.example`,
          password: "correct horse battery",
          timeZone: "Europe/Amsterdam",
        },
        roles,
      )
      const token = newToken()
      await app.db.platform.insert(sessions).values({
        tokenHash: hashToken(token),
        accountId: account.id,
        expiresAt: new Date(Date.now() + 86_400_000),
      })
      const cookie = `backfill-session=${token}`
      return { ...presentAccount(account), client: client(cookie), cookie }
    },
    fetch: (path, init) => fetch(url + path, init),
    setTime: (now) => {
      time = now
    },
    async close() {
      await composed.close()
      await database.close()
      await testDatabase.drop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
