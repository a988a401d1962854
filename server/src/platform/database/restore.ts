import { createWriteStream, existsSync } from "node:fs"
import { mkdir, readdir, rm } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { pipeline } from "node:stream/promises"
import type { ClientBase } from "pg"
import { type Backup, type Manifest, readBackup } from "./backup-read.ts"
import { fullName, insertRows, quote, readTables, useExactText } from "./backup-tables.ts"
import { type Database, parts } from "./connect.ts"
import { DatabaseUnavailable, explainFileError, explainServerError, isFileError } from "./errors.ts"
import type { Log } from "./log.ts"
import { syncFolder } from "./marker.ts"
import { applyGrants, applyMigration, missingMigrations, prepareSchemas } from "./migrate.ts"
import { type Migrations, readMigrations } from "./migrations.ts"
import { inTransaction } from "./transaction.ts"

export interface RestoreOptions {
  log: Log
  /** Folder of migrations; the product's own by default. */
  folder?: string
  /**
   * Erases again what was erased after the backup was made. Runs as the last step of the restore's own transaction; if it throws,
   * nothing is restored.
   */
  replayErasures?: (restored: { client: ClientBase; filesDir: string; manifest: Manifest }) => Promise<void>
}

/**
 * Puts a backup into an empty database and an empty folder of files, and brings it to this release's schema. The whole
 * backup is checked before anything is touched, and the database changes in one transaction: all or nothing.
 * @throws DatabaseUnavailable when the backup is damaged or newer, or the target isn't empty
 */
export async function restore(
  db: Database,
  filesDir: string,
  source: string,
  options: RestoreOptions,
): Promise<Manifest> {
  const path = resolve(source)
  const folder = resolve(filesDir)
  const saved = await readBackup(path)
  try {
    const migrations = readMigrations(options.folder)
    checkMigrations(saved.manifest, migrations, path)
    const existed = existsSync(folder)
    if (existed && (await readdir(folder)).length > 0) throw notEmpty(folder)
    try {
      await inTransaction(db.owner, (client) => restoreInto(client, folder, saved, migrations, options))
    } catch (error) {
      await clearFolder(folder, existed)
      throw error
    }
    return saved.manifest
  } catch (error) {
    throw explainServerError(error) ?? (isFileError(error) ? explainFileError(error, folder) : error)
  } finally {
    await saved.close()
  }
}

async function restoreInto(
  client: ClientBase,
  filesDir: string,
  saved: Backup,
  migrations: Migrations,
  { log, replayErasures }: RestoreOptions,
): Promise<void> {
  const { manifest } = saved
  await checkEmpty(client)
  await prepareSchemas(client)
  const names = new Set(manifest.migrations.map(({ name }) => name))
  for (const migration of migrations.list)
    if (names.has(migration.name)) await applyMigration(client, migration)
  log.info(`Restoring ${manifest.tables.length} tables.`)
  await fillTables(client, saved)
  for (const migration of await missingMigrations(client, migrations.list))
    await applyMigration(client, migration)
  await applyGrants(client, migrations)
  log.info(`Restoring ${manifest.files.length} files.`)
  await writeFiles(filesDir, saved)
  await replayErasures?.({ client, filesDir, manifest })
}

async function checkEmpty(client: ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p', 'v', 'm', 'S') limit 1`,
    [parts],
  )
  if (rows[0]) throw notEmpty(`the database (it has ${rows[0].name})`)
}

function checkMigrations(manifest: Manifest, { list }: Migrations, path: string): void {
  const known = new Map(list.map(({ name, digest }) => [name, digest]))
  const foreign = manifest.migrations.filter(({ name, digest }) => known.get(name) !== digest)
  if (foreign.length === 0) return
  throw new DatabaseUnavailable(
    "backup_newer",
    `The backup ${path} was made by release ${manifest.release}, whose schema this release doesn’t know (${foreign.map(({ name }) => name).join(", ")}). Nothing was changed. Restore it with that release or a later one.`,
  )
}

/** Inserts all rows with foreign keys and triggers out of the way, and checks the keys afterwards by making them anew. */
async function fillTables(client: ClientBase, saved: Backup): Promise<void> {
  const { manifest } = saved
  const tables = await readTables(client)
  const { rows: searchPath } = await client.query<{ search_path: string }>("show search_path")
  await useExactText(client)
  const putBack = await suspendChecks(client)
  // Rows that migrations put in are in the backup too, as they were then.
  if (tables.length > 0) await client.query(`truncate ${tables.map(fullName).join(", ")}`)
  for (const table of manifest.tables) {
    let count = 0
    for (const part of table.parts) {
      const rows = await saved.rows(part)
      await insertRows(client, table, rows)
      count += rows.length
    }
    if (count !== table.rows) throw new Error(`${fullName(table)} has ${count} rows instead of ${table.rows}`)
  }
  for (const sequence of manifest.sequences) {
    await client.query("select setval($1::regclass, $2::bigint, $3)", [
      fullName(sequence),
      sequence.value,
      sequence.called,
    ])
  }
  for (const statement of putBack) await client.query(statement)
  await client.query("select set_config('search_path', $1, true)", [searchPath[0]?.search_path])
}

/** Drops foreign keys and switches triggers off; returns the statements that undo it. */
async function suspendChecks(client: ClientBase): Promise<string[]> {
  const keys = await client.query<{ schema: string; name: string; key: string; definition: string }>(
    `select n.nspname as schema, c.relname as name, k.conname as key, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname = any($1)`,
    [parts],
  )
  const triggers = await client.query<{ schema: string; name: string; trigger: string }>(
    `select n.nspname as schema, c.relname as name, t.tgname as trigger
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where not t.tgisinternal and t.tgenabled = 'O' and n.nspname = any($1)`,
    [parts],
  )
  const putBack: string[] = []
  for (const row of keys.rows) {
    await client.query(`alter table ${fullName(row)} drop constraint ${quote(row.key)}`)
    putBack.push(`alter table ${fullName(row)} add constraint ${quote(row.key)} ${row.definition}`)
  }
  for (const row of triggers.rows) {
    await client.query(`alter table ${fullName(row)} disable trigger ${quote(row.trigger)}`)
    putBack.push(`alter table ${fullName(row)} enable trigger ${quote(row.trigger)}`)
  }
  return putBack
}

async function writeFiles(filesDir: string, saved: Backup): Promise<void> {
  await mkdir(filesDir, { recursive: true, mode: 0o700 })
  const folders = new Set([filesDir])
  for (const file of saved.manifest.files) {
    const path = join(filesDir, file.path)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await pipeline(saved.bytes(file), createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }))
    folders.add(dirname(path))
  }
  for (const folder of folders) syncFolder(folder)
}

/** Takes back what a failed restore wrote; the folder was empty or missing before. */
async function clearFolder(folder: string, existed: boolean): Promise<void> {
  if (!existed) return rm(folder, { recursive: true, force: true })
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true })
}

function notEmpty(what: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    "restore_not_empty",
    `A backup is only restored into an empty place, and ${what} is not empty. Nothing was changed. Restore into a new data folder (BACKFILL_DATA) or a new database, then start the server on that.`,
  )
}
