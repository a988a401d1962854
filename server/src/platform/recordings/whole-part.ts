/** Reads so many bytes from a place in the file, or fewer at its end. */
export type ReadAt = (at: number, length: number) => Uint8Array

/** What of a file is whole: its bytes up to `end`, with `patch` in place of what stands at `at`. */
export interface WholePart {
  end: number
  patch?: { at: number; bytes: Uint8Array }
}

const SEGMENT = 0x18538067
const CLUSTER = 0x1f43b675
/** What may stand in a segment, by Matroska's list (RFC 9559, 5.1); the last two may stand anywhere. */
const IN_SEGMENT = new Set([
  CLUSTER,
  0x114d9b74,
  0x1549a966,
  0x1654ae6b,
  0x1c53bb6b,
  0x1941a469,
  0x1043a770,
  0x1254c367,
  0xec,
  0xbf,
])
const BLOCKS = new Set([0xa3, 0xa0])

const SCANNED = 1024 * 1024

interface Element {
  id: number
  /** Where its content begins. */
  from: number
  /** Where it ends; undefined for one that was written without a length. */
  to: number | undefined
  /** Where its length stands, and in how many bytes. */
  sizeAt: number
  sizeBytes: number
}

/**
 * What of a WebM or Matroska file can be read to its last block when the writing broke off, as with a phone that died: a
 * recorder writes seconds of picture and sound into one cluster, and readers pass over a cluster that isn't all there. So that
 * cluster is made as long as the blocks in it that are. Undefined where nothing broke off, and for other files.
 */
export function wholePart(read: ReadAt, size: number): WholePart | undefined {
  const header = elementAt(read, 0, size)
  const segment = header?.to === undefined ? undefined : elementAt(read, header.to, size)
  if (segment?.id !== SEGMENT) return undefined
  let clusters = 0
  for (let at = segment.from; at < size; ) {
    const element = elementAt(read, at, size)
    // Behind the last cluster, noise is nothing of the recording; before it, it isn't ours to judge.
    if (!element || !IN_SEGMENT.has(element.id))
      return clusters > 0 && !clusterAfter(read, at, size) ? { end: at } : undefined
    if (element.id === CLUSTER) clusters++
    if (element.id === CLUSTER && (element.to ?? Number.POSITIVE_INFINITY) > size) {
      const { end, blocks, next } = lastWhole(read, element, size)
      if (next !== undefined) at = next
      else if (blocks === 0) return { end: at }
      else return element.to === undefined ? { end } : { end, patch: shorter(element, end) }
    } else if (element.to === undefined || element.to > size) return undefined
    else at = element.to
  }
  return undefined
}

/** Whether more of the recording follows somewhere behind what can't be read. */
function clusterAfter(read: ReadAt, from: number, size: number): boolean {
  const id = Uint8Array.of(0x1f, 0x43, 0xb6, 0x75)
  for (let at = from; at < size; at += SCANNED) {
    const bytes = read(at, Math.min(SCANNED + id.length - 1, size - at))
    for (let n = bytes.indexOf(0x1f); n >= 0; n = bytes.indexOf(0x1f, n + 1))
      if (id.every((byte, place) => bytes[n + place] === byte)) return true
  }
  return false
}

/** The end of the last whole element of a cluster; `next` where another element follows one without a length. */
function lastWhole(read: ReadAt, cluster: Element, size: number) {
  let [end, blocks] = [cluster.from, 0]
  for (;;) {
    const child = elementAt(read, end, size)
    // Whatever stands beside a cluster has an id of four bytes, and nothing in one has.
    if (child && child.id > 0xffffff && cluster.to === undefined) return { end, blocks, next: end }
    if (child?.to === undefined || child.to > size) return { end, blocks, next: undefined }
    if (BLOCKS.has(child.id)) blocks++
    end = child.to
  }
}

/** A cluster's length as it really is, written in as many bytes as the one that was announced. */
function shorter({ from, sizeAt, sizeBytes }: Element, end: number): { at: number; bytes: Uint8Array } {
  const bytes = new Uint8Array(sizeBytes)
  let rest = end - from
  for (let n = sizeBytes - 1; n >= 0; n--) {
    bytes[n] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes[0] = (bytes[0] ?? 0) | (0x80 >> (sizeBytes - 1))
  return { at: sizeAt, bytes }
}

function elementAt(read: ReadAt, at: number, size: number): Element | undefined {
  const bytes = read(at, Math.min(12, size - at))
  const idBytes = Math.clz32(bytes[0] ?? 0) - 23
  const sizeBytes = Math.clz32(bytes[idBytes] ?? 0) - 23
  if (idBytes > 4 || sizeBytes > 8 || bytes.length < idBytes + sizeBytes) return undefined
  let id = 0
  for (let n = 0; n < idBytes; n++) id = id * 256 + (bytes[n] ?? 0)
  let length = (bytes[idBytes] ?? 0) & (0xff >> sizeBytes)
  let unknown = length === 0xff >> sizeBytes
  for (let n = 1; n < sizeBytes; n++) {
    length = length * 256 + (bytes[idBytes + n] ?? 0)
    unknown &&= bytes[idBytes + n] === 0xff
  }
  const from = at + idBytes + sizeBytes
  return { id, from, to: unknown ? undefined : from + length, sizeAt: at + idBytes, sizeBytes }
}
