import { readFileSync } from "node:fs"
import { backup, compose, filesFolder, ledgerOf, replayErasures, restore } from "@backfill/server"
import type { Output } from "../output.ts"
import { withStore } from "../store.ts"

const release = () =>
  (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string })
    .version
const logOf = (out: Output) => ({ info: out.log, warn: out.error, error: out.error })

/** `backfill backup FILE`: everything in one file, also while the server runs. */
export async function backupCommand(args: string[], out: Output): Promise<number> {
  const [file, ...more] = args
  if (file === undefined || more.length > 0)
    return out.error("Name the file to write: backfill backup FILE"), 2
  return withStore(out, async (config, database) => {
    const inStore = config.BACKFILL_S3_BUCKET !== ""
    const manifest = await backup(database, inStore ? undefined : filesFolder(config), file, {
      release: release(),
      log: logOf(out),
    })
    if (inStore)
      out.log(
        `Files are in the bucket ${config.BACKFILL_S3_BUCKET}, which has backups of its own; this one holds the rows.`,
      )
    out.log(`Saved ${manifest.files.length} files and every row to ${file}.`)
    return 0
  })
}

/**
 * `backfill restore FILE [ERASURES]`: brings a backup into an empty installation; the server must not run. ERASURES is the
 * erasures.json of the old data folder: what was erased after the backup is erased again.
 */
export async function restoreCommand(args: string[], out: Output): Promise<number> {
  const [file, ledger, ...more] = args
  if (file === undefined || more.length > 0)
    return out.error("Name the backup to read: backfill restore FILE [ERASURES]"), 2
  return withStore(
    out,
    async (config, database) => {
      await restore(database, filesFolder(config), file, { log: logOf(out) })
      const { app, close } = await compose({ ...config, LOG_LEVEL: "error" }, database)
      const replayed = await replayErasures(app, ledger ?? ledgerOf(config.BACKFILL_DATA)).finally(close)
      if (replayed > 0)
        out.log(`${replayed} applications were erased after this backup was made; they are erased again.`)
      out.log(`Restored ${file}. Start with: npm start`)
      return 0
    },
    { migrated: false },
  )
}
