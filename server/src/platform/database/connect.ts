import { Client, type ClientConfig, Pool, type PoolConfig } from "pg"
import { DatabaseUnavailable, explainServerError } from "./errors.ts"
import { startBundled, type BundledDatabase, type BundledOptions } from "./launcher.ts"
import type { Log } from "./log.ts"
import { ensureLogins, loginOf } from "./logins.ts"
import { type Part, parts, roleOf } from "./parts.ts"
import { PreparingClient } from "./prepared.ts"

export { parts, roleOf, type Part }

/** An open database: one pool per part, and the owner's for migrations, backups and job tables. */
export interface Database extends Record<Part, Pool> {
  owner: Pool
  /** PostgreSQL's version as a number: 150018 is 15.18. */
  version: number
  /** The bundled database, when that is what was opened. */
  bundled: BundledDatabase | undefined
  /** Ends the pools, waiting for what is under way, and then stops the database if it is ours. */
  close(): Promise<void>
}

/** Which database to open: a server's address, settings for `pg`, or the bundled one. */
export type DatabaseSource = { url: string } | { connection: ClientConfig } | { bundled: BundledOptions }

export interface OpenOptions {
  log: Log
  /** Most connections per part. Default 8. The server needs three times this, and a few. */
  poolSize?: number
}

/** The oldest PostgreSQL that works. */
export const oldestVersion = 15

/**
 * Opens the database and checks that it will do. It does not migrate: call `migrate` before the pools of the parts are
 * used for the first time, since their roles are made there.
 * @throws DatabaseUnavailable when it can't be reached, refuses us or is too old
 */
export async function openDatabase(
  source: DatabaseSource,
  { log, poolSize = 8 }: OpenOptions,
): Promise<Database> {
  const bundled = "bundled" in source ? await startBundled(source.bundled) : undefined
  const config = bundled?.connection ?? configOf(source)
  try {
    const version = await checkServer(config, log)
    const owner = createPool(settingsFor(config, undefined), 4, log)
    if (bundled) await ensureLogins(bundled.connection)
    const [platform, hiring, practice] = parts.map((part) =>
      createPool(
        bundled ? settingsFor(loginOf(part, bundled.connection), part, false) : settingsFor(config, part),
        poolSize,
        log,
      ),
    ) as [Pool, Pool, Pool]
    let closing: Promise<void> | undefined
    const close = async () => {
      await Promise.all([owner, platform, hiring, practice].map((pool) => pool.end()))
      await bundled?.stop()
    }
    return { owner, platform, hiring, practice, version, bundled, close: () => (closing ??= close()) }
  } catch (error) {
    await bundled?.stop()
    throw error
  }
}

function configOf(source: DatabaseSource): ClientConfig {
  if ("url" in source) return { connectionString: source.url }
  return "connection" in source ? source.connection : {}
}

async function checkServer(config: ClientConfig, log: Log): Promise<number> {
  let client: Client | undefined
  try {
    client = new Client(settingsFor(config, undefined))
    // A break shows in the query below; unheard, it would end the process as well.
    client.on("error", () => {})
    await client.connect()
    const { rows } = await client.query<{ version: string; fsync: string }>(
      "select current_setting('server_version_num') as version, current_setting('fsync') as fsync",
    )
    const version = Number(rows[0]?.version)
    refuseOldServer(version)
    if (rows[0]?.fsync !== "on") {
      log.warn(
        "The database server runs with fsync off: a power cut can lose what was saved. Set fsync = on there.",
      )
    }
    return version
  } catch (error) {
    throw explainServerError(error) ?? unusable(error)
  } finally {
    await client?.end().catch(() => {})
  }
}

/**
 * Refuses a server older than the oldest that works.
 * @param version as `server_version_num` has it: 140011 is 14.11
 */
export function refuseOldServer(version: number): void {
  if (version >= oldestVersion * 10_000) return
  throw new DatabaseUnavailable(
    "database_version",
    `The database server is PostgreSQL ${Math.floor(version / 10_000)}; Backfill needs ${oldestVersion} or newer. Nothing was changed. Upgrade that server, or leave DATABASE_URL out to use the database that comes with Backfill.`,
  )
}

function unusable(cause: unknown): DatabaseUnavailable {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new DatabaseUnavailable(
    "database_access",
    `The database can’t be used: ${reason}. Nothing was changed. Check DATABASE_URL; it looks like postgres://user:password@host:5432/backfill.`,
    { cause },
  )
}

function createPool(settings: PoolConfig, max: number, log: Log): Pool {
  const pool = new Pool({
    ...settings,
    max,
    idleTimeoutMillis: 30_000,
    Client: PreparingClient,
  })
  // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
  pool.on("error", (error) =>
    log.warn(`An idle database connection was lost (${error.message}); a new one is opened when needed.`),
  )
  // So would one that breaks while it is in use but between two queries; the next query on it fails and tells.
  pool.on("connect", (client) => client.on("error", () => {}))
  return pool
}

/** The settings every session has, whatever the server's own defaults are; `takesOn` its part's role after logging in. */
function settingsFor(config: ClientConfig, part: Part | undefined, takesOn = part !== undefined): PoolConfig {
  const options = [
    config.options ?? "",
    "-c synchronous_commit=on -c timezone=UTC -c datestyle=ISO -c idle_in_transaction_session_timeout=60000",
    // Statements look rows up by ids, in a millisecond: compiling them, or planning them for each id anew, takes longer.
    "-c jit=off -c plan_cache_mode=force_generic_plan",
    part && takesOn ? `-c role=${roleOf(part)}` : "",
  ]
  const common = {
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: `backfill ${part ?? "owner"}`,
  }
  if (config.connectionString === undefined) {
    return { ...config, ...common, options: options.filter(Boolean).join(" ") }
  }
  return { ...common, connectionString: withOptions(config.connectionString, options) }
}

// What stands in an address wins over what is passed beside it, so the options must go into the address. It is
// taken apart by hand: `postgres://user@/name?host=/socket/folder` is in use everywhere and yet no URL to Node.
function withOptions(address: string, options: string[]): string {
  if (!/^postgres(ql)?:\/\//.test(address))
    throw unusable(new Error("the address doesn’t begin with postgres://"))
  const [place = "", query = ""] = address.split("?", 2)
  const settings = new URLSearchParams(query)
  settings.set("options", [settings.get("options"), ...options].filter(Boolean).join(" "))
  return `${place}?${settings.toString()}`
}
