import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Database, openDatabase, parts, roleOf } from "./connect.ts"
import { silent } from "./log.ts"
import { migrate } from "./migrate.ts"
import { openWorkshop } from "./test-processes.ts"

const folder = fileURLToPath(new URL("fixtures/migrations", import.meta.url))
const workshop = openWorkshop()
const source = { bundled: { dataDir: join(workshop.folder, "data"), log: silent } }
let db: Database

beforeAll(async () => {
  db = await openDatabase(source, { log: silent })
  await migrate(db.owner, { log: silent, folder })
})
afterAll(async () => {
  await db?.close()
  workshop.clean()
})

test("each part of the bundled database is its own role from the first, and stays it", async () => {
  for (const part of parts) {
    const { rows } = await db[part].query<Record<string, string>>(
      "select current_user as now, session_user as first, current_setting('synchronous_commit') as commit",
    )
    expect(rows[0]).toEqual({ now: roleOf(part), first: roleOf(part), commit: "on" })
  }
})

test.each([
  "reset role",
  "set role none",
  "set role backfill",
  "set role backfill_practice",
  "set session authorization default",
  "set session authorization backfill",
])("%s, injected into hiring, opens nothing of practice", async (way) => {
  await db.practice.query("insert into practice.drafts (text) values ('mine alone')")
  await expect(db.hiring.query(`${way}; select * from practice.drafts`)).rejects.toMatchObject({
    code: "42501",
  })
})

test("an installation whose roles couldn't log in gets logins at its next start, and keeps its data", async () => {
  for (const part of parts) await db.owner.query(`alter role ${roleOf(part)} nologin password null`)
  await db.close()
  db = await openDatabase(source, { log: silent })
  expect((await db.practice.query("select * from practice.drafts")).rowCount).toBeGreaterThan(0)
})
