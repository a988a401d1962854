import { Pool } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { Namer, PreparingClient } from "./prepared.ts"
import { takeTestDatabase, type TestDatabase } from "./test-database.ts"

let taken: TestDatabase
let pool: Pool
beforeAll(async () => {
  taken = await takeTestDatabase({ migrations: false })
  pool = new Pool({ ...taken.connection, max: 1, Client: PreparingClient })
  // Its end doesn’t wait for the server, which may be told to drop the database first.
  pool.on("error", () => {})
})
afterAll(async () => {
  await pool.end()
  await taken.drop()
})

test("names what keeps coming, one name per text, and no more than three hundred", () => {
  const namer = new Namer()
  expect([1, 2, 3, 4].map(() => namer.nameOf("select $1"))).toEqual([undefined, undefined, "s0", "s0"])
  const names = Array.from({ length: 3 * 400 }, (_, n) => namer.nameOf(`select $1 + ${n % 400}`))
  expect(new Set(names.filter((name) => name !== undefined)).size).toBe(299)
  expect(namer.nameOf("select $1")).toBe("s0")
})

test("prepares a statement that keeps coming, and answers the same before and after", async () => {
  const prepared = async () =>
    (await pool.query<{ n: number }>("select count(*)::int as n from pg_prepared_statements")).rows[0]?.n
  const ask = async (n: number) =>
    (await pool.query({ text: "select $1::int * 2 as twice" }, [n])).rows as unknown
  const answers = []
  for (const n of [1, 2, 3, 4, 5, 6, 7]) answers.push(await ask(n))
  expect(answers).toEqual([2, 4, 6, 8, 10, 12, 14].map((twice) => [{ twice }]))
  expect(await prepared()).toBe(1)
})
