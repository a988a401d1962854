import { setUpSql } from "@backfill/core"
import { Client } from "pg"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type TestDatabase, takeTestDatabase } from "../../platform/database/index.ts"
import { readContent } from "./content.ts"

const { problems, checklists, exercises } = await readContent()

it("ships lists and exercises that hang together", () => {
  expect(problems).toEqual([])
  expect(checklists.map(({ id }) => id)).toEqual([
    "technical",
    "design",
    "behavioural",
    "panel",
    "do-and-dont",
    "week-before",
  ])
  expect(exercises.length).toBeGreaterThanOrEqual(16)
  const technical = checklists[0]?.groups.flatMap(({ items }) => items) ?? []
  expect(technical.filter(({ exercise }) => exercise === undefined)).toEqual([])
  const days = checklists.at(-1)?.groups.map(({ daysBefore }) => daysBefore)
  expect(days).toEqual([7, 6, 5, 4, 3, 2, 1, 0])
  expect(checklists[1]?.frame.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(38)
})

describe("the worked answer", () => {
  let test: TestDatabase
  beforeAll(async () => {
    test = await takeTestDatabase({ migrations: false })
  })
  afterAll(() => test.drop())

  const withSql = exercises.filter(({ answer }) => answer.sql !== undefined)
  it("is SQL in at least nine of them", () => expect(withSql.length).toBeGreaterThanOrEqual(9))

  it.each(withSql)(
    "of $id gives the rows that are shown, every time it is run",
    async ({ tables, answer }) => {
      // Everything as text, as PostgreSQL writes it: a date stays the date that is shown.
      const client = new Client({
        ...test.connection,
        types: { getTypeParser: () => (value: string) => value },
      })
      await client.connect()
      try {
        await client.query("create schema tried; set search_path to tried")
        await client.query(setUpSql(tables))
        // Twice: what changes a table must be safe to repeat, as its text says.
        for (let run = 0; run < 2; run++) {
          const done = await client.query(answer.sql ?? "")
          const { fields, rows } = answer.show ? await client.query(answer.show) : done
          expect(fields.map(({ name }) => name)).toEqual(answer.result?.columns)
          expect(rows.map((row: Record<string, unknown>) => Object.values(row))).toEqual(
            answer.result?.rows.map((row) => row.map((cell) => (cell === null ? null : String(cell)))),
          )
        }
      } finally {
        await client.query("drop schema tried cascade")
        await client.end()
      }
    },
  )
})
