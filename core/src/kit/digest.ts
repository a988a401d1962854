import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import { parentsOf } from "./extend/chain.ts"
import { type KitFile, kindOfPath } from "./tree.ts"

/**
 * The digest of a kit, 64 hex digits: SHA-256 over its files in the order of their paths (compared by UTF-16 unit), each
 * as the UTF-8 bytes of its path, a zero byte, the length of its content in decimal digits, a zero byte, and the content,
 * in which CR LF and a lone CR have become LF. Files that are no part of a kit are left out. For a kit that extends
 * another, found among `known`, there comes first, framed alike, `extends/<id>@<version>` with the other's digest.
 */
export function kitDigest(files: readonly KitFile[], known: readonly (readonly KitFile[])[] = []): string {
  let below: Below | undefined
  for (const { ref, files: own } of parentsOf(files, known).chain.reverse()) {
    below = { ref, digest: digestOf(own, below) }
  }
  return digestOf(files, below)
}

/** The kit below an extending one. */
interface Below {
  ref: string
  digest: string
}

function digestOf(files: readonly KitFile[], below?: Below): string {
  const hash = sha256.create()
  const encoder = new TextEncoder()
  if (below) hash.update(encoder.encode(`extends/${below.ref}\0${below.digest.length}\0${below.digest}`))
  for (const { path, bytes } of pinnedFiles(files)) {
    const content = normaliseLineEnds(bytes)
    hash.update(encoder.encode(`${path}\0${content.length}\0`)).update(content)
  }
  return bytesToHex(hash.digest())
}

/** The plain files that belong to a kit, sorted by path: what is digested and bundled. */
export function pinnedFiles(files: readonly KitFile[]): KitFile[] {
  return files
    .filter(({ kind, path }) => kind === "file" && kindOfPath(path) !== undefined)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const LF = 0x0a
const CR = 0x0d

function normaliseLineEnds(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(CR)) return bytes
  const result = new Uint8Array(bytes.length)
  let length = 0
  bytes.forEach((byte, index) => {
    if (byte === LF && bytes[index - 1] === CR) return
    result[length++] = byte === CR ? LF : byte
  })
  return result.subarray(0, length)
}
