import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { Client } from "pg"
import type { Account } from "./paths.ts"
import type { Engine } from "./engine.ts"
import { postgresFolder, syncFolder, writeDurably } from "./marker.ts"
import { engineEnvironment, explainStart, type Postmaster } from "./postmaster.ts"

const secretPath = (dataDir: string) => join(dataDir, "database-secret")

/** How to log in: an ordinary owner for everything Backfill does, and the superuser that only the first start uses. */
export function connection(dataDir: string, postmaster: Postmaster, who: "backfill" | "postgres") {
  return {
    host: postmaster.socketDir,
    port: postmaster.port,
    user: who,
    database: who,
    password: readFileSync(secretPath(dataDir), "utf8").trim(),
  }
}

/**
 * Creates PostgreSQL's folder, if it isn't there: UTF-8, the built-in C.UTF-8 order (the same on every machine, so an
 * operating system's upgrade never breaks an index), checksums on every page, passwords by SCRAM. Made aside and
 * renamed, so that a killed first start leaves nothing half-made.
 */
export async function createCluster(
  dataDir: string,
  engine: Engine,
  account: Account | undefined,
): Promise<void> {
  const folder = postgresFolder(dataDir)
  if (existsSync(folder)) return
  if (!existsSync(secretPath(dataDir)))
    writeDurably(secretPath(dataDir), `${randomBytes(24).toString("base64url")}\n`)
  const draft = `${folder}.new`
  const passwordFile = `${folder}.password`
  const startLog = join(dataDir, "database-start.log")
  const options = {
    pgdata: draft,
    username: "postgres",
    pwfile: passwordFile,
    auth: "scram-sha-256",
    encoding: "UTF8",
    locale: "C",
    "locale-provider": "builtin",
    "builtin-locale": "C.UTF-8",
    "text-search-config": "simple",
  }
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, readFileSync(secretPath(dataDir)), { mode: 0o600 })
  if (account) for (const path of [draft, passwordFile]) chownSync(path, account.uid, account.gid)
  try {
    await promisify(execFile)(
      join(engine.root, "bin", "initdb"),
      ["--data-checksums", ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])],
      { ...account, cwd: draft, env: engineEnvironment() },
    )
  } catch (error) {
    const said =
      typeof error === "object" && error !== null && "stderr" in error ? String(error.stderr) : String(error)
    writeFileSync(startLog, said, { mode: 0o600 })
    rmSync(draft, { recursive: true, force: true })
    throw explainStart({ folder, startLog }, said)
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, folder)
  syncFolder(dataDir)
}

/** Creates the owner and its database in a new cluster; may be repeated. */
export async function createOwner(dataDir: string, postmaster: Postmaster): Promise<void> {
  const config = connection(dataDir, postmaster, "postgres")
  const client = new Client(config)
  await client.connect()
  try {
    const roles = await client.query("select from pg_roles where rolname = 'backfill'")
    const password = client.escapeLiteral(config.password)
    // No superuser: what works here works on a rented server too.
    if (roles.rowCount === 0)
      await client.query(`create role backfill login createrole createdb password ${password}`)
    const databases = await client.query("select from pg_database where datname = 'backfill'")
    if (databases.rowCount === 0) await client.query("create database backfill owner backfill")
  } finally {
    await client.end()
  }
}
