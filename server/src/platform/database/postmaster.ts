import { spawn } from "node:child_process"
import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Account } from "./paths.ts"
import type { Engine } from "./engine.ts"
import { DatabaseUnavailable } from "./errors.ts"
import type { Log } from "./log.ts"
import { commandLine, isAlive, processesWorkingIn, signal } from "./processes.ts"

/** A PostgreSQL main process that answers. */
export interface Postmaster {
  pid: number
  socketDir: string
  port: number
}

/** Everything a start needs. */
export interface Start {
  engine: Engine
  /** PostgreSQL's own folder. */
  folder: string
  socketDir: string
  account: Account | undefined
  /** File that takes what PostgreSQL says before its own log is open. */
  startLog: string
  log: Log
}

const pidFile = (folder: string) => join(folder, "postmaster.pid")
const startLimit = 180_000

// Given on the command line, so that no file and no ALTER SYSTEM can weaken them. Terse messages leave out the
// details that quote personal data ("Key (email)=(…)").
const settings = {
  listen_addresses: "",
  unix_socket_permissions: "0700",
  fsync: "on",
  synchronous_commit: "on",
  full_page_writes: "on",
  max_connections: "100",
  shared_buffers: "96MB",
  max_wal_size: "512MB",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  logging_collector: "on",
  log_directory: "log",
  log_filename: "postgres-%a.log",
  log_truncate_on_rotation: "on",
  log_rotation_age: "1d",
}

/** The running postmaster of a folder, once it accepts connections; undefined when none does now. */
export function findPostmaster(folder: string): Postmaster | undefined {
  const [pid, , , port, socketDir, , , status] = readPidFile(folder)
  if (!pid || !socketDir || status?.trim() !== "ready") return undefined
  return isPostmasterOf(Number(pid), folder) ? { pid: Number(pid), socketDir, port: Number(port) } : undefined
}

/** The pid of a postmaster of this folder in whatever state: starting, ready or stopping. */
export function postmasterPid(folder: string): number | undefined {
  const pid = Number(readPidFile(folder)[0])
  return isPostmasterOf(pid, folder) ? pid : undefined
}

/** Starts PostgreSQL detached from our terminal and waits until it accepts connections, crash recovery included. */
export async function startPostmaster(start: Start): Promise<Postmaster> {
  const deadline = Date.now() + startLimit
  for (;;) {
    await clearLeftovers(start)
    const result = await tryStart(start, deadline)
    if (typeof result !== "string") return result
    // Server processes of a killed postmaster still hold the memory; they notice within a moment.
    if (!/still in use|already exists/.test(result) || Date.now() > deadline - startLimit + 30_000) {
      throw explainStart(start, result)
    }
    await sleep(100)
  }
}

/**
 * Stops a postmaster: fast (open transactions are rolled back, everything committed is written), and after
 * `patience` milliseconds at once, which costs the next start a recovery but loses nothing either.
 */
export async function stopPostmaster(pid: number, patience = 30_000): Promise<void> {
  signal(pid, "SIGINT")
  if (await goneWithin(pid, patience)) return
  signal(pid, "SIGQUIT")
  if (await goneWithin(pid, 10_000)) return
  signal(pid, "SIGKILL")
  await goneWithin(pid, 5_000)
}

async function goneWithin(pid: number, limit: number): Promise<boolean> {
  const deadline = Date.now() + limit
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false
    await sleep(10)
  }
  return true
}

async function tryStart(start: Start, deadline: number): Promise<Postmaster | string> {
  const { engine, folder, socketDir, account, startLog } = start
  const output = openSync(startLog, "w", 0o600)
  const options = Object.entries({ ...settings, unix_socket_directories: socketDir })
  const child = spawn(
    join(engine.root, "bin", "postgres"),
    ["-D", folder, ...options.flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    // A session of its own: Ctrl-C reaches the server, which drains and then stops the database itself.
    { ...account, cwd: folder, detached: true, stdio: ["ignore", output, output], env: engineEnvironment() },
  )
  closeSync(output)
  child.unref()
  let failure: string | undefined
  child.once("error", (error) => {
    failure = error.message
  })
  const onExit = () => {
    failure ??= `${readFileSync(startLog, "utf8")}${lastLog(folder)}`
  }
  child.once("exit", onExit)
  while (failure === undefined && Date.now() < deadline) {
    const running = findPostmaster(folder)
    if (running && running.pid === child.pid) {
      child.off("exit", onExit)
      return running
    }
    await sleep(10)
  }
  if (failure === undefined && child.pid) await stopPostmaster(child.pid)
  return failure ?? "The database did not become ready in time."
}

/** What the engine's programs get of our environment: no secrets, no PG* variables. */
export function engineEnvironment(): NodeJS.ProcessEnv {
  return { PATH: process.env["PATH"], LANG: "C", LC_ALL: "C", TZ: "UTC" }
}

/**
 * Removes what a crash leaves in the way. A pid file that names a dead process is left for PostgreSQL itself, which
 * also looks whether the old shared memory is still in use. Two cases it can't judge: an empty file (power cut), and a
 * pid that meanwhile belongs to somebody else or to a zombie; there the pid is replaced by ours, which
 * PostgreSQL, as our child, knows not to be a rival and so goes on to look at the shared memory.
 */
async function clearLeftovers({ folder, socketDir, log }: Start): Promise<void> {
  const patience = Date.now() + 5_000
  while (processesWorkingIn(folder).length > 0) {
    const left = processesWorkingIn(folder).filter((pid) => pid !== process.pid && isServerProcess(pid))
    if (left.length === 0) break
    if (Date.now() > patience) for (const pid of left) signal(pid, "SIGQUIT")
    if (Date.now() > patience + 5_000) for (const pid of left) signal(pid, "SIGKILL")
    await sleep(20)
  }
  // The socket has a pid file too. Its folder is this data folder's alone, so whatever is there is a leftover.
  for (const name of readdirSync(socketDir)) rmSync(join(socketDir, name))
  const path = pidFile(folder)
  if (!existsSync(path)) return
  const content = readFileSync(path, "utf8")
  const pid = Number.parseInt(content, 10)
  if (!Number.isInteger(pid) || pid <= 0) {
    log.warn("The database’s pid file was empty after a crash; it was removed.")
    rmSync(path)
  } else if (pidIsTaken(pid)) {
    log.warn(`The database’s pid file named process ${pid}, which is not its own; it was corrected.`)
    writeFileSync(path, content.replace(/^\d+/, String(process.pid)))
  }
}

function pidIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

// The main process is called by its path, its server processes "postgres: …".
function isServerProcess(pid: number): boolean {
  return /^(\S*\/)?postgres(:|\s)/.test(commandLine(pid))
}

function isPostmasterOf(pid: number, folder: string): boolean {
  if (!isAlive(pid)) return false
  const command = commandLine(pid)
  return command.includes("postgres") && command.includes(`-D ${folder} `)
}

function readPidFile(folder: string): string[] {
  try {
    return readFileSync(pidFile(folder), "utf8").split("\n")
  } catch {
    return []
  }
}

/** The end of the newest log file: once its log is open, the engine tells its troubles there. */
function lastLog(folder: string): string {
  const logs = join(folder, "log")
  if (!existsSync(logs)) return ""
  const paths = readdirSync(logs).map((name) => join(logs, name))
  const newest = paths.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1)
  return newest ? readFileSync(newest, "utf8").slice(-4_000) : ""
}

/** Puts the engine's last words into a sentence. */
export function explainStart(
  { folder, startLog }: Pick<Start, "folder" | "startLog">,
  said: string,
): DatabaseUnavailable {
  const cause = new Error(said)
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    return new DatabaseUnavailable(
      "database_disk_full",
      `The database can’t start: the disk that holds ${folder} is full. What was saved is safe. Free some space, then start again.`,
      { cause },
    )
  }
  if (
    /Permission denied|Operation not permitted|Read-only file system|could not look up effective user/.test(
      said,
    )
  ) {
    return new DatabaseUnavailable(
      "database_permission",
      `The database may not use ${folder}: ${lastLine(said)}. What was saved is safe. Give that folder back to the user it was created by, or choose another one with BACKFILL_DATA.`,
      { cause },
    )
  }
  return new DatabaseUnavailable(
    "database_start_failed",
    `The database did not start: ${lastLine(said)}. What was saved is left as it is. The rest of what it said is in ${startLog}.`,
    { cause },
  )
}

function lastLine(said: string): string {
  const lines = said.split("\n").filter((line) => line.trim() !== "")
  const telling =
    lines.findLast((line) => /FATAL|PANIC/.test(line)) ??
    lines.find((line) => /error|denied|could not/i.test(line))
  return (telling ?? lines[0] ?? "it said nothing")
    .replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "")
    .trim()
    .replace(/\.$/, "")
}
