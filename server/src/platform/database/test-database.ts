import { createHash, randomBytes } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import { Client, type ClientConfig } from "pg"
import { openDatabase } from "./connect.ts"
import { codeOf } from "./errors.ts"
import { silent } from "./log.ts"
import { migrate } from "./migrate.ts"
import { migrationsFolder, readMigrations } from "./migrations.ts"
import { clusterVariable, startTestCluster } from "./test-cluster.ts"

/** A database for one test file. */
export interface TestDatabase {
  /** For `openDatabase({ connection })` or `new Pool(…)`. */
  connection: ClientConfig
  /** Throws the database away, even while something is connected. */
  drop(): Promise<void>
}

export interface TestDatabaseOptions {
  /** Migrations to have run; the product's own by default. `false`: an empty database. */
  migrations?: string | false
}

let ownCluster: Promise<ClientConfig> | undefined

/**
 * Takes a fresh, migrated database (a copy of a template, some 50 ms) from the server that
 * TEST_DATABASE_URL names, else from the run's own cluster, else from one started for this process.
 */
export async function takeTestDatabase({
  migrations = migrationsFolder,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await testServer()
  const name = `backfill_test_${randomBytes(6).toString("hex")}`
  const source = migrations === false ? "template0" : await template(server, migrations)
  await administer(server, (client) => client.query(`create database ${name} template ${source}`))
  return {
    connection: named(server, name),
    drop: () => administer(server, (client) => drop(client, name)),
  }
}

async function testServer(): Promise<ClientConfig> {
  const url = process.env["TEST_DATABASE_URL"]
  if (url) return { connectionString: url }
  const shared = process.env[clusterVariable]
  if (shared) return JSON.parse(shared) as ClientConfig
  ownCluster ??= startTestCluster().then(({ connection }) => connection)
  return ownCluster
}

/** The template for these migrations: made once per content, whoever of the parallel test processes comes first. */
async function template(server: ClientConfig, folder: string): Promise<string> {
  const { list, grants } = readMigrations(folder)
  const digest = createHash("sha256")
    .update(JSON.stringify([list, grants]))
    .digest("hex")
  const name = `backfill_template_${digest.slice(0, 16)}`
  await administer(server, async (client) => {
    await client.query("select pg_advisory_lock(hashtext($1))", [name])
    const { rows } = await client.query("select 1 from pg_database where datname = $1", [name])
    if (rows.length > 0) return
    // Under another name until it is complete, so that a killed run leaves no half template behind.
    const draft = `${name}_draft`
    await drop(client, draft)
    await client.query(`create database ${draft} template template0`)
    const database = await openDatabase({ connection: named(server, draft) }, { log: silent })
    await migrate(database.owner, { log: silent, folder }).finally(() => database.close())
    await client.query(`alter database ${draft} rename to ${name}`)
  })
  return name
}

/** PostgreSQL's own vacuum may be at work in there, which an ordinary user may not end: then once more. */
async function drop(client: Client, name: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await client.query(`drop database if exists ${name} with (force)`)
      return
    } catch (error) {
      if (codeOf(error) !== "42501" || tries >= 40) throw error
      await sleep(250)
    }
  }
}

async function administer(server: ClientConfig, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client(server)
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function named(server: ClientConfig, database: string): ClientConfig {
  if (server.connectionString === undefined) return { ...server, database }
  return {
    connectionString: server.connectionString.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${database}`),
  }
}
