import { createHash, randomUUID } from "node:crypto"
import { createReadStream } from "node:fs"
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { ProblemError } from "./problem-error.ts"
import { KEY, keyOf, type Storage, type Stored } from "./storage.ts"

/** Each write takes its turn among the syncs of others, so few large ones are far faster than many small ones. */
const WRITE_BYTES = 1024 * 1024
/** What the system says when there is no room for a file. */
const FULL = new Set(["ENOSPC", "EDQUOT", "EFBIG"])

export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r")
  await folder.sync().finally(() => folder.close())
}

/** Writes a stream to a new file and waits until it is on disk; leaves nothing behind when it can’t. */
export async function spool(
  source: AsyncIterable<Uint8Array>,
  path: string,
  limit: number,
): Promise<Omit<Stored, "key">> {
  const file = await open(path, "wx", 0o600)
  const hash = createHash("sha256")
  let [bytes, held] = [0, 0]
  let waiting: Uint8Array[] = []
  // Writes all of it; the system’s own may stop in the middle on a disk that is getting full.
  const write = async () => {
    if (held > 0) await file.writeFile(Buffer.concat(waiting))
    waiting = []
    held = 0
  }
  try {
    for await (const chunk of source) {
      bytes += chunk.length
      if (bytes > limit)
        throw new ProblemError("too_large", {
          detail: `Files up to ${Math.round(limit / 1_000_000)} MB fit here. Nothing was stored; save a smaller version and choose it again.`,
        })
      hash.update(chunk)
      waiting.push(chunk)
      if ((held += chunk.length) >= WRITE_BYTES) await write()
    }
    await write()
    await file.sync()
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    if (FULL.has((error as NodeJS.ErrnoException).code ?? ""))
      throw new ProblemError("storage_full", { cause: error })
    throw error
  }
  await file.close()
  return { bytes, digest: hash.digest("hex") }
}

/** Storage in a folder of this machine; a file is acknowledged after fsync of itself and its folders. */
export async function localStorage(root: string): Promise<Storage> {
  const waiting = join(root, "incoming")
  await mkdir(waiting, { recursive: true, mode: 0o700 })
  const place = (key: string) => {
    if (!KEY.test(key)) throw new ProblemError("not_found")
    return join(root, key)
  }
  return {
    root,
    async put(source, limit) {
      const id = randomUUID()
      const incoming = join(waiting, id)
      const written = await spool(source, incoming, limit)
      const folder = join(root, id.slice(0, 2))
      await rename(incoming, join(root, keyOf(id))).catch(async (error: NodeJS.ErrnoException) => {
        if (error.code !== "ENOENT") throw error
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await syncFolder(root)
        await rename(incoming, join(root, keyOf(id)))
      })
      await syncFolder(folder)
      return { key: keyOf(id), ...written }
    },
    read: (key, range) => createReadStream(place(key), range ?? {}),
    remove: (key) => rm(place(key), { force: true }),
    tidy: (before) => tidyFolder(waiting, before),
  }
}

/** Deletes files that nobody has written to for long. */
export async function tidyFolder(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtime < before) await rm(path, { force: true, recursive: true })
  }
}
