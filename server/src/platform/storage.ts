import { createHash, randomUUID } from "node:crypto"
import { createReadStream, type ReadStream } from "node:fs"
import { mkdir, open, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import type { Readable } from "node:stream"
import { ProblemError } from "./problem-error.ts"

export interface Stored {
  key: string
  bytes: number
  digest: string
}

/** Where files live: a local folder. Keys are random, so that a name or a guess never opens a file. */
export interface Storage {
  readonly root: string
  /** Writes a stream durably; refuses more than `limit` bytes with too_large and leaves nothing behind. */
  put(source: Readable, limit: number): Promise<Stored>
  read(key: string): ReadStream
  remove(key: string): Promise<void>
}

async function syncFolder(path: string) {
  const folder = await open(path, "r")
  await folder.sync().finally(() => folder.close())
}

/** Storage in a folder of this machine; a file is acknowledged after fsync of itself and its folder. */
export async function localStorage(root: string): Promise<Storage> {
  await mkdir(join(root, "incoming"), { recursive: true, mode: 0o700 })
  const place = (key: string) => {
    if (!/^[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(key)) throw new ProblemError("not_found")
    return join(root, key)
  }
  return {
    root,
    async put(source, limit) {
      const id = randomUUID()
      const incoming = join(root, "incoming", id)
      const file = await open(incoming, "wx", 0o600)
      const hash = createHash("sha256")
      let bytes = 0
      try {
        for await (const chunk of source) {
          bytes += chunk.length
          if (bytes > limit)
            throw new ProblemError("too_large", {
              detail: `Files up to ${Math.round(limit / 1_000_000)} MB fit here. Nothing was stored; save a smaller version and choose it again.`,
            })
          hash.update(chunk)
          await file.write(chunk)
        }
        await file.sync()
      } catch (error) {
        await file.close()
        await rm(incoming, { force: true })
        throw error
      }
      await file.close()
      const key = `${id.slice(0, 2)}/${id}`
      await mkdir(join(root, id.slice(0, 2)), { recursive: true, mode: 0o700 })
      await rename(incoming, join(root, key))
      await syncFolder(join(root, id.slice(0, 2)))
      return { key, bytes, digest: hash.digest("hex") }
    },
    read: (key) => createReadStream(place(key)),
    remove: (key) => rm(place(key), { force: true }),
  }
}
