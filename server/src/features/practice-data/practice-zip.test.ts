import { Readable } from "node:stream"
import { setTimeout as sleep } from "node:timers/promises"
import { unzipSync } from "fflate"
import { expect, it } from "vitest"
import { zipPractice } from "./practice-zip.ts"

const NOW = new Date("2026-11-21T12:00:00Z")
const fileOf = (name: string, bytes: number) => ({ name, key: name, bytes, writtenAt: NOW })
const PIECE = Buffer.alloc(64 * 1024, 7)

/** Files of any size that nothing holds in memory, with a count of what was read and what is open. */
function endless(sizes: Record<string, number>) {
  const seen = { read: 0, opened: [] as string[], open: 0 }
  return {
    seen,
    read(key: string) {
      seen.opened.push(key)
      seen.open++
      let left = sizes[key] ?? 0
      const stream = new Readable({
        read() {
          const piece = PIECE.subarray(0, Math.min(left, PIECE.length))
          left -= piece.length
          seen.read += piece.length
          this.push(piece.length > 0 ? piece : null)
        },
      })
      return stream.once("close", () => seen.open--)
    },
  }
}

it("is as large as it says, and holds what was put in", async () => {
  const storage = endless({ a: 100_000, b: 1 })
  const zip = zipPractice("{}", [fileOf("a", 100_000), fileOf("b", 1)], storage, NOW)
  const whole = Buffer.concat(await zip.body.toArray())
  expect(whole.length).toBe(zip.bytes)
  const files = unzipSync(whole)
  expect(Object.keys(files)).toEqual(["practice.json", "a", "b"])
  expect(Buffer.from(files["practice.json"] ?? []).toString()).toBe("{}")
  expect(Buffer.from(files.a ?? []).equals(Buffer.alloc(100_000, 7))).toBe(true)
  expect(storage.seen.open).toBe(0)
})

it("reads no faster than it is read, one file at a time, and lets go when the reader leaves", async () => {
  const size = 500_000_000
  const storage = endless({ a: size, b: size })
  const { body } = zipPractice("{}", [fileOf("a", size), fileOf("b", size)], storage, NOW)
  let taken = 0
  for await (const piece of body) {
    taken += (piece as Buffer).length
    expect(storage.seen.read - taken).toBeLessThan(2_000_000)
    if (taken > 40_000_000) break
  }
  await sleep(50)
  expect(storage.seen.opened).toEqual(["a"])
  expect(storage.seen.open).toBe(0)
})

it("breaks off where a file is shorter than was said", async () => {
  const { body } = zipPractice("{}", [fileOf("a", 1000)], endless({ a: 999 }), NOW)
  await expect(body.toArray()).rejects.toThrow(/unexpected number of bytes/)
})
