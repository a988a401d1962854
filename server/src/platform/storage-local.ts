import { createHash, randomUUID } from "node:crypto"
import { createReadStream } from "node:fs"
import { type FileHandle, mkdir, open, readdir, rename, rm, rmdir, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { ProblemError } from "./problem-error.ts"
import { FOLDER, KEY, keyOf, type Storage, type Stored } from "./storage.ts"

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
  return spoolInto(await open(path, "wx", 0o600), source, path, limit)
}

async function spoolInto(
  file: FileHandle,
  source: AsyncIterable<Uint8Array>,
  path: string,
  limit: number,
): Promise<Omit<Stored, "key">> {
  const hash = createHash("sha256")
  let [bytes, held] = [0, 0]
  let waiting: Uint8Array[] = []
  const write = async () => {
    if (held > 0) await writeAll(file, waiting, held)
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
    if (FULL.has(codeOf(error) ?? "")) throw new ProblemError("storage_full", { cause: error })
    throw error
  }
  await file.close()
  return { bytes, digest: hash.digest("hex") }
}

/** Writes pieces one after the other as they lie; the system may stop in the middle, on a disk that is getting full or for no reason. */
async function writeAll(file: FileHandle, pieces: readonly Uint8Array[], bytes: number): Promise<void> {
  const { bytesWritten } = await file.writev([...pieces])
  if (bytesWritten < bytes) await file.writeFile(Buffer.concat(pieces).subarray(bytesWritten))
}

/** Storage in a folder of this machine; a file is acknowledged after fsync of itself and its folders. */
export async function localStorage(root: string): Promise<Storage> {
  const waiting = join(root, "incoming")
  await mkdir(waiting, { recursive: true, mode: 0o700 })
  const place = (key: string, form = KEY) => {
    if (!form.test(key)) throw new ProblemError("not_found")
    return join(root, key)
  }
  const making = new Map<string, Promise<void>>()
  /** Makes a folder that is on disk afterwards, also for whoever comes while another makes it. */
  const makeFolder = (path: string): Promise<void> => {
    const make = async () => {
      if ((await mkdir(path, { recursive: true, mode: 0o700 })) === undefined) return
      for (let parent = dirname(path); parent.length >= root.length; parent = dirname(parent))
        await syncFolder(parent)
    }
    const under = making.get(path) ?? make().finally(() => making.delete(path))
    making.set(path, under)
    return under
  }
  /** Opens a new file, and only where that fails sees to its folder: nearly always it is there. */
  const openNew = async (path: string): Promise<FileHandle> => {
    const make = () => open(path, "wx", 0o600)
    await making.get(dirname(path))
    return make().catch(async (error: unknown) => {
      if (codeOf(error) !== "ENOENT") throw error
      await makeFolder(dirname(path))
      return make()
    })
  }
  return {
    root,
    async put(source, limit, folder) {
      const id = randomUUID()
      if (folder !== undefined) {
        const path = place(folder, FOLDER)
        const file = await openNew(join(path, id))
        const written = await spoolInto(file, source, join(path, id), limit)
        await syncFolder(path).catch((cause: unknown) => {
          throw codeOf(cause) === "ENOENT" ? new ProblemError("upload_gone", { cause }) : cause
        })
        return { key: keyOf(id, folder), ...written }
      }
      const incoming = join(waiting, id)
      const written = await spool(source, incoming, limit)
      const path = join(root, id.slice(0, 2))
      await makeFolder(path)
      await rename(incoming, join(root, keyOf(id)))
      await syncFolder(path)
      return { key: keyOf(id), ...written }
    },
    read: (key, range) => createReadStream(place(key), range ?? {}),
    remove: (key) => rm(place(key), { force: true }),
    async *list() {
      for (const folder of await namesIn(join(root, "recordings")))
        for (const name of await namesIn(join(root, "recordings", folder))) {
          const key = `recordings/${folder}/${name}`
          const found = await stat(join(root, key)).catch(() => undefined)
          if (found && KEY.test(key)) yield { key, writtenAt: found.mtime }
        }
    },
    clear: (folder) => rm(place(folder, FOLDER), { recursive: true, force: true }),
    async tidy(before) {
      await tidyFolder(waiting, before)
      for (const name of await namesIn(join(root, "recordings"))) {
        const path = join(root, "recordings", name)
        const found = await stat(path).catch(() => undefined)
        // One with something in it stays.
        if (found && found.mtime < before) await rmdir(path).catch(() => {})
      }
    },
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code
const namesIn = (path: string): Promise<string[]> =>
  readdir(path).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") return []
    throw error
  })

/** Deletes files that nobody has written to for long. */
export async function tidyFolder(folder: string, before: Date): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => undefined)
    if (found && found.mtime < before) await rm(path, { force: true, recursive: true })
  }
}
