import { createHash } from "node:crypto"
import { chmodSync, chownSync, lstatSync, mkdirSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join, posix, win32 } from "node:path"
import { codeOf, DatabaseUnavailable } from "./errors.ts"

/** What `defaultDataDirectory` looks at, so that it can be asked about any machine. */
export interface Surroundings {
  platform: NodeJS.Platform
  env: Readonly<Record<string, string | undefined>>
  home: string
  /** User id; undefined where there is none (Windows). */
  uid: number | undefined
}

/**
 * Where Backfill keeps its data when nobody says otherwise: the user's own data folder, after each platform's
 * custom (XDG base directories on Linux). For root it is /var/lib/backfill, since the database never runs
 * as root and could not enter root's home.
 */
export function defaultDataDirectory({ platform, env, home, uid }: Surroundings): string {
  if (platform === "win32")
    return win32.join(env["LOCALAPPDATA"] ?? win32.join(home, "AppData", "Local"), "Backfill")
  if (uid === 0) return "/var/lib/backfill"
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "Backfill")
  const xdg = env["XDG_DATA_HOME"]
  return posix.join(xdg?.startsWith("/") ? xdg : posix.join(home, ".local", "share"), "backfill")
}

/** The user and group that the database runs as. */
export interface Account {
  uid: number
  gid: number
}

/** The first folder above `path` (or itself) that the account may not pass through, by owner, group and mode. */
export function firstClosedFolder(path: string, account: Account): string | undefined {
  const above = dirname(path) === path ? undefined : firstClosedFolder(dirname(path), account)
  if (above !== undefined) return above
  const { uid, gid, mode } = statSync(path)
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0
  return (mode >> shift) & 1 ? undefined : path
}

// A socket's full path must fit sockaddr_un (108 bytes on Linux, 104 on macOS), its closing zero included.
const longestSocketPath = process.platform === "linux" ? 107 : 103
const socketName = ".s.PGSQL.5432"

/**
 * Makes the private folder for the socket: short whatever the data folder's length, the same for the same data
 * folder, closed to other users. A folder somebody else put at that name is refused, not used.
 * @param account who runs the database, when that is not this process's user
 */
export function socketFolder(dataDir: string, account: Account | undefined): string {
  const name = `backfill-${createHash("sha256").update(dataDir).digest("hex").slice(0, 12)}`
  const owner = account?.uid ?? process.getuid?.() ?? 0
  const choices = [process.env["XDG_RUNTIME_DIR"], tmpdir(), "/tmp", dataDir]
  for (const base of choices) {
    if (base === undefined || base === "") continue
    const folder = join(base, name)
    if (Buffer.byteLength(join(folder, socketName)) > longestSocketPath) continue
    if (isUsable(base, account) && makePrivate(folder, owner, account)) return folder
  }
  throw new DatabaseUnavailable(
    "database_path",
    `There is no folder for the database’s socket: ${choices.filter(Boolean).join(", ")} are closed to the database or too long. Nothing was changed. Set TMPDIR to a short folder that everybody may enter, then start again.`,
  )
}

function isUsable(base: string, account: Account | undefined): boolean {
  try {
    return statSync(base).isDirectory() && (!account || firstClosedFolder(base, account) === undefined)
  } catch {
    return false
  }
}

function makePrivate(folder: string, owner: number, account: Account | undefined): boolean {
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  } catch (error) {
    if (codeOf(error) !== "EEXIST") return false
  }
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== owner) return false
  if ((found.mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
  return true
}
