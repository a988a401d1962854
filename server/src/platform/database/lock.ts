import { randomUUID } from "node:crypto"
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs"
import { hostname } from "node:os"
import { join } from "node:path"
import { codeOf, DatabaseUnavailable, explainFileError } from "./errors.ts"
import { processToken } from "./processes.ts"

/** Who holds a data folder. */
export interface Holder {
  pid: number
  token: string
  host: string
  id: string
}

/** A held lock. `release` may be called more than once and from an exit handler. */
export interface DataLock {
  release(): void
}

const beatEvery = 5_000
const lockPath = (dataDir: string) => join(dataDir, "server.lock")

/** The living process that holds the data folder, if any. A lock left by a dead process counts as none. */
export function currentHolder(dataDir: string): Holder | undefined {
  const holder = readHolder(lockPath(dataDir))
  return holder && isHolding(holder, lockPath(dataDir)) ? holder : undefined
}

/**
 * Takes the data folder for this process. A lock whose process has died is taken over.
 * @throws DatabaseUnavailable `database_locked` naming the pid, when another server has it; a file error otherwise
 */
export function takeLock(dataDir: string): DataLock {
  const path = lockPath(dataDir)
  const mine: Holder = {
    pid: process.pid,
    token: processToken(process.pid) ?? "",
    host: hostname(),
    id: randomUUID(),
  }
  // Written aside and linked into place, so that nobody ever reads half a lock.
  const draft = `${path}.${mine.id}`
  try {
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
    for (let attempt = 0; attempt < 50; attempt++) {
      if (linked(draft, path)) return hold(path, mine)
      const holder = readHolder(path)
      if (holder && isHolding(holder, path)) throw locked(dataDir, holder)
      removeStale(path, holder)
    }
    throw new DatabaseUnavailable(
      "database_locked",
      `Several servers are trying to take the data folder ${dataDir} at once. Nothing was changed. Start only one of them.`,
    )
  } catch (error) {
    throw explainFileError(error, dataDir)
  } finally {
    rmSync(draft, { force: true })
  }
}

function linked(draft: string, path: string): boolean {
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false
    throw error
  }
}

/** Moves the stale lock away; if another process has replaced it meanwhile, that newer lock is put back. */
function removeStale(path: string, seen: Holder | undefined): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (codeOf(error) === "ENOENT") return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && moved.id !== seen?.id) linked(aside, path)
  rmSync(aside, { force: true })
}

/** Keeps the lock's time fresh, which is all that another machine or container can see of us. */
function hold(path: string, mine: Holder): DataLock {
  const beat = setInterval(() => {
    try {
      if (readHolder(path)?.id === mine.id) utimesSync(path, new Date(), new Date())
    } catch {
      // A disk in trouble; the database says so soon enough.
    }
  }, beatEvery)
  beat.unref()
  return {
    release() {
      clearInterval(beat)
      release(path, mine)
    },
  }
}

function release(path: string, mine: Holder): void {
  if (readHolder(path)?.id === mine.id) rmSync(path, { force: true })
}

/** Here a process is looked up; elsewhere (a shared volume) a lock holds while its time is kept fresh. */
function isHolding(holder: Holder, path: string): boolean {
  if (holder.host === hostname()) return processToken(holder.pid) === holder.token
  try {
    return Date.now() - statSync(path).mtimeMs < 4 * beatEvery
  } catch {
    return false
  }
}

function locked(dataDir: string, holder: Holder): DatabaseUnavailable {
  const elsewhere =
    holder.host === hostname() ? "" : ` on ${holder.host} (if that machine is gone, wait 20 seconds)`
  const who = `process ${holder.pid}${elsewhere}`
  return new DatabaseUnavailable(
    "database_locked",
    `The data folder ${dataDir} is in use by ${who}. That server goes on unharmed. Stop it first, or start this one with another folder in BACKFILL_DATA.`,
  )
}

function readHolder(path: string): Holder | undefined {
  try {
    const found: unknown = JSON.parse(readFileSync(path, "utf8"))
    return isHolder(found) ? found : undefined
  } catch {
    return undefined
  }
}

function isHolder(value: unknown): value is Holder {
  if (typeof value !== "object" || value === null) return false
  const { pid, token, host, id } = value as Partial<Record<keyof Holder, unknown>>
  return typeof pid === "number" && [token, host, id].every((part) => typeof part === "string")
}
