import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { chainDigest, recordChange } from "./audit.ts"
import { openDatabase, silent, takeTestDatabase, type TestDatabase } from "./database/index.ts"
import { audit, auditPayloads } from "./database/schema/platform.ts"
import { type Drizzle, openDrizzle } from "./drizzle.ts"

let taken: TestDatabase
let database: Awaited<ReturnType<typeof openDatabase>>
let db: Drizzle
beforeAll(async () => {
  taken = await takeTestDatabase()
  database = await openDatabase({ connection: taken.connection }, { log: silent })
  db = openDrizzle(database.platform)
})
afterAll(async () => {
  await database.close()
  await taken.drop()
})

it("chains what many write about one record at once, without a gap, a fork or a lost payload", async () => {
  const numbers = Array.from({ length: 24 }, (_, n) => n)
  const write = (n: number) =>
    db.transaction(async (tx) => {
      const change = {
        record: "thing",
        recordId: "one",
        action: `did ${n}`,
        actor: "system",
        at: new Date(n),
      }
      await recordChange(tx, { ...change, after: { n } })
      if (n % 4 === 3) throw new Error("undone")
    })
  await Promise.allSettled(numbers.map(write))
  const rows = await db
    .select()
    .from(audit)
    .innerJoin(auditPayloads, eq(auditPayloads.auditId, audit.id))
    .orderBy(audit.seq)
  expect(rows.map(({ audit }) => audit.seq)).toEqual(numbers.slice(0, 18).map((n) => n + 1))
  expect(rows.map(({ audit }) => audit.previous)).toEqual([
    "",
    ...rows.slice(0, -1).map(({ audit }) => audit.digest),
  ])
  expect(rows.every(({ audit }) => audit.digest === chainDigest(audit))).toBe(true)
  expect(rows.map(({ audit_payloads: { payload } }) => payload)).toEqual(
    rows.map(({ audit }) => ({ before: null, after: { n: Number(audit.action.slice(4)) } })),
  )
})
