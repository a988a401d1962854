import { createHash } from "node:crypto"
import { type FileHandle, open } from "node:fs/promises"
import { promisify } from "node:util"
import { gunzip } from "node:zlib"
import { z } from "zod"
import { type Entry, entryBytes, listEntries } from "./archive.ts"
import type { Row } from "./backup-tables.ts"
import { DatabaseUnavailable, explainFileError, messageOf } from "./errors.ts"

/** The layout of backups this release writes. */
export const backupFormat = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const part = z.object({ entry: z.string(), sha256 })
// Files go below one folder and nowhere else.
const relativePath = z.string().refine((path) => {
  const steps = path.split("/")
  return !/[\\\0]/.test(path) && steps.every((step) => step !== "" && step !== "." && step !== "..")
})

const manifestSchema = z.object({
  product: z.literal("backfill"),
  format: z.number().int(),
  release: z.string(),
  createdAt: z.string(),
  postgres: z.number().int(),
  migrations: z.array(z.object({ name: z.string(), digest: sha256 })),
  tables: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      columns: z.array(z.object({ name: z.string(), type: z.string() })),
      rows: z.number().int(),
      parts: z.array(part),
    }),
  ),
  sequences: z.array(
    z.object({
      schema: z.string(),
      name: z.string(),
      value: z.string().regex(/^-?\d+$/),
      called: z.boolean(),
    }),
  ),
  files: z.array(part.extend({ path: relativePath, size: z.number().int() })),
})

/** What a backup says it holds; its last entry, `manifest.json`. */
export type Manifest = z.infer<typeof manifestSchema>

/** A backup whose every byte has been checked. */
export interface Backup {
  manifest: Manifest
  rows(part: { entry: string }): Promise<Row[]>
  bytes(part: { entry: string }): AsyncGenerator<Buffer>
  close(): Promise<void>
}

/**
 * Opens a backup and checks it whole: layout, every hash, nothing missing, nothing added. Close it after use.
 * @throws DatabaseUnavailable `backup_damaged`, `backup_newer` (written in a later layout) or a file error
 */
export async function readBackup(path: string): Promise<Backup> {
  const handle = await open(path, "r").catch((error: unknown) => {
    throw explainFileError(error, path)
  })
  try {
    const entries = new Map((await listEntries(handle)).map((entry) => [entry.name, entry]))
    const manifest = await readManifest(handle, entries, path)
    await checkParts(handle, entries, manifest)
    const find = (name: string) => required(entries, name)
    return {
      manifest,
      rows: async ({ entry }) => parseRows(await contentOf(handle, find(entry))),
      bytes: ({ entry }) => entryBytes(handle, find(entry)),
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    if (error instanceof DatabaseUnavailable) throw error
    throw new DatabaseUnavailable(
      "backup_damaged",
      `The backup ${path} is incomplete or damaged (${messageOf(error)}). It was refused before anything was changed. Copy it again from where it was made, or use an earlier backup.`,
      { cause: error },
    )
  }
}

async function readManifest(
  handle: FileHandle,
  entries: Map<string, Entry>,
  path: string,
): Promise<Manifest> {
  const content = await contentOf(handle, required(entries, "manifest.json"))
  const stated = (await contentOf(handle, required(entries, "manifest.sha256"))).toString("ascii").trim()
  if (createHash("sha256").update(content).digest("hex") !== stated)
    throw new RangeError("manifest.json was altered")
  const found: unknown = JSON.parse(content.toString("utf8"))
  const format = z.object({ format: z.number() }).safeParse(found)
  if (format.success && format.data.format > backupFormat) {
    throw new DatabaseUnavailable(
      "backup_newer",
      `The backup ${path} was made by a newer release. Nothing was changed. Restore it with that release or a later one.`,
    )
  }
  return manifestSchema.parse(found)
}

async function checkParts(
  handle: FileHandle,
  entries: Map<string, Entry>,
  manifest: Manifest,
): Promise<void> {
  const stated = [...manifest.tables.flatMap(({ parts }) => parts), ...manifest.files]
  if (stated.length + 2 !== entries.size)
    throw new RangeError("it holds other entries than its manifest lists")
  for (const { entry, sha256 } of stated) {
    const hash = createHash("sha256")
    for await (const chunk of entryBytes(handle, required(entries, entry))) hash.update(chunk)
    if (hash.digest("hex") !== sha256) throw new RangeError(`${entry} was altered`)
  }
}

async function parseRows(compressed: Buffer): Promise<Row[]> {
  const text = (await promisify(gunzip)(compressed)).toString("utf8")
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row)
}

async function contentOf(handle: FileHandle, entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of entryBytes(handle, entry)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

function required(entries: Map<string, Entry>, name: string): Entry {
  const entry = entries.get(name)
  if (!entry) throw new RangeError(`${name} is missing`)
  return entry
}
