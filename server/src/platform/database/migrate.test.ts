import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterEach, beforeEach, expect, test } from "vitest"
import { type Database, openDatabase } from "./connect.ts"
import { silent } from "./log.ts"
import { migrate } from "./migrate.ts"
import { takeTestDatabase, type TestDatabase } from "./test-database.ts"

let folder: string
let taken: TestDatabase
let db: Database

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "backfill-migrations-"))
  cpSync(fileURLToPath(new URL("fixtures/migrations", import.meta.url)), folder, { recursive: true })
  taken = await takeTestDatabase({ migrations: false })
  db = await openDatabase({ connection: taken.connection }, { log: silent })
})
afterEach(async () => {
  await db.close()
  await taken.drop()
  rmSync(folder, { recursive: true })
})

const run = (patience?: number) => migrate(db.owner, { log: silent, folder, patience })
const write = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const tables = async () => {
  const { rows } = await db.owner.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema in ('platform', 'hiring', 'practice') order by 1",
  )
  return rows.map(({ name }) => name)
}

test("migrations run once, in order of their names; new ones are added later", async () => {
  expect(await run()).toEqual(["0000_people.sql", "0001_stamp.sql"])
  expect(await run()).toEqual([])
  write(
    "0002_more.sql",
    "create table hiring.more (n int);\n--> statement-breakpoint\ninsert into hiring.more values (1);",
  )
  expect(await run()).toEqual(["0002_more.sql"])
  expect((await db.hiring.query("select n from hiring.more")).rows).toEqual([{ n: 1 }])
})

test("a migration that fails leaves nothing behind, and runs again when it is put right", async () => {
  write(
    "0002_more.sql",
    "create table hiring.more (n int);\n--> statement-breakpoint\ninsert into hiring.more values ('x');",
  )
  await expect(run()).rejects.toMatchObject({
    id: "database_migration_failed",
    message: expect.stringContaining("0002_more.sql failed at its statement 2"),
  })
  expect(await tables()).not.toContain("more")
  write("0002_more.sql", "create table hiring.more (n int);")
  expect(await run()).toEqual(["0002_more.sql"])
})

test("four servers that migrate at once do it once", async () => {
  const others = await Promise.all(
    [1, 2, 3].map(() => openDatabase({ connection: taken.connection }, { log: silent })),
  )
  const done = await Promise.all([db, ...others].map(({ owner }) => migrate(owner, { log: silent, folder })))
  await Promise.all(others.map((other) => other.close()))
  expect(done.flat().sort()).toEqual(["0000_people.sql", "0001_stamp.sql"])
})

test("waiting for another server's migration has an end", async () => {
  const client = await db.owner.connect()
  await client.query("select pg_advisory_lock(22253455)")
  await expect(run(200)).rejects.toMatchObject({ id: "database_busy" })
  client.release(true)
})

test("a schema of a newer release is refused untouched", async () => {
  await run()
  rmSync(join(folder, "0001_stamp.sql"))
  write("0000_zero.sql", "create table hiring.zero (n int)")
  await expect(run()).rejects.toMatchObject({
    id: "database_schema_newer",
    message: expect.stringContaining("0001_stamp.sql"),
  })
  expect(await tables()).not.toContain("zero")
})

test("an edited past migration is refused, but not other line ends", async () => {
  await run()
  const text = readFileSync(join(folder, "0001_stamp.sql"), "utf8")
  write("0001_stamp.sql", text.replaceAll("\n", "\r\n"))
  expect(await run()).toEqual([])
  write("0001_stamp.sql", `${text}-- harmless, surely`)
  await expect(run()).rejects.toMatchObject({ id: "database_migration_changed" })
})

test("an owner who may not create roles is told which SQL to run", async () => {
  await db.owner.query("create role backfill_poor login password 'poor'")
  try {
    await db.owner.query("grant backfill_poor to current_user")
    const { rows } = await db.owner.query<{ name: string }>("select current_database() as name")
    await db.owner.query(`grant create on database ${rows[0]?.name} to backfill_poor`)
    const poor = await openDatabase(
      { connection: { ...taken.connection, options: "-c role=backfill_poor" } },
      { log: silent },
    )
    const refused = expect(migrate(poor.owner, { log: silent, folder })).rejects.toMatchObject({
      id: "database_roles",
      message: expect.stringContaining("create role backfill_hiring nologin; grant backfill_hiring to"),
    })
    await refused.finally(() => poor.close())
    expect(await tables()).toEqual([])
  } finally {
    await db.owner.query("drop owned by backfill_poor")
    await db.owner.query("drop role backfill_poor")
  }
})
