import { FILED_NAME, MAX_PRACTICE_FILE, PRACTICE_JSON } from "@backfill/contract"
import type { FileEntry } from "@zip.js/zip.js/lib/zip-core-custom.js"
import { fileFault } from "./file-fault.ts"

/** A recording in a ZIP. */
export type ZippedMedia = {
  bytes: number
  /** Reads it once, a little at a time, against its checksum, and answers where it lies in the file. Throws where it is damaged. */
  verified: (signal?: AbortSignal) => Promise<Blob>
}
export type PracticeZip = { json: Blob; media: ReadonlyMap<string, ZippedMedia> }

const STORED = 0
const NOTHING_TAKEN = "so nothing was taken in. What you have here is as it was."
const AGAIN = "Choose the ZIP just as “Download everything” gave it to you."

/** Whether a file is a ZIP, by its first bytes and whatever its name. */
export async function isZip(file: Blob): Promise<boolean> {
  const [p, k] = new Uint8Array(await file.slice(0, 2).arrayBuffer())
  return p === 0x50 && k === 0x4b
}

/**
 * Opens a ZIP of one’s practice without loading it: reads its directory, and holds every entry against what Backfill writes.
 * So no entry is compressed, and none can become larger than the file it stands in. Throws a fault with a sentence.
 */
export async function openPracticeZip(file: Blob): Promise<PracticeZip> {
  const { BlobReader, ZipReader } = await import("@zip.js/zip.js/lib/zip-core-custom.js")
  const reader = new ZipReader(new BlobReader(file), {
    strictness: "strict",
    // Names are held against ours below, which says which one is wrong.
    filenameValidation: "tolerant",
    checkOverlappingEntry: true,
    checkCrc32: true,
    useWebWorkers: false,
  })
  const entries = new Map<string, FileEntry>()
  try {
    for await (const entry of reader.getEntriesGenerator()) {
      requireOurs(entry, entries)
      entries.set(entry.filename, entry as FileEntry)
    }
  } catch (error) {
    throw zipFault(error)
  }
  let whole = 0
  for (const { compressedSize } of entries.values()) whole += compressedSize
  if (whole > file.size)
    throw fileFault(`This ZIP says that it holds more than it can, ${NOTHING_TAKEN} ${AGAIN}`)
  const json = entries.get(PRACTICE_JSON)
  entries.delete(PRACTICE_JSON)
  if (!json) throw fileFault(`There is no “${PRACTICE_JSON}” in this ZIP, ${NOTHING_TAKEN} ${AGAIN}`)
  if (json.uncompressedSize > MAX_PRACTICE_FILE)
    throw fileFault(
      `“${PRACTICE_JSON}” in this ZIP is over ${MAX_PRACTICE_FILE / 1_000_000} MB, more than Backfill writes, ${NOTHING_TAKEN}`,
    )
  const media = [...entries].map(
    ([name, entry]) =>
      [name, { bytes: entry.uncompressedSize, verified: (signal) => verify(file, entry, signal) }] as [
        string,
        ZippedMedia,
      ],
  )
  return { json: await verify(file, json), media: new Map(media) }
}

type Header = Pick<
  FileEntry,
  "filename" | "encrypted" | "compressionMethod" | "compressedSize" | "uncompressedSize"
>

function requireOurs(entry: Header, before: ReadonlyMap<string, unknown>): void {
  const { filename: name, encrypted, compressionMethod, compressedSize, uncompressedSize } = entry
  const shown = name.length > 100 ? `${name.slice(0, 100)}…` : name
  if (encrypted) throw fileFault(`“${shown}” in this ZIP is encrypted, ${NOTHING_TAKEN} ${AGAIN}`)
  if (name !== PRACTICE_JSON && !FILED_NAME.test(name))
    throw fileFault(`This ZIP holds “${shown}”, which Backfill didn’t put there, ${NOTHING_TAKEN} ${AGAIN}`)
  if (before.has(name)) throw fileFault(`“${shown}” is in this ZIP twice, ${NOTHING_TAKEN} ${AGAIN}`)
  if (compressionMethod !== STORED || compressedSize !== uncompressedSize)
    throw fileFault(
      `This ZIP was packed anew: “${shown}” in it is compressed, which Backfill never does, ${NOTHING_TAKEN} ${AGAIN}`,
    )
}

async function verify(file: Blob, entry: FileEntry, signal?: AbortSignal): Promise<Blob> {
  try {
    await entry.getData(new WritableStream(), { signal })
  } catch (error) {
    throw signal?.aborted ? error : zipFault(error)
  }
  const from = entry.localDirectory?.dataOffset
  if (from === undefined) throw zipFault(undefined)
  return file.slice(from, from + entry.uncompressedSize)
}

/** What is wrong with a ZIP, in a sentence. Faults that we found ourselves say so already. */
function zipFault(error: unknown): Error {
  if (error instanceof Error && error.name === "ProblemError") return error
  if (error instanceof DOMException)
    return fileFault(
      "Your device can’t read this file any more; perhaps it was moved or changed. What arrived is safe; choose it again.",
    )
  return fileFault(
    `This ZIP is cut short or damaged, ${NOTHING_TAKEN} Download it again, and see that the download ends.`,
  )
}
