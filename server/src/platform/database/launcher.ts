import { existsSync, mkdirSync, readdirSync, realpathSync, rmSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { Client, type ClientConfig } from "pg"
import { databaseAccount, openDataFolder } from "./account.ts"
import { findEngine, runnableEngine, type Engine } from "./engine.ts"
import { DatabaseUnavailable, explainFileError } from "./errors.ts"
import { connection, createCluster, createOwner } from "./initialise.ts"
import { currentHolder, takeLock } from "./lock.ts"
import type { Log } from "./log.ts"
import { createMarker, markReady, postgresFolder, readMarker } from "./marker.ts"
import { socketFolder } from "./paths.ts"
import {
  findPostmaster,
  postmasterPid,
  startPostmaster,
  stopPostmaster,
  type Postmaster,
  type Start,
} from "./postmaster.ts"
import { superviseDatabase } from "./supervisor.ts"

/** How to start the bundled database. */
export interface BundledOptions {
  /** Backfill's data folder; PostgreSQL's files go to `postgres/` in it. */
  dataDir: string
  log: Log
  /**
   * Join the database of a server that already runs on this folder instead of refusing; with no such server it is
   * started here and stopped by `stop`. For commands that work beside a running server.
   */
  attach?: boolean
  /** False: never prepare an empty or missing folder; for installations that exist already. Default true. */
  create?: boolean
}

/** A running bundled database. */
export interface BundledDatabase {
  /** For `pg`: the owner's connection over the Unix socket. */
  connection: ClientConfig & { host: string; port: number; user: string; database: string; password: string }
  /** Process id of PostgreSQL's main process, as of now. */
  pid(): number
  /** `started` by us, `adopted` from a server that was killed, or `joined`: another server's, which `stop` leaves alone. */
  origin: "started" | "adopted" | "joined"
  /** Stops the database, if it is ours, after writing everything; may be called twice. Drain the pools first. */
  stop(): Promise<void>
}

/**
 * Starts the PostgreSQL that comes with Backfill, or finds it running. While it is ours a killed PostgreSQL is
 * started again, and it is told to stop when this process exits by itself.
 * @throws DatabaseUnavailable for everything a person can put right
 */
export async function startBundled(options: BundledOptions): Promise<BundledDatabase> {
  const engine = findEngine()
  const dataDir = prepareFolder(options, engine)
  if (options.attach) {
    const joined = await joinRunning(dataDir)
    if (joined) return joined
  }
  const lock = takeLock(dataDir)
  try {
    return await own(dataDir, engine, options.log, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

function prepareFolder({ dataDir, create = true }: BundledOptions, engine: Engine): string {
  const path = resolve(dataDir)
  try {
    const empty = !existsSync(path) || readdirSync(path).length === 0
    if (empty && !create) {
      throw new DatabaseUnavailable(
        "database_missing_data",
        `There is no Backfill data in ${path}. Nothing was created. Check that the disk or volume is mounted and that BACKFILL_DATA is right.`,
      )
    }
    // Folders above keep the usual mode: as root, the database's own account has to pass through them.
    mkdirSync(dirname(path), { recursive: true })
    if (!existsSync(path)) mkdirSync(path, { mode: 0o700 })
    // A foreign folder is refused before even a lock file is put there.
    readMarker(path, engine.major)
    return realpathSync(path)
  } catch (error) {
    throw explainFileError(error, path)
  }
}

/** Joins the database of the living server on this folder; undefined when there is no such server. */
async function joinRunning(dataDir: string): Promise<BundledDatabase | undefined> {
  const deadline = Date.now() + 60_000
  while (currentHolder(dataDir) && Date.now() < deadline) {
    const running = findPostmaster(postgresFolder(dataDir))
    if (running && readMarker(dataDir, findEngine().major)?.state === "ready") {
      const config = connection(dataDir, running, "backfill")
      return { connection: config, origin: "joined", pid: () => running.pid, stop: async () => {} }
    }
    await sleep(50)
  }
  return undefined
}

async function own(dataDir: string, engine: Engine, log: Log, release: () => void): Promise<BundledDatabase> {
  const start = await prepareStart(dataDir, engine, log)
  const marker = readMarker(dataDir, engine.major)
  const adopted = await adopt(start)
  const postmaster = adopted ?? (await startPostmaster(start))
  if (marker?.state === "preparing") {
    await createOwner(dataDir, postmaster)
    markReady(dataDir, marker)
  }
  log.info(
    `PostgreSQL ${engine.version} ${adopted ? "was still running and is used again" : "started"} (process ${postmaster.pid}).`,
  )
  const supervisor = superviseDatabase(postmaster, start)
  const onExit = () => {
    supervisor.stopNow()
    release()
  }
  process.once("exit", onExit)
  return {
    connection: connection(dataDir, postmaster, "backfill"),
    origin: adopted ? "adopted" : "started",
    pid: () => supervisor.pid(),
    async stop() {
      await supervisor.stop()
      process.off("exit", onExit)
      rmSync(postmaster.socketDir, { recursive: true, force: true })
      release()
    },
  }
}

async function prepareStart(dataDir: string, engine: Engine, log: Log): Promise<Start> {
  try {
    const account = databaseAccount(dataDir)
    openDataFolder(dataDir, account)
    if (!readMarker(dataDir, engine.major)) {
      log.info(`Preparing a new data folder in ${dataDir}.`)
      createMarker(dataDir, engine.major)
    }
    const runnable = runnableEngine(engine, dataDir, account)
    await createCluster(dataDir, runnable, account)
    const folder = postgresFolder(dataDir)
    const socketDir = socketFolder(dataDir, account)
    return {
      engine: runnable,
      folder,
      socketDir,
      account,
      startLog: join(dataDir, "database-start.log"),
      log,
    }
  } catch (error) {
    throw explainFileError(error, dataDir)
  }
}

/**
 * Takes over the PostgreSQL that a killed server left running, if it is this very version, durable and answers;
 * any other one on this folder is stopped.
 */
async function adopt({ folder, engine }: Start): Promise<Postmaster | undefined> {
  const orphan = postmasterPid(folder)
  if (orphan === undefined) return undefined
  const running = findPostmaster(folder)
  if (running && existsSync(running.socketDir) && (await isSound(running, folder, engine))) return running
  await stopPostmaster(orphan)
  return undefined
}

async function isSound(running: Postmaster, folder: string, engine: Engine): Promise<boolean> {
  const client = new Client({
    ...connection(join(folder, ".."), running, "postgres"),
    connectionTimeoutMillis: 3_000,
  })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; fsync: string }>(
      "select current_setting('server_version') as version, current_setting('fsync') as fsync",
    )
    return rows[0]?.version.split("-")[0] === engine.version && rows[0].fsync === "on"
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}
