import { randomUUID } from "node:crypto"
import { cpSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import fc from "fast-check"
import type { Pool } from "pg"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Database, openDatabase } from "./connect.ts"
import { silent } from "./log.ts"
import { migrate } from "./migrate.ts"
import { migrationsFolder } from "./migrations.ts"
import { takeTestDatabase, type TestDatabase } from "./test-database.ts"

const ROUNDS = 3
const RATERS = 2

let folder: string
let taken: TestDatabase
let db: Database
let before: Place
beforeAll(async () => {
  taken = await takeTestDatabase({ migrations: false })
  db = await openDatabase({ connection: taken.connection }, { log: silent })
  folder = mkdtempSync(join(tmpdir(), "backfill-cards-due-"))
  cpSync(join(migrationsFolder, "0000_spine.sql"), join(folder, "0000_spine.sql"))
  await migrate(db.owner, { log: silent, folder })
  before = await makePlace(db.owner)
  for (const interview of before.interviews) await before.rate(interview)
  await migrate(db.owner, { log: silent })
})
afterAll(async () => {
  await db.close()
  await taken.drop()
  rmSync(folder, { recursive: true })
})

interface Place {
  application: string
  interviews: string[]
  people: string[]
  rate(interview: string | undefined): Promise<unknown>
}

/** An application with three rounds that nobody rates yet, and two people who could. */
async function makePlace(pool: Pool): Promise<Place> {
  const [kit, opening, candidate, application] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const people = Array.from({ length: RATERS }, () => randomUUID())
  const interviews = Array.from({ length: ROUNDS }, () => randomUUID())
  for (const id of people)
    await pool.query(
      "insert into platform.accounts (id, name, email, roles, time_zone) values ($1::uuid, 'A', $1::text, '{}', 'UTC')",
      [id],
    )
  await pool.query(
    "insert into platform.pinned_kits (digest, kit_id, version, bundle) values ($1, 'k', '1', '')",
    [kit],
  )
  await pool.query(
    `insert into hiring.openings (id, slug, title, location, level, description, state, kit_digest, created_by)
     values ($1::uuid, $1::text, '', '', 'senior', '', 'open', $2, $3)`,
    [opening, kit, people[0]],
  )
  await pool.query(
    "insert into hiring.candidates (id, name, email, phone, time_zone) values ($1, '', '', '', 'UTC')",
    [candidate],
  )
  await pool.query(
    `insert into hiring.applications (id, opening_id, candidate_id, alias, plan_version, state, status, resume_text, cover_letter, answers)
     values ($1, $2, $3, '', 1, '{}', 'in-stage', '', '', '{}')`,
    [application, opening, candidate],
  )
  for (const [n, id] of interviews.entries())
    await pool.query(
      `insert into hiring.interviews (id, application_id, stage_index, round_id, kind, title, starts_at, time_zone, minutes)
       values ($1, $2, 0, 'r', 'interview', '', $3, 'UTC', 60)`,
      [id, application, n === 0 ? null : new Date(Date.UTC(2026, 0, n))],
    )
  const rate = (interview: string | undefined) =>
    pool.query("insert into hiring.interview_raters (interview_id, account_id) values ($1, $2)", [
      interview,
      people[0],
    ])
  return { application, interviews, people, rate }
}

const stored = async (application: string) =>
  (
    await db.owner.query<{ at: Date | null }>(
      "select cards_due_from as at from hiring.applications where id = $1",
      [application],
    )
  ).rows[0]?.at?.toISOString()

/** From when on a card is awaited, worked out here from the plain rows. */
async function computed(application: string): Promise<string | undefined> {
  const ask = async <T extends object>(table: string) =>
    (
      await db.owner.query<T>(
        `select t.* from hiring.${table} t join hiring.interviews i on i.id = t.interview_id where i.application_id = $1`,
        [application],
      )
    ).rows
  const { rows: rounds } = await db.owner.query<{ id: string; state: string; starts_at: Date | null }>(
    "select id, state, starts_at from hiring.interviews where application_id = $1",
    [application],
  )
  const raters = await ask<{ interview_id: string; account_id: string; waived_reason: string | null }>(
    "interview_raters",
  )
  const cards = await ask<{ interview_id: string; rater_id: string; submitted_at: Date | null }>("scorecards")
  const awaited = rounds.filter(
    (round) =>
      round.state !== "cancelled" &&
      raters.some(
        (rater) =>
          rater.interview_id === round.id &&
          rater.waived_reason === null &&
          !cards.some(
            (card) =>
              card.interview_id === round.id &&
              card.rater_id === rater.account_id &&
              card.submitted_at !== null,
          ),
      ),
  )
  const times = awaited.map((round) => round.starts_at?.getTime() ?? 0)
  return times.length === 0 ? undefined : new Date(Math.min(...times)).toISOString()
}

const ONE = "where interview_id = $1 and account_id = $2"
const CARD = "where interview_id = $1 and rater_id = $2"
const writeCard = (submittedAt: string) =>
  `insert into hiring.scorecards (interview_id, rater_id, ratings, submitted_at) values ($1, $2, '[]', ${submittedAt})
   on conflict (interview_id, rater_id) do update set submitted_at = excluded.submitted_at`
const ROUND = "where id = $1 and $2::uuid is not null"
/** Everything writers do to rounds, raters and cards; $1 is the interview and $2 the rater. */
const WRITES = [
  "insert into hiring.interview_raters (interview_id, account_id) values ($1, $2) on conflict do nothing",
  `delete from hiring.interview_raters ${ONE}`,
  `update hiring.interview_raters set waived_reason = 'ill' ${ONE}`,
  `update hiring.interview_raters set waived_reason = null ${ONE}`,
  writeCard("null"),
  writeCard("now()"),
  `delete from hiring.scorecards ${CARD}`,
  `update hiring.scorecards set reason = 'more' ${CARD}`,
  `update hiring.interviews set state = 'cancelled' ${ROUND}`,
  `update hiring.interviews set state = 'done' ${ROUND}`,
  `update hiring.interviews set starts_at = '2026-03-04' ${ROUND}`,
  `update hiring.interviews set starts_at = '2025-01-01' ${ROUND}`,
]

test("an upgrade fills in what was there before", async () => {
  expect(await stored(before.application)).toBe("1970-01-01T00:00:00.000Z")
  expect(await computed(before.application)).toBe("1970-01-01T00:00:00.000Z")
})

test("stays what the rows say, whatever is written, by the hiring side's own role", async () => {
  const place = await makePlace(db.owner)
  const write = fc.record({
    sql: fc.constantFrom(...WRITES),
    round: fc.integer({ min: 0, max: ROUNDS - 1 }),
    rater: fc.integer({ min: 0, max: RATERS - 1 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 12 }), async (writes) => {
      for (const { sql, round, rater } of writes)
        await db.hiring.query(sql, [place.interviews[round], place.people[rater]])
      expect(await stored(place.application)).toBe(await computed(place.application))
    }),
    { numRuns: 60 },
  )
})

test("two cards that come in at once both count", async () => {
  const place = await makePlace(db.owner)
  for (const interview of place.interviews.slice(0, 2)) await place.rate(interview)
  const [first, second] = [await db.hiring.connect(), await db.hiring.connect()]
  const submit = (interview: string | undefined) => ({
    text: writeCard("now()"),
    values: [interview, place.people[0]],
  })
  for (const client of [first, second]) await client.query("begin")
  await first.query(submit(place.interviews[0]))
  const waits = second.query(submit(place.interviews[1]))
  await sleep(200)
  await first.query("commit")
  await waits
  await second.query("commit")
  first.release()
  second.release()
  expect(await stored(place.application)).toBeUndefined()
})
