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
    if (!inStore) return out.log(`Saved ${manifest.files.length} files and every row to ${file}.`), 0
    const count = (name: string) =>
      manifest.tables.filter((table) => table.name === name).reduce((sum, { rows }) => sum + rows, 0)
    out.log(`Saved every row to ${file}, and no file.`)
    out.error(
      `Not in it: ${count("files")} files and ${count("recordings")} recordings. They lie in the bucket ${config.BACKFILL_S3_BUCKET} and nowhere else. Copy it too, after this backup, or switch its versions on: rows without their files can’t be opened.`,
    )
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
      if (config.BACKFILL_S3_BUCKET !== "")
        out.error(
          `Files and recordings are read from the bucket ${config.BACKFILL_S3_BUCKET}. Bring it back to where it was when this backup was made before you start: the server deletes pieces of recordings there that no restored row names, after a day.`,
        )
      return 0
    },
    { migrated: false },
  )
}
