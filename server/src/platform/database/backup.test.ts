import { createHash, randomBytes } from "node:crypto"
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { backup } from "./backup.ts"
import { readBackup } from "./backup-read.ts"
import { type Database, openDatabase } from "./connect.ts"
import { silent } from "./log.ts"
import { migrate } from "./migrate.ts"
import { restore } from "./restore.ts"
import { takeTestDatabase, type TestDatabase } from "./test-database.ts"

const migrations = fileURLToPath(new URL("fixtures/migrations", import.meta.url))
const options = { log: silent, folder: migrations }
const made = { release: "0.1.0", log: silent }
let folder: string
let filesDir: string
let saved: string
let db: Database
const taken: TestDatabase[] = []
const opened: Database[] = []

async function open(migrated: string | false): Promise<Database> {
  const database = await takeTestDatabase({ migrations: migrated })
  taken.push(database)
  const db = await openDatabase({ connection: database.connection }, { log: silent })
  opened.push(db)
  return db
}

const odd = {
  id: "00000000-0000-4000-8000-000000000001",
  account: "9007199254740993",
  next: "00000000-0000-4000-8000-000000000002",
  big: "-9223372036854775808",
  exact: "123456789012345678901234567890.000000000012345678900",
  real: "0.30000000000000004",
  at: "2026-11-20 23:59:59.999999+00",
  span: "1 year 2 mons -3 days 04:05:06.789",
  day: "4713-01-01 BC",
  bytes: "\\x00ff0a0d5c27",
  data: '{"a": 1e+400, "b": [null, "\\"", "\\\\u0000"], "big": 9007199254740993}'.replace(
    "1e+400",
    "1".padEnd(401, "0"),
  ),
  list: '{NULL,"NULL","",",","{}","a\\"b\\\\c"}',
  mood: `it's, "odd"`,
  text: "tab\t nl\n cr\r quote' \\N \\. 👩‍💻 \u2028 \u0001",
  code: "ab",
  word: "",
  clock: "infinity",
}
const columns = Object.keys(odd) as (keyof typeof odd)[]
const readOdd = async ({ owner }: Database) => {
  const list = columns.map((name) => `${name}::text`).join(", ")
  return (await owner.query(`select ${list}, length from hiring.odd order by id`)).rows
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "backfill-backup-"))
  chmodSync(folder, 0o711)
  filesDir = join(folder, "files")
  saved = join(folder, "saved.tar")
  mkdirSync(join(filesDir, "résumés", "a"), { recursive: true })
  writeFileSync(join(filesDir, "résumés", "a", `${"long".repeat(30)}.pdf`), randomBytes(3_000_001))
  writeFileSync(join(filesDir, "empty"), "")
  writeFileSync(join(filesDir, "block"), randomBytes(1024))
  db = await open(migrations)
  await db.owner.query(
    "insert into platform.accounts (id, email) overriding system value values (9007199254740993, 'big@example.org')",
  )
  await db.owner.query("delete from platform.accounts where seeded")
  // The first row points at the second: inserted in order, the foreign key would fail.
  await db.owner.query("insert into hiring.odd (id) values ('00000000-0000-4000-8000-000000000002')")
  await db.owner.query(
    `insert into hiring.odd (${columns.join(", ")}) values (${columns.map((_, index) => `$${index + 1}`).join(", ")})`,
    Object.values(odd),
  )
  await db.owner.query(
    "insert into practice.drafts (text) select repeat('word ', n % 400) from generate_series(1, 20000) n",
  )
  await backup(db, filesDir, saved, made)
})
afterAll(async () => {
  for (const database of opened) await database.close()
  for (const database of taken) await database.drop()
  rmSync(folder, { recursive: true })
})

let target: Database
let targetFiles: string
beforeEach(async () => {
  target = await open(false)
  targetFiles = join(folder, `restored-${taken.length}`)
})

const untouched = async () => {
  const { rows } = await target.owner.query(
    "select nspname from pg_namespace where nspname in ('platform', 'hiring', 'practice')",
  )
  expect(rows).toEqual([])
  expect(existsSync(targetFiles)).toBe(false)
}

test("everything comes back exactly: rows, keys, triggers, sequences, rights and files", async () => {
  const before = await readOdd(db)
  expect(before[0]).toMatchObject({
    big: odd.big,
    exact: odd.exact,
    data: odd.data,
    at: odd.at,
    text: odd.text,
    real: odd.real,
  })
  await restore(target, targetFiles, saved, options)
  expect(await readOdd(target)).toEqual(before)
  const sums =
    "select count(*), sum(words), md5(string_agg(id || text, ',' order by id)) from practice.drafts"
  expect((await target.practice.query(sums)).rows).toEqual((await db.practice.query(sums)).rows)
  expect((await target.platform.query("select id, email from platform.accounts")).rows).toEqual([
    { id: odd.account, email: "big@example.org" },
  ])
  const next = await target.practice.query(
    "insert into practice.drafts (text) values ('new') returning id, words",
  )
  expect(next.rows).toEqual([{ id: 20001, words: 1 }])
  await expect(target.hiring.query("update hiring.odd set account = 5")).rejects.toMatchObject({
    code: "23503",
  })
  await expect(target.hiring.query("select * from practice.drafts")).rejects.toMatchObject({ code: "42501" })
  expect(await migrate(target.owner, options)).toEqual([])
  const digest = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex")
  const paths = (readdirSync(filesDir, { recursive: true }) as string[]).filter((name) =>
    statSync(join(filesDir, name)).isFile(),
  )
  expect(paths).toHaveLength(3)
  for (const path of paths) expect(digest(join(targetFiles, path))).toBe(digest(join(filesDir, path)))
})

test("a backup during heavy writes holds one instant", async () => {
  const busy = await open(migrations)
  let writing = true
  let pairs = 0
  const writer = async () => {
    for (; writing; pairs++) {
      await busy.owner.query(
        "with a as (insert into platform.accounts (email) values ($1)) insert into practice.drafts (text) values ($1)",
        [`${pairs}-${randomBytes(6).toString("hex")}`],
      )
    }
  }
  const writers = [writer(), writer()]
  while (pairs < 50) await new Promise(setImmediate)
  const path = join(folder, "busy.tar")
  await backup(busy, undefined, path, made)
  writing = false
  await Promise.all(writers)
  await restore(target, targetFiles, path, options)
  const { rows } = await target.owner.query<{ accounts: number; drafts: number }>(
    "select (select count(*)::int from platform.accounts where not seeded) as accounts, (select count(*)::int from practice.drafts) as drafts",
  )
  expect(rows[0]?.accounts).toBe(rows[0]?.drafts)
  expect(rows[0]?.drafts).toBeGreaterThanOrEqual(50)
})

test("a truncated backup is refused before anything is touched, wherever it was cut", async () => {
  const size = statSync(saved).size
  const cut = join(folder, "cut.tar")
  for (const length of [0, 1, 511, 512, 700, Math.floor(size / 2), size - 1025, size - 1024]) {
    copyFileSync(saved, cut)
    truncateSync(cut, length)
    await expect(restore(target, targetFiles, cut, options), `${length} of ${size}`).rejects.toMatchObject({
      id: "backup_damaged",
    })
  }
  await untouched()
})

test("a single flipped bit anywhere is found before anything is touched", async () => {
  const whole = readFileSync(saved)
  const altered = join(folder, "altered.tar")
  const backups = await readBackup(saved)
  await backups.close()
  for (const at of [
    10,
    600,
    5_000,
    Math.floor(whole.length / 3),
    whole.length - 2_000,
    whole.length - 3_500,
  ]) {
    const copy = Buffer.from(whole)
    // Padding carries nothing; take the next byte that does.
    const index = copy.findIndex((byte, place) => place >= at && byte !== 0)
    copy[index] = (copy[index] ?? 0) ^ 4
    writeFileSync(altered, copy)
    await expect(restore(target, targetFiles, altered, options), `byte ${index}`).rejects.toMatchObject({
      id: "backup_damaged",
    })
  }
  await untouched()
})

test("a target that is not empty is refused", async () => {
  await expect(restore(db, targetFiles, saved, options)).rejects.toMatchObject({ id: "restore_not_empty" })
  await expect(restore(target, filesDir, saved, options)).rejects.toMatchObject({ id: "restore_not_empty" })
  expect(readdirSync(filesDir)).toHaveLength(3)
  await untouched()
})

test("erasures are replayed inside the restore; when that fails, nothing is restored", async () => {
  const failing = restore(target, targetFiles, saved, {
    ...options,
    replayErasures: async () => {
      throw new Error("the ledger is unreadable")
    },
  })
  await expect(failing).rejects.toThrow("the ledger is unreadable")
  await untouched()
  await restore(target, targetFiles, saved, {
    ...options,
    replayErasures: async ({ client, filesDir: restored }) => {
      await client.query("delete from hiring.odd")
      rmSync(join(restored, "block"))
    },
  })
  expect(await readOdd(target)).toEqual([])
  expect(existsSync(join(targetFiles, "block"))).toBe(false)
})

test("an older backup is brought to this release's schema; a newer one is refused", async () => {
  const later = join(folder, "later")
  mkdirSync(later)
  for (const name of readdirSync(migrations)) copyFileSync(join(migrations, name), join(later, name))
  writeFileSync(
    join(later, "0002_more.sql"),
    "alter table practice.drafts add column mood text not null default 'calm'",
  )
  await restore(target, targetFiles, saved, { ...options, folder: later })
  expect((await target.practice.query("select mood from practice.drafts limit 1")).rows).toEqual([
    { mood: "calm" },
  ])
  const newer = join(folder, "newer.tar")
  await backup(target, undefined, newer, made)
  target = await open(false)
  targetFiles = join(folder, "newer")
  await expect(restore(target, targetFiles, newer, options)).rejects.toMatchObject({ id: "backup_newer" })
  await untouched()
})

test("a backup never replaces a file, is its owner's alone, and leaves no half file when it fails", async () => {
  expect(statSync(saved).mode & 0o777).toBe(0o600)
  await expect(backup(db, filesDir, saved, made)).rejects.toMatchObject({ id: "backup_target_exists" })
  await expect(backup(target, undefined, join(folder, "failed.tar"), made)).rejects.toThrow(/migrations/)
  expect(readdirSync(folder).filter((name) => name.startsWith("failed"))).toEqual([])
  await expect(backup(db, filesDir, join(folder, "no", "such", "folder.tar"), made)).rejects.toMatchObject({
    id: "database_path",
  })
})
