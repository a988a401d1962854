import { sql } from "drizzle-orm"
import { Pool, type PoolClient } from "pg"
import { afterAll, beforeAll, expect, it } from "vitest"
import { settings } from "./database/schema/platform.ts"
import { takeTestDatabase, type TestDatabase } from "./database/index.ts"
import { builtOnce, openDrizzle, type Tx } from "./drizzle.ts"

let database: TestDatabase
let pool: Pool
beforeAll(async () => {
  database = await takeTestDatabase()
  pool = new Pool({ ...database.connection, max: 1, connectionTimeoutMillis: 2000 })
  // Its end doesn’t wait for the server, which may be told to drop the database first.
  pool.on("error", () => {})
  pool.on("connect", (client) => client.on("error", () => {}))
})
afterAll(async () => {
  await pool.end()
  await database.drop()
})

/** Breaks a connection as a killed database does. */
const sever = (client: PoolClient) =>
  (client as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()

it("gives back a connection that breaks as a transaction begins, in it, or not at all", async () => {
  const db = openDrizzle(pool)
  const one = () => db.transaction(async (tx) => (await tx.execute(sql`select 1 as n`)).rows)
  expect(await one()).toEqual([{ n: 1 }])
  for (let tries = 0; tries < 3; tries++) {
    pool.once("acquire", sever)
    await expect(one()).rejects.toThrow()
    expect(await one()).toEqual([{ n: 1 }])
  }
  let held: PoolClient | undefined
  pool.once("acquire", (client) => (held = client))
  const broken = db.transaction(async (tx) => {
    if (held) sever(held)
    await tx.execute(sql`select 1`)
  })
  await expect(broken).rejects.toThrow()
  await expect(db.transaction(() => Promise.reject(new Error("mine")))).rejects.toThrow("mine")
  expect(await one()).toEqual([{ n: 1 }])
})

it("builds a statement once for the pool and once for a connection, which sees what its transaction wrote", async () => {
  const db = openDrizzle(pool)
  let builds = 0
  const names = builtOnce((tx) => {
    builds++
    return tx
      .select({ name: settings.organisation })
      .from(settings)
      .where(sql`${settings.id} = ${sql.placeholder("id")}`)
      .prepare("names")
  })
  const ask = async (tx: Tx) => (await names(tx).execute({ id: 1 })).map(({ name }) => name)
  for (const name of ["Havn", "Skip"]) {
    const undone = db.transaction(async (tx) => {
      await tx.insert(settings).values({ organisation: name, hiring: true, registration: "off" })
      expect(await ask(tx)).toEqual([name])
      throw new Error("undone")
    })
    await expect(undone).rejects.toThrow("undone")
    expect(await ask(db)).toEqual([])
  }
  expect(builds).toBe(2)
})
