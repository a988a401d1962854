import { readdirSync, readFileSync } from "node:fs"
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { remux } from "./remux.ts"
import type { Container } from "./sniff.ts"
import { LIVE_WEBM, PHONE_MP4 } from "./test-upload.ts"

/** Files of a few kilobytes that claim to hold what no memory holds. */
let folder: string
let made = 0
/** The most memory that any of them took, in MB. */
let most = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-bombs-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The most memory, in MB, that a process with this in its command line has had until now. */
const peakOf = (mark: string): number =>
  Math.max(
    0,
    ...readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
      .map((pid) => {
        try {
          if (!readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(mark)) return 0
          return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024
        } catch {
          return 0
        }
      }),
  )

/** Writes a number into a copy of a file, so many bytes behind a name in it. */
function patched(bytes: Buffer, name: string | Buffer, behind: number, value: string): Buffer {
  const at = bytes.indexOf(name)
  if (at < 0) throw new Error(`there is no ${String(name)}`)
  const copy = Buffer.from(bytes)
  Buffer.from(value, "hex").copy(copy, at + behind)
  return copy
}
const CLUSTER = Buffer.from("1f43b675", "hex")
/** Behind the first cluster’s id, length and the id of its time. */
const afterCluster = (content: string) => {
  const at = LIVE_WEBM.indexOf(CLUSTER)
  return Buffer.concat([
    LIVE_WEBM.subarray(0, at),
    CLUSTER,
    Buffer.from(`01ffffffffffffff${content}`, "hex"),
    LIVE_WEBM.subarray(at),
  ])
}

const BOMBS: [string, Buffer, Container][] = [
  ["four billion times of one length", patched(PHONE_MP4, "stts", 12, "ffffffff"), "mp4"],
  ["four billion samples of one size", patched(PHONE_MP4, "stsz", 8, "00000001ffffffff"), "mp4"],
  ["a sample of four gigabytes", patched(PHONE_MP4, "stsz", 16, "ffffffff"), "mp4"],
  ["four billion chunks", patched(PHONE_MP4, "stco", 8, "ffffffff"), "mp4"],
  ["a box shorter than its own head", patched(PHONE_MP4, "moov", 4, "00000004"), "mp4"],
  ["a time scale of nothing", patched(PHONE_MP4, "mdhd", 16, "00000000"), "mp4"],
  ["a cluster at the end of time", afterCluster("e788ffffffffffffffff"), "webm"],
  ["a cluster before all time", afterCluster("e7888000000000000000"), "webm"],
  ["a block of a terabyte", afterCluster("e78100a301000000ffffffffff8100008000"), "webm"],
  ["a block with 255 laces of nothing", afterCluster("e78100a3888100000006ffffff"), "webm"],
  [
    "ten thousand clusters within each other",
    afterCluster("1f43b67501ffffffffffffff".repeat(10_000)),
    "webm",
  ],
]

it.each(BOMBS)(
  "%s takes no more than its share of memory, time and disk",
  async (_what, bytes, container) => {
    const [from, to] = [join(folder, `${++made}-came`), join(folder, `${made}-copy`)]
    await writeFile(from, bytes)
    let peak = 0
    const looking = setInterval(() => {
      peak = Math.max(peak, peakOf(from))
    }, 50)
    const result = await remux(from, to, { container, kind: "video", bytes: bytes.length })
    clearInterval(looking)
    expect("fault" in result || result.durationMs < 2 ** 31).toBe(true)
    expect(peak).toBeLessThan(700)
    most = Math.max(most, peak)
    const written = await stat(to).then(
      ({ size }) => size,
      () => 0,
    )
    expect(written).toBeLessThanOrEqual(2 * bytes.length + 1_000_000)
  },
)

it("was looked at while it ran", () => {
  expect(most).toBeGreaterThan(20)
})
