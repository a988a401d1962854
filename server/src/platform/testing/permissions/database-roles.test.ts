import type { Pool } from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import {
  type Database,
  openDatabase,
  silent,
  type TestDatabase,
  takeTestDatabase,
} from "../../database/index.ts"

let test: TestDatabase
let database: Database
beforeAll(async () => {
  test = await takeTestDatabase()
  database = await openDatabase({ connection: test.connection }, { log: silent, poolSize: 2 })
})
afterAll(async () => {
  await database.close()
  await test.drop()
})

async function tablesOf(schema: string): Promise<{ name: string; column: string }[]> {
  const { rows } = await database.owner.query<{ name: string; column: string }>(
    "select table_name as name, min(column_name) as column from information_schema.columns where table_schema = $1 group by 1 order by 1",
    [schema],
  )
  return rows
}

/** PostgreSQL's code for how it answers; none when it does as told. */
const codeOf = (pool: Pool, sql: string): Promise<unknown> =>
  pool.query(sql).then(
    () => undefined,
    (error: { code?: string }) => error.code,
  )

const REFUSED = "42501"

describe.each([
  ["hiring", "practice", 4],
  ["practice", "hiring", 20],
  ["platform", "hiring", 20],
  ["platform", "practice", 4],
] as const)("the database role of %s, in the schema %s", (part, schema, least) => {
  it("is refused whatever it tries, on every table", async () => {
    const tables = await tablesOf(schema)
    expect(tables.length).toBeGreaterThanOrEqual(least)
    for (const { name, column } of tables) {
      const table = `${schema}.${name}`
      const tries = [
        `select * from ${table}`,
        `select count(*) from ${table}`,
        `insert into ${table} default values`,
        `update ${table} set ${column} = null`,
        `delete from ${table}`,
        `truncate ${table}`,
        `do $$ begin lock table ${table}; end $$`,
        `copy ${table} to stdout`,
        `drop table ${table}`,
      ]
      for (const sql of tries)
        expect(`${sql}: ${String(await codeOf(database[part], sql))}`).toBe(`${sql}: ${REFUSED}`)
    }
  })

  it("can't make itself a way in", async () => {
    const tries = [
      `create table ${schema}.mine (id int)`,
      `grant usage on schema ${schema} to public`,
      `alter schema ${schema} owner to backfill_${part}`,
    ]
    for (const sql of tries)
      expect(`${sql}: ${String(await codeOf(database[part], sql))}`).toMatch(/: 42501$/)
  })
})

it("lets each part into its own schema, so that the refusals above mean something", async () => {
  for (const part of ["hiring", "practice"] as const) {
    for (const { name } of await tablesOf(part))
      expect(await codeOf(database[part], `select * from ${part}.${name} limit 1`)).toBeUndefined()
  }
})

it("finds no table that a later migration left open", async () => {
  await database.owner.query("create table practice.later (id int); create table hiring.later (id int)")
  expect(await codeOf(database.hiring, "select * from practice.later")).toBe(REFUSED)
  expect(await codeOf(database.practice, "select * from hiring.later")).toBe(REFUSED)
  expect(await codeOf(database.practice, "select * from practice.later")).toBeUndefined()
})
