import type { Dirent } from "node:fs"
import { constants, open, readdir } from "node:fs/promises"
import { join } from "node:path"
import { KIT_LIMITS, type KitFile } from "@backfill/core"

/**
 * Every entry under a folder, as `readKit` takes it, in the order of names. Links are listed and never followed. Names
 * that start with a dot (an editor's, a version control's) are passed over. Reading stops soon after a kit's limits are
 * exceeded, with enough handed out for `readKit` to say so. Rejects when the folder can't be read.
 */
export async function walkKit(dir: string): Promise<KitFile[]> {
  const found: KitFile[] = []
  const budget = { bytes: KIT_LIMITS.kitBytes + 1 }
  await walk(dir, "", found, budget)
  return found
}

async function walk(
  root: string,
  folder: string,
  found: KitFile[],
  budget: { bytes: number },
): Promise<void> {
  const entries = await readdir(join(root, folder), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue
    if (found.length > KIT_LIMITS.files) return
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) await walk(root, path, found, budget)
    else found.push(await readEntry(root, path, entry, budget))
  }
}

async function readEntry(
  root: string,
  path: string,
  entry: Dirent,
  budget: { bytes: number },
): Promise<KitFile> {
  if (entry.isSymbolicLink()) return { path, bytes: new Uint8Array(), kind: "link" }
  if (!entry.isFile()) return { path, bytes: new Uint8Array(), kind: "other" }
  const bytes = await readStart(join(root, path), Math.min(KIT_LIMITS.fileBytes + 1, budget.bytes))
  budget.bytes -= bytes.length
  return { path, bytes, kind: "file" }
}

/** At most `limit` bytes of a file. Opening refuses a link that has taken the file's place since it was listed. */
async function readStart(path: string, limit: number): Promise<Uint8Array> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const { size } = await handle.stat()
    const bytes = new Uint8Array(Math.min(size, limit))
    let length = 0
    while (length < bytes.length) {
      const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
      if (bytesRead === 0) break
      length += bytesRead
    }
    return bytes.subarray(0, length)
  } finally {
    await handle.close()
  }
}
