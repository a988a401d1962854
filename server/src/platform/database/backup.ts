import { createHash } from "node:crypto"
import { existsSync } from "node:fs"
import { open, readdir, rename, rm } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { promisify } from "node:util"
import { gzip } from "node:zlib"
import type { ClientBase } from "pg"
import { ArchiveWriter } from "./archive.ts"
import { backupFormat, type Manifest } from "./backup-read.ts"
import { readRows, readSequences, readTables, type Table, useExactText } from "./backup-tables.ts"
import type { Database } from "./connect.ts"
import { codeOf, DatabaseUnavailable, explainFileError, explainServerError, isFileError } from "./errors.ts"
import type { Log } from "./log.ts"
import { syncFolder } from "./marker.ts"
import { inTransaction } from "./transaction.ts"

export interface BackupOptions {
  /** Version of the product that makes the backup. */
  release: string
  log: Log
}

/**
 * Writes everything, rows and stored files, into one file, while the server goes on: all rows are of one instant. Files are read
 * after that instant, so every row finds its file unless it was erased meanwhile. The file appears under its
 * name only when it is complete and on disk; readable by its owner alone.
 * @param filesDir the folder of stored files; undefined when they lie in an object store, which has backups of its own
 */
export async function backup(
  db: Database,
  filesDir: string | undefined,
  target: string,
  options: BackupOptions,
): Promise<Manifest> {
  const path = resolve(target)
  if (existsSync(path)) {
    throw new DatabaseUnavailable(
      "backup_target_exists",
      `${path} exists already and was left as it is. Choose another name for the backup.`,
    )
  }
  const draft = `${path}.partial`
  try {
    const manifest = await writeDraft(db, filesDir, draft, options)
    await rename(draft, path)
    syncFolder(dirname(path))
    return manifest
  } catch (error) {
    await rm(draft, { force: true })
    throw explainServerError(error) ?? (isFileError(error) ? explainFileError(error, path) : error)
  }
}

async function writeDraft(
  db: Database,
  filesDir: string | undefined,
  draft: string,
  { release, log }: BackupOptions,
) {
  const handle = await open(draft, "w", 0o600)
  try {
    const archive = new ArchiveWriter(handle)
    const rows = await inTransaction(db.owner, (client) => addTables(client, archive), "repeatable read")
    const files = filesDir === undefined ? [] : await addFiles(archive, resolve(filesDir), log)
    const createdAt = new Date().toISOString()
    const manifest: Manifest = {
      product: "backfill",
      format: backupFormat,
      release,
      createdAt,
      postgres: db.version,
      ...rows,
      files,
    }
    const content = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`)
    await archive.add("manifest.json", content.length, [content])
    const digest = Buffer.from(`${hash(content)}\n`)
    await archive.add("manifest.sha256", digest.length, [digest])
    await archive.end()
    await handle.sync()
    return manifest
  } finally {
    await handle.close()
  }
}

async function addTables(
  client: ClientBase,
  archive: ArchiveWriter,
): Promise<Pick<Manifest, "migrations" | "tables" | "sequences">> {
  await useExactText(client)
  const migrations = await client.query<{ name: string; digest: string }>(
    "select name, digest from platform.migrations order by name",
  )
  const tables: Manifest["tables"] = []
  for (const table of await readTables(client)) tables.push(await addTable(client, archive, table))
  return { migrations: migrations.rows, tables, sequences: await readSequences(client) }
}

async function addTable(
  client: ClientBase,
  archive: ArchiveWriter,
  table: Table,
): Promise<Manifest["tables"][number]> {
  const parts: Manifest["tables"][number]["parts"] = []
  let count = 0
  for await (const rows of readRows(client, table)) {
    const content = await promisify(gzip)(`${rows.map((row) => JSON.stringify(row)).join("\n")}\n`)
    const entry = `tables/${table.schema}.${table.name}/${number(parts.length)}.ndjson.gz`
    await archive.add(entry, content.length, [content])
    parts.push({ entry, sha256: hash(content) })
    count += rows.length
  }
  return { ...table, rows: count, parts }
}

async function addFiles(archive: ArchiveWriter, folder: string, log: Log): Promise<Manifest["files"]> {
  if (!existsSync(folder)) {
    log.warn(`There is no folder ${folder}; the backup holds no files.`)
    return []
  }
  const files: Manifest["files"] = []
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const path of paths.sort()) {
    const entry = `files/${number(files.length)}`
    const added = await addFile(archive, path, entry)
    if (added) files.push({ path: path.slice(folder.length + 1), entry, ...added })
  }
  return files
}

interface AddedFile {
  size: number
  sha256: string
}

/** Adds a file as long as it is now; undefined when it has been deleted since it was listed. */
async function addFile(archive: ArchiveWriter, path: string, entry: string): Promise<AddedFile | undefined> {
  const handle = await open(path, "r").catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return undefined
    throw error
  })
  if (!handle) return undefined
  try {
    const { size } = await handle.stat()
    const digest = createHash("sha256")
    const content = async function* () {
      if (size === 0) return
      for await (const chunk of handle.createReadStream({ end: size - 1, autoClose: false })) {
        digest.update(chunk as Buffer)
        yield chunk as Buffer
      }
    }
    await archive.add(entry, size, content())
    return { size, sha256: digest.digest("hex") }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new DatabaseUnavailable(
      "backup_file_changed",
      `${path} was shortened while it was being copied, so no backup was written. Nothing stored was changed. Run the backup again.`,
      { cause: error },
    )
  } finally {
    await handle.close()
  }
}

const number = (index: number) => String(index + 1).padStart(8, "0")
const hash = (content: Uint8Array) => createHash("sha256").update(content).digest("hex")
