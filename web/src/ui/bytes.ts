/** A file's size in words, in powers of ten: `820 B`, `64 kB`, `3.4 MB`. Negative sizes count as none. */
export function bytesInWords(bytes: number): string {
  const units = ["B", "kB", "MB", "GB", "TB"]
  let size = Math.max(0, bytes)
  let unit = 0
  while (size >= 999.5 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  const figures = unit > 1 && size < 9.95 ? size.toFixed(1) : String(Math.round(size))
  return `${figures} ${units[unit]}`
}
