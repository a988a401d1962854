import type { FileHandle } from "node:fs/promises"

// The tar layout of POSIX.1-1988 ("ustar"), so that any tar program lists and unpacks a backup:
// 512-byte blocks, one header block per entry, two empty blocks at the end.
const block = 512

/** An entry found in an archive: where its bytes lie. */
export interface Entry {
  name: string
  size: number
  offset: number
}

/** Writes a tar file, entry by entry, through a handle opened for writing. */
export class ArchiveWriter {
  readonly #handle: FileHandle

  constructor(handle: FileHandle) {
    this.#handle = handle
  }

  /** Adds an entry of exactly `size` bytes; throws a RangeError when the content has another length. */
  async add(
    name: string,
    size: number,
    content: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  ): Promise<void> {
    await this.#handle.writeFile(header(name, size))
    let written = 0
    for await (const chunk of content) {
      await this.#handle.writeFile(chunk)
      written += chunk.byteLength
    }
    if (written !== size) throw new RangeError(`${name}: ${written} bytes instead of ${size}`)
    await this.#handle.writeFile(Buffer.alloc(padding(size)))
  }

  /** Writes the end marks; the caller flushes and closes the handle. */
  async end(): Promise<void> {
    await this.#handle.writeFile(Buffer.alloc(2 * block))
  }
}

/**
 * Lists an archive's entries in order. Throws a RangeError for anything but a whole archive: a damaged header, an
 * entry that goes beyond the file, a missing end.
 */
export async function listEntries(handle: FileHandle): Promise<Entry[]> {
  const { size: total } = await handle.stat()
  const entries: Entry[] = []
  for (let offset = 0; ; ) {
    const bytes = await readExactly(handle, offset, block)
    if (bytes.every((byte) => byte === 0)) return entries
    const entry = parseHeader(bytes, offset + block)
    if (entry.offset + entry.size > total) throw new RangeError(`${entry.name} ends beyond the file`)
    entries.push(entry)
    offset = entry.offset + entry.size + padding(entry.size)
  }
}

/** An entry's bytes, in pieces of at most a mebibyte. */
export async function* entryBytes(handle: FileHandle, { offset, size }: Entry): AsyncGenerator<Buffer> {
  const piece = 1024 * 1024
  for (let done = 0; done < size; done += piece) {
    yield await readExactly(handle, offset + done, Math.min(piece, size - done))
  }
}

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  for (let done = 0; done < length; ) {
    const { bytesRead } = await handle.read(buffer, done, length - done, position + done)
    if (bytesRead === 0) throw new RangeError("the file ends too early")
    done += bytesRead
  }
  return buffer
}

const padding = (size: number) => (block - (size % block)) % block

function header(name: string, size: number): Buffer {
  const bytes = Buffer.alloc(block)
  if (Buffer.byteLength(name) > 100) throw new RangeError(`${name}: name too long for the archive`)
  bytes.write(name, 0, "utf8")
  bytes.write("0000600\0" + "0000000\0" + "0000000\0", 100, "ascii")
  writeSize(bytes, size)
  bytes.write("00000000000\0", 136, "ascii")
  bytes.write("0", 156, "ascii")
  bytes.write("ustar\0" + "00", 257, "ascii")
  bytes.write(`${checksum(bytes).toString(8).padStart(6, "0")}\0 `, 148, "ascii")
  return bytes
}

// Eleven octal digits reach to 8 GiB; beyond that GNU's and POSIX 2001's binary form, marked by the top bit.
function writeSize(bytes: Buffer, size: number): void {
  if (size < 8 ** 11) {
    bytes.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "ascii")
  } else {
    bytes[124] = 0x80
    bytes.writeBigUInt64BE(BigInt(size), 128)
  }
}

function parseHeader(bytes: Buffer, offset: number): Entry {
  const stated = Number.parseInt(bytes.toString("ascii", 148, 154), 8)
  if (stated !== checksum(bytes)) throw new RangeError(`damaged header before byte ${offset}`)
  const size =
    bytes[124] === 0x80
      ? Number(bytes.readBigUInt64BE(128))
      : Number.parseInt(bytes.toString("ascii", 124, 135), 8)
  if (!Number.isSafeInteger(size)) throw new RangeError(`damaged header before byte ${offset}`)
  return { name: bytes.toString("utf8", 0, 100).replace(/\0.*$/s, ""), size, offset }
}

// The sum of all header bytes, the checksum's own eight counted as blanks.
function checksum(bytes: Buffer): number {
  return bytes.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0)
}
