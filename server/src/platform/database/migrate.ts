import type { ClientBase, Pool } from "pg"
import { setTimeout as sleep } from "node:timers/promises"
import { parts } from "./connect.ts"
import { DatabaseUnavailable, explainServerError, messageOf } from "./errors.ts"
import type { Log } from "./log.ts"
import { readMigrations, type Migration, type Migrations } from "./migrations.ts"
import { ensureRoles } from "./roles.ts"

export interface MigrateOptions {
  log: Log
  /** Folder of migrations; the product's own by default. */
  folder?: string
  /** How long to wait for another server that migrates just now, in milliseconds. Default ten minutes. */
  patience?: number
}

// Any number will do so long as nobody else uses it; this is "backfill" in digits of a telephone.
const migrationLock = 22253455

/**
 * Brings the database to this release's schema: each missing migration in its own transaction, then the roles' rights.
 * Several servers may call it at once; one works, the others wait. Killed half-way, it goes on the next time.
 * Returns the names of the migrations that were applied.
 * @throws DatabaseUnavailable when the schema is newer than this release, a past migration was edited, or one fails
 */
export async function migrate(
  owner: Pool,
  { log, folder, patience = 600_000 }: MigrateOptions,
): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = await owner.connect()
  try {
    await lock(client, patience)
    await transact(client, () => prepareSchemas(client))
    const missing = await missingMigrations(client, migrations.list)
    for (const migration of missing) {
      log.info(`Applying migration ${migration.name}.`)
      await transact(client, () => applyMigration(client, migration))
    }
    await transact(client, () => applyGrants(client, migrations))
    return missing.map(({ name }) => name)
  } catch (error) {
    throw explainServerError(error) ?? error
  } finally {
    // Closing the connection gives the lock back, whatever state it is in.
    client.release(true)
  }
}

/** Makes the schemas, the roles and the list of applied migrations; harmless when they are there. */
export async function prepareSchemas(client: ClientBase): Promise<void> {
  const present = await client.query<{ nspname: string }>(
    "select nspname from pg_namespace where nspname = any($1)",
    [parts],
  )
  for (const part of parts) {
    // Asked first: "if not exists" needs the right to create even when nothing is missing.
    if (!present.rows.some(({ nspname }) => nspname === part)) await client.query(`create schema ${part}`)
  }
  await ensureRoles(client)
  await client.query(`create table if not exists platform.migrations (
    name text primary key, digest text not null, applied_at timestamptz not null default now())`)
}

/** What of the list has not been applied yet; refuses a database this release doesn't understand. */
export async function missingMigrations(client: ClientBase, list: Migration[]): Promise<Migration[]> {
  const { rows } = await client.query<{ name: string; digest: string }>(
    "select name, digest from platform.migrations order by name",
  )
  const known = new Map(list.map((migration) => [migration.name, migration]))
  const newer = rows.filter(({ name }) => !known.has(name))
  if (newer.length > 0) {
    throw new DatabaseUnavailable(
      "database_schema_newer",
      `The database was last used by a newer release (it has ${newer.map(({ name }) => name).join(", ")}). Nothing was changed. Start that release or a later one; to go back, restore a backup made with this one into a new folder.`,
    )
  }
  const edited = rows.filter(({ name, digest }) => known.get(name)?.digest !== digest)
  if (edited.length > 0) {
    throw new DatabaseUnavailable(
      "database_migration_changed",
      `These migrations were edited after this database had them: ${edited.map(({ name }) => name).join(", ")}. Nothing was changed. Put the original files back, and write a new migration for what should change.`,
    )
  }
  return list.filter(({ name }) => !rows.some((row) => row.name === name))
}

/** Runs one migration and records it. Belongs into a transaction. */
export async function applyMigration(
  client: ClientBase,
  { name, digest, statements }: Migration,
): Promise<void> {
  for (const [index, statement] of statements.entries()) {
    try {
      await client.query(statement)
    } catch (error) {
      throw (
        explainServerError(error) ??
        new DatabaseUnavailable(
          "database_migration_failed",
          `Migration ${name} failed at its statement ${index + 1}: ${messageOf(error)}. It was rolled back whole, so the database is as it was before. Keep using the previous release and report this message.`,
          { cause: error },
        )
      )
    }
  }
  await client.query("insert into platform.migrations (name, digest) values ($1, $2)", [name, digest])
}

/** Gives each role its rights, new tables included. Belongs into a transaction. */
export async function applyGrants(client: ClientBase, { grants }: Migrations): Promise<void> {
  await client.query(grants)
}

async function lock(client: ClientBase, patience: number): Promise<void> {
  const deadline = Date.now() + patience
  for (;;) {
    const { rows } = await client.query<{ got: boolean }>("select pg_try_advisory_lock($1) as got", [
      migrationLock,
    ])
    if (rows[0]?.got) return
    if (Date.now() > deadline) {
      throw new DatabaseUnavailable(
        "database_busy",
        "Another server has been changing the database’s schema for too long. Nothing was changed here. Wait until it is done, or stop it, then start again.",
      )
    }
    await sleep(100)
  }
}

async function transact(client: ClientBase, work: () => Promise<void>): Promise<void> {
  await client.query("begin")
  try {
    await work()
    await client.query("commit")
  } catch (error) {
    await client.query("rollback").catch(() => {})
    throw error
  }
}
