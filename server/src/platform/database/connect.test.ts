import { Client } from "pg"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Database, openDatabase, parts, refuseOldServer, roleOf } from "./connect.ts"
import { silent } from "./log.ts"
import { takeTestDatabase, type TestDatabase } from "./test-database.ts"
import { inTransaction } from "./transaction.ts"

const migrations = fileURLToPath(new URL("fixtures/migrations", import.meta.url))
let taken: TestDatabase
let db: Database

beforeAll(async () => {
  taken = await takeTestDatabase({ migrations })
  db = await openDatabase({ connection: taken.connection }, { log: silent })
})
afterAll(async () => {
  await db.close()
  await taken.drop()
})

test("each pool works under its part's role, durably and in UTC", async () => {
  for (const part of parts) {
    const { rows } = await db[part].query<Record<string, string>>(
      "select current_user as role, current_setting('synchronous_commit') as commit, current_setting('TimeZone') as zone",
    )
    expect(rows[0]).toEqual({ role: roleOf(part), commit: "on", zone: "UTC" })
  }
})

test("the hiring role can't read, count, write or look into practice, however it tries", async () => {
  await db.practice.query("insert into practice.drafts (text) values ('mine alone')")
  for (const attempt of [
    "select * from practice.drafts",
    "select count(*) from practice.drafts",
    "insert into practice.drafts (text) values ('x')",
    "update practice.drafts set text = 'x'",
    "delete from practice.drafts",
    "truncate practice.drafts",
    "copy practice.drafts to stdout",
    "select nextval('practice.drafts_id_seq')",
    "create table practice.mine (n int)",
    "create view hiring.peep as select * from practice.drafts",
    "set role backfill_practice; reset role; select * from practice.drafts",
  ]) {
    // The roles can't be told apart by SET ROLE alone, so what is tried after it has been reset counts.
    await expect(db.hiring.query(attempt), attempt).rejects.toMatchObject({ code: "42501" })
  }
})

test("practice and platform can't read hiring, and nobody but the owner writes the list of migrations", async () => {
  await expect(db.practice.query("select * from hiring.odd")).rejects.toMatchObject({ code: "42501" })
  await expect(db.platform.query("select * from hiring.odd")).rejects.toMatchObject({ code: "42501" })
  for (const part of parts) {
    await expect(db[part].query("delete from platform.migrations")).rejects.toMatchObject({ code: "42501" })
    expect((await db[part].query("select email from platform.accounts")).rowCount).toBe(1)
  }
})

test("a transaction keeps all of its changes or none", async () => {
  const add = (email: string, then: () => void) =>
    inTransaction(db.platform, async (client) => {
      await client.query("insert into platform.accounts (email) values ($1)", [email])
      then()
      return email
    })
  expect(await add("kept@example.org", () => {})).toBe("kept@example.org")
  await expect(
    add("lost@example.org", () => {
      throw new Error("changed my mind")
    }),
  ).rejects.toThrow("changed my mind")
  const { rows } = await db.platform.query("select email from platform.accounts where not seeded")
  expect(rows).toEqual([{ email: "kept@example.org" }])
})

test("an error swallowed inside a transaction is no success", async () => {
  const swallowing = inTransaction(db.platform, async (client) => {
    await client.query("insert into platform.accounts (email) values ('swallowed@example.org')")
    await client.query("select 1 / 0").catch(() => {})
  })
  await expect(swallowing).rejects.toThrow("rolled back")
})

test("a connection that is cut in the middle is reported as unreachable, and the pool goes on", async () => {
  const cut = inTransaction(db.platform, async (client) => {
    const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid")
    await db.owner.query("select pg_terminate_backend($1)", [rows[0]?.pid])
    await client.query("select 1")
  })
  await expect(cut).rejects.toMatchObject({ id: "database_unreachable" })
  expect((await db.platform.query("select 1 as one")).rows).toEqual([{ one: 1 }])
})

test("an address works as well as settings, and keeps options of its own", async () => {
  const { host, port, user, password, database } = new Client(taken.connection)
  const address = `postgres://${user}:${password}@/${database}?host=${host}&port=${port}&options=-c%20work_mem%3D7MB`
  const opened = await openDatabase({ url: address }, { log: silent })
  const { rows } = await opened.hiring.query(
    "select current_user as role, current_setting('work_mem') as memory",
  )
  await opened.close()
  expect(rows).toEqual([{ role: "backfill_hiring", memory: "7MB" }])
})

test.for([
  ["postgres://nobody@127.0.0.1:1/none", "database_unreachable"],
  ["postgres://nobody@no-such-host.invalid/none", "database_unreachable"],
  ["not an address", "database_access"],
])("%s is refused by a sentence", async ([url = "", id]) => {
  await expect(openDatabase({ url }, { log: silent })).rejects.toMatchObject({
    id,
    message: expect.stringContaining("DATABASE_URL"),
  })
})

test("PostgreSQL 15 is the oldest that is let in", () => {
  expect(() => refuseOldServer(150_000)).not.toThrow()
  expect(() => refuseOldServer(140_020)).toThrow(/PostgreSQL 14; Backfill needs 15/)
})
