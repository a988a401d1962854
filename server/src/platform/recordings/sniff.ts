/** The containers that are taken. Whether a file holds what its beginning says is found out when it is made seekable. */
export const CONTAINERS = ["webm", "x-matroska", "mp4", "quicktime"] as const
export type Container = (typeof CONTAINERS)[number]

/** As many bytes of a file's beginning as are looked at. */
export const HEAD_BYTES = 256
const EBML = [0x1a, 0x45, 0xdf, 0xa3]
const DOC_TYPE = [0x42, 0x82]

const startsWith = (head: Uint8Array, bytes: readonly number[]) =>
  bytes.every((byte, index) => index >= head.length || head[index] === byte)

/**
 * What container a file is, by its first bytes and never by its name: WebM, Matroska, MP4 or QuickTime. `more`: too few
 * bytes to tell; `none`: something else.
 */
export function sniff(head: Uint8Array): Container | "more" | "none" {
  if (startsWith(head, EBML)) return head.length < EBML.length ? "more" : sniffEbml(head)
  if (head.length < 12) return head.length < 8 || isBox(head) ? "more" : "none"
  return isBox(head) ? sniffBrand(head) : "none"
}

/** Whether the first box of an MP4 is its file type. A box is a length and four letters. */
function isBox(head: Uint8Array): boolean {
  const length = new DataView(head.buffer, head.byteOffset).getUint32(0)
  return length >= 12 && length <= 4096 && ascii(head, 4, 8) === "ftyp"
}

/** Still pictures, too, come in boxes with a file type. */
const PICTURES = /^(avif|avis|heic|heix|hevc|hevx|mif1|msf1)$/

function sniffBrand(head: Uint8Array): Container | "none" {
  const brand = ascii(head, 8, 12)
  return brand === "qt  " ? "quicktime" : PICTURES.test(brand) ? "none" : "mp4"
}

/** The document type stands in the EBML header, a few elements in. */
function sniffEbml(head: Uint8Array): Container | "more" | "none" {
  for (let at = EBML.length; at + 2 < Math.min(head.length, HEAD_BYTES); at++) {
    if (head[at] !== DOC_TYPE[0] || head[at + 1] !== DOC_TYPE[1]) continue
    const length = (head[at + 2] ?? 0) & 0x7f
    const name = ascii(head, at + 3, at + 3 + length).replace(/\0+$/, "")
    if (name === "webm") return "webm"
    if (name === "matroska") return "x-matroska"
    if (at + 3 + length <= head.length) return "none"
  }
  return head.length < HEAD_BYTES ? "more" : "none"
}

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  Buffer.from(bytes.subarray(start, Math.min(end, bytes.length))).toString("latin1")
