import type { Readable } from "node:stream"
import { PRACTICE_JSON } from "@backfill/contract"
import { ZipFile } from "yazl"
import type { Storage } from "../../platform/storage.ts"

/** A file that goes into the ZIP beside the JSON, and where it is stored. */
export interface ZippedFile {
  name: string
  key: string
  bytes: number
  writtenAt: Date
}

/**
 * A ZIP of the JSON file and the recordings it names, and how large it will be. Recordings are packed already, so nothing is
 * compressed: each is read when it is its turn, no faster than the reader takes it, and nothing is written to disk. A
 * reader that leaves closes what is open. Where a file can't be read the ZIP breaks off, short of its announced size.
 */
export function zipPractice(
  json: string,
  files: readonly ZippedFile[],
  storage: Pick<Storage, "read">,
  now: Date,
): { body: Readable; bytes: number } {
  const zip = new ZipFile()
  const body = zip.outputStream
  const breakOff = (error: Error) => body.destroy(error)
  let open: Readable | undefined
  zip.on("error", breakOff)
  body.once("close", () => open?.destroy())
  zip.addBuffer(Buffer.from(json), PRACTICE_JSON, { mtime: now, compress: false })
  for (const { name, key, bytes, writtenAt } of files)
    zip.addReadStreamLazy(name, { size: bytes, mtime: writtenAt, compress: false }, (done) => {
      open = storage.read(key).once("error", breakOff)
      done(null, open)
    })
  let size = -1
  zip.end({}, (bytes) => (size = bytes))
  return { body, bytes: size }
}
