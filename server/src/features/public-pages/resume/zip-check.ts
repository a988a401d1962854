import { crc32, inflateRawSync } from "node:zlib"

/** Why an archive isn't opened. `too-large` covers everything that unpacks to more than it should. */
export type ZipFault = "too-large" | "damaged"

const MAX_INFLATED = 50 * 1024 * 1024
const MAX_ENTRIES = 2000
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50

interface Entry {
  name: string
  method: number
  crc: number
  packed: number
  inflated: number
  offset: number
}

/**
 * Checks a ZIP archive before any library unpacks it: number of entries, names, overlaps, what it inflates to in truth
 * (not only by its own account) and checksums. Reads the central directory as APPNOTE 6.3 describes it; the 64-bit form
 * is refused, a résumé has no use for it. Undefined means that it may be opened.
 */
export function checkZip(bytes: Buffer): ZipFault | undefined {
  const entries = readDirectory(bytes)
  if (entries === undefined) return "damaged"
  if (entries.length > MAX_ENTRIES || entries.reduce((sum, entry) => sum + entry.inflated, 0) > MAX_INFLATED)
    return "too-large"
  if (entries.some((entry) => /(^|[\\/])\.\.([\\/]|$)|^[\\/]|\0/.test(entry.name)) || overlaps(entries))
    return "damaged"
  let left = MAX_INFLATED
  for (const entry of entries) {
    const content = inflate(bytes, entry, left)
    if (content === "too-large" || content === "damaged") return content
    left -= content.length
  }
  return undefined
}

function readDirectory(bytes: Buffer): Entry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end === -1 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return undefined
  const count = bytes.readUInt16LE(end + 10)
  let at = bytes.readUInt32LE(end + 16)
  const entries: Entry[] = []
  for (let index = 0; index < count && index <= MAX_ENTRIES; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined
    const nameLength = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      inflated: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Entries that share bytes are how a small archive claims to be a huge one. */
function overlaps(entries: readonly Entry[]): boolean {
  const sorted = [...entries].sort((a, b) => a.offset - b.offset)
  return sorted.some((entry, index) => {
    const next = sorted[index + 1]
    return next !== undefined && entry.offset + 30 + entry.packed > next.offset
  })
}

function inflate(bytes: Buffer, entry: Entry, budget: number): Buffer | ZipFault {
  const { offset } = entry
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) return "damaged"
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const packed = bytes.subarray(start, start + entry.packed)
  if (packed.length < entry.packed || (entry.method !== 0 && entry.method !== 8)) return "damaged"
  try {
    const content = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: budget + 1 })
    if (content.length > budget) return "too-large"
    return content.length === entry.inflated && crc32(content) === entry.crc ? content : "damaged"
  } catch (error) {
    return (error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "damaged"
  }
}
