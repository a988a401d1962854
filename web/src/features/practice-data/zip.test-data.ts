/** One entry of a ZIP made for a test, and what is wrong with it. */
export type Made = {
  name: string
  bytes: Uint8Array
  /** Said of its size instead of what is true. */
  size?: number
  method?: number
  flags?: number
  crc?: number
  /** Where its local header is said to stand. */
  at?: number
  zip64?: boolean
}

const encode = (text: string) => new TextEncoder().encode(text)
const little = (width: 2 | 4 | 8, value: number): number[] =>
  Array.from({ length: width }, (_, n) => Math.floor(value / 256 ** n) % 256)

/** CRC-32 by its definition, bit by bit. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const MOST = 0xffffffff

/** A ZIP by the letter of its specification (APPNOTE 6.3), with the faults that its entries ask for. */
export function zipOf(entries: readonly Made[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = []
  const directory: number[] = []
  let at = 0
  const put = (bytes: Iterable<number>) => {
    const part = Uint8Array.from(bytes)
    parts.push(part)
    at += part.length
  }
  for (const { name, bytes, size = bytes.length, method = 0, flags = 0, ...made } of entries) {
    const told = encode(name)
    const crc = made.crc ?? crc32(bytes)
    const place = made.at ?? at
    const sizes = made.zip64 ? [MOST, MOST] : [size, size]
    const common = [
      ...little(2, 45),
      ...little(2, flags),
      ...little(2, method),
      ...little(4, 0),
      ...little(4, crc),
      ...sizes.flatMap((one) => little(4, one)),
      ...little(2, told.length),
    ]
    const extra = (more: number[]) =>
      made.zip64
        ? [...little(2, 1), ...little(2, 16 + more.length), ...little(8, size), ...little(8, size), ...more]
        : []
    const local = extra([])
    put([...little(4, 0x04034b50), ...common, ...little(2, local.length), ...told, ...local])
    put(bytes)
    const central = extra(little(8, place))
    directory.push(
      ...little(4, 0x02014b50),
      ...little(2, 45),
      ...common,
      ...little(2, central.length),
      // No comment, the first disk, no attributes.
      ...Array.from({ length: 10 }, () => 0),
      ...little(4, made.zip64 ? MOST : place),
      ...told,
      ...central,
    )
  }
  const start = at
  put(directory)
  const count = little(2, entries.length)
  const end = [...count, ...count, ...little(4, directory.length), ...little(4, start), ...little(2, 0)]
  put([...little(4, 0x06054b50), ...little(2, 0), ...little(2, 0), ...end])
  return new Blob(parts)
}

export const text = (words: string): Uint8Array => encode(words)
