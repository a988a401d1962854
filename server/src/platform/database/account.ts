import { chmodSync, chownSync, existsSync, statSync } from "node:fs"
import { DatabaseUnavailable } from "./errors.ts"
import { postgresFolder } from "./marker.ts"
import { type Account, firstClosedFolder } from "./paths.ts"

// `nobody` on every Linux in use and the overflow id of the kernel.
const nobody: Account = { uid: 65534, gid: 65534 }

/**
 * The account PostgreSQL must be given, or undefined when it simply runs as ourselves.
 * PostgreSQL refuses to run as root; started by root it takes the owner of the data (kept over restarts), the owner
 * of the data folder when that isn't root, else `nobody`.
 */
export function databaseAccount(dataDir: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  for (const path of [postgresFolder(dataDir), dataDir]) {
    if (!existsSync(path)) continue
    const { uid, gid } = statSync(path)
    if (uid !== 0) return { uid, gid }
  }
  return nobody
}

/**
 * Lets the database's account pass through the data folder (but not list it) and checks that the folders above it
 * are open to that account.
 */
export function openDataFolder(dataDir: string, account: Account | undefined): void {
  if (!account) return
  if (statSync(dataDir).uid === 0) {
    chownSync(dataDir, 0, account.gid)
    chmodSync(dataDir, 0o710)
  }
  const closed = firstClosedFolder(dataDir, account)
  if (closed === undefined) return
  throw new DatabaseUnavailable(
    "database_permission",
    `The database never runs as root; it runs as user ${account.uid}, who may not enter ${closed}. Nothing was started. Choose a data folder outside it with BACKFILL_DATA (for example /var/lib/backfill), or start Backfill as an ordinary user.`,
  )
}
