import { spawnSync } from "node:child_process"
import { writeFileSync } from "node:fs"
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { remux } from "./remux.ts"
import { type Container, sniff } from "./sniff.ts"
import { LIVE_WEBM, PHONE_MP4 } from "./test-upload.ts"
import { wholePart } from "./whole-part.ts"

let folder: string
let made = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-remux-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Copies these bytes as the server does; answers how it went, and the copy. */
async function copy(bytes: Uint8Array, container: Container, kind: "video" | "audio" = "video") {
  const [from, to] = [join(folder, `${++made}-came`), join(folder, `${made}-copy`)]
  await writeFile(from, bytes)
  const started = performance.now()
  const result = await remux(from, to, { container, kind, bytes: bytes.length })
  const written = await stat(to).then(
    ({ size }) => size,
    () => 0,
  )
  return { result, seconds: (performance.now() - started) / 1000, written, path: to }
}

/** What an independent reader says. */
function probe(path: string) {
  const args = [
    "-v",
    "error",
    "-count_frames",
    "-show_entries",
    "format=duration:stream=codec_type,nb_read_frames",
    "-of",
    "json",
    path,
  ]
  const { stdout, stderr } = spawnSync("ffprobe", args, { encoding: "utf8" })
  const { format, streams } = JSON.parse(stdout) as {
    format: { duration: string }
    streams: { codec_type: string; nb_read_frames: string }[]
  }
  const frames = Object.fromEntries(streams.map((one) => [one.codec_type, Number(one.nb_read_frames)]))
  return { duration: Number(format.duration), frames, stderr }
}

/** Where the packets of a file begin in it. */
function packetsOf(bytes: Uint8Array): number[] {
  const path = join(folder, `${++made}-whole`)
  writeFileSync(path, bytes)
  const { stdout } = spawnSync("ffprobe", [
    "-v",
    "error",
    "-show_entries",
    "packet=pos",
    "-of",
    "csv=p=0",
    path,
  ])
  return stdout
    .toString()
    .trim()
    .split("\n")
    .map((line) => Number.parseInt(line, 10))
}

describe("a recording made seekable", () => {
  it("from a browser has a length, an index, and every frame", async () => {
    const { result, path } = await copy(LIVE_WEBM, "webm")
    expect(result).toMatchObject({ width: 160, height: 120, mediaType: 'video/webm; codecs="vp8, opus"' })
    const bytes = await readFile(path)
    // The index of clusters, and the first lines that say where it is.
    const cues = bytes.indexOf(Buffer.from([0x1c, 0x53, 0xbb, 0x6b]))
    expect(cues).toBeGreaterThan(0)
    expect(cues).toBeLessThan(200)
    expect(bytes.lastIndexOf(Buffer.from([0x1c, 0x53, 0xbb, 0x6b]))).toBeGreaterThan(bytes.length - 500)
    const seen = probe(path)
    expect([seen.frames, seen.stderr]).toEqual([{ video: 30, audio: 151 }, ""])
    expect(Math.abs(seen.duration - 3)).toBeLessThan(0.1)
  })

  it("from a phone has its index in front", async () => {
    expect(PHONE_MP4.indexOf("moov")).toBeGreaterThan(PHONE_MP4.indexOf("mdat"))
    const { result, path } = await copy(PHONE_MP4, "mp4")
    expect(result).toMatchObject({ width: 160, height: 120 })
    const bytes = await readFile(path)
    expect(bytes.indexOf("moov")).toBeLessThan(bytes.indexOf("mdat"))
    const seen = probe(path)
    expect([seen.frames, seen.stderr]).toEqual([{ video: 30, audio: 131 }, ""])
    expect(Math.abs(seen.duration - 3)).toBeLessThan(0.1)
  })

  it("for the ear alone keeps no picture", async () => {
    const { result, path } = await copy(LIVE_WEBM, "webm", "audio")
    expect(result).toMatchObject({ width: null, height: null, mediaType: 'audio/webm; codecs="opus"' })
    expect(probe(path).frames).toEqual({ audio: 151 })
  })
})

/** The same recording as Chromium writes it: no cluster says how long it is. */
const unsized = (): Buffer => {
  const bytes = Buffer.from(LIVE_WEBM)
  const open: Buffer[] = []
  let from = 0
  for (let at = bytes.indexOf(CLUSTER_ID); at >= 0; at = bytes.indexOf(CLUSTER_ID, at + 1)) {
    open.push(bytes.subarray(from, at), CLUSTER_ID, Buffer.from("01ffffffffffffff", "hex"))
    // The fixture's lengths have two bytes.
    from = at + 6
  }
  return Buffer.concat([...open, bytes.subarray(from)])
}
const CLUSTER_ID = Buffer.from([0x1f, 0x43, 0xb6, 0x75])

describe.each([
  ["whose clusters have a length", () => LIVE_WEBM],
  ["whose clusters have none", unsized],
])("a recording that broke off, %s,", (_what, make) => {
  const bytes = make()
  it("keeps all but the block that was cut, wherever that was", async () => {
    // Where blocks begin, by an independent reader of the whole.
    const starts = packetsOf(bytes)
    let [before, least] = [0, Number.POSITIVE_INFINITY]
    for (let cut = 1000; cut < bytes.length; cut += 1300) {
      const { result, path, seconds } = await copy(bytes.subarray(0, cut), "webm")
      expect(seconds).toBeLessThan(60)
      if ("fault" in result) {
        expect(before, `${cut}: ${result.fault}`).toBe(0)
        continue
      }
      least = Math.min(least, cut)
      expect(result.durationMs, `${cut}`).toBeGreaterThanOrEqual(before)
      before = result.durationMs
      const seen = probe(path)
      const begun = starts.filter((at) => at < cut).length
      const kept = (seen.frames["video"] ?? 0) + (seen.frames["audio"] ?? 0)
      expect([begun - 1, begun], `${cut}`).toContain(kept)
      expect(seen.stderr, `${cut}`).toBe("")
    }
    expect(least).toBeLessThan(5000)
    expect(before).toBeGreaterThan(2700)
  }, 240_000)

  it("is told apart from one that didn’t, at every byte", () => {
    const read = (at: number, length: number) => bytes.subarray(at, at + length)
    expect(wholePart(read, bytes.length)?.patch).toBeUndefined()
    let before = 0
    for (let cut = 0; cut < bytes.length; cut++) {
      const end = wholePart((at, length) => bytes.subarray(at, Math.min(at + length, cut)), cut)?.end ?? cut
      expect(end).toBeLessThanOrEqual(cut)
      // A cluster of which only the beginning is there counts for nothing.
      expect(end).toBeGreaterThanOrEqual(cut < 600 ? 0 : before - 12)
      before = end
    }
  })
})

/** An EBML element: id, a length that may lie, content. */
const element = (id: number[], content: Uint8Array, length = content.length): Buffer => {
  const size = Buffer.alloc(8)
  size.writeBigUInt64BE(BigInt(length))
  size[0] = 1
  return Buffer.concat([Buffer.from(id), size, content])
}
const HEADER = LIVE_WEBM.subarray(0, LIVE_WEBM.indexOf(Buffer.from([0x18, 0x53, 0x80, 0x67])))
const SEGMENT = [0x18, 0x53, 0x80, 0x67]
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75]
const TRACKS = [0x16, 0x54, 0xae, 0x6b]
const nested = (id: number[], depth: number): Buffer => {
  let inner: Buffer = Buffer.alloc(0)
  for (let n = 0; n < depth; n++) inner = element(id, inner)
  return inner
}
const box = (name: string, content: Uint8Array, length = 8 + content.length): Buffer => {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(length)
  head.write(name, 4)
  return Buffer.concat([head, content])
}
const boxes = (name: string, depth: number): Buffer => {
  let inner: Buffer = Buffer.alloc(0)
  for (let n = 0; n < depth; n++) inner = box(name, inner)
  return inner
}
const FTYP = PHONE_MP4.subarray(0, 32)
const HUGE = 2 ** 52

const HOSTILE: [string, Uint8Array, Container][] = [
  ["noise within a segment", Buffer.concat([LIVE_WEBM.subarray(0, 60), Buffer.alloc(5000, 7)]), "webm"],
  ["nothing but a header", HEADER, "webm"],
  ["noise after a header", Buffer.concat([HEADER, Buffer.alloc(5000, 7)]), "webm"],
  [
    "a segment that claims four petabytes",
    Buffer.concat([HEADER, element(SEGMENT, LIVE_WEBM.subarray(60), HUGE)]),
    "webm",
  ],
  [
    "tracks that claim four petabytes",
    Buffer.concat([HEADER, element(SEGMENT, element(TRACKS, Buffer.alloc(64), HUGE), HUGE)]),
    "webm",
  ],
  ["elements nested 20,000 deep", Buffer.concat([HEADER, element(SEGMENT, nested(TRACKS, 20_000))]), "webm"],
  [
    "200,000 empty clusters",
    Buffer.concat([
      HEADER,
      element(
        SEGMENT,
        Buffer.concat(Array.from({ length: 200_000 }, () => element(CLUSTER, Buffer.alloc(0)))),
      ),
    ]),
    "webm",
  ],
  ["a movie cut off before its index", PHONE_MP4.subarray(0, 15_000), "mp4"],
  ["boxes nested 20,000 deep", Buffer.concat([FTYP, boxes("moov", 20_000)]), "mp4"],
  [
    "a box of no length",
    Buffer.concat([FTYP, box("moov", Buffer.alloc(100), 0), box("free", Buffer.alloc(9), 1)]),
    "mp4",
  ],
  [
    "an index full of ones",
    Buffer.concat([PHONE_MP4.subarray(0, PHONE_MP4.indexOf("stbl")), Buffer.alloc(2000, 0xff)]),
    "mp4",
  ],
  ["a movie that says it is WebM", PHONE_MP4, "webm"],
]

describe("a file that means harm", () => {
  it.each(HOSTILE)(
    "%s is answered within limits of time, memory and disk",
    async (_what, bytes, container) => {
      const { result, seconds, written } = await copy(bytes, container)
      expect("fault" in result || result.durationMs < 10_000).toBe(true)
      // Fifteen seconds of computing, thrice that by the clock where others compute, and what it takes to end a process.
      expect(seconds).toBeLessThan(60)
      expect(written).toBeLessThanOrEqual(2 * bytes.length + 1_000_000)
    },
  )
})

describe("what a file is", () => {
  it("is told by its first bytes, and only when there are enough", () => {
    for (let n = 0; n < 28; n++) expect(sniff(LIVE_WEBM.subarray(0, n)), `${n}`).toBe("more")
    expect(sniff(LIVE_WEBM.subarray(0, 64))).toBe("webm")
    expect(sniff(PHONE_MP4.subarray(0, 12))).toBe("mp4")
    expect(sniff(Buffer.from("\0\0\0\x14ftypqt  ", "latin1"))).toBe("quicktime")
    const matroska = Buffer.from("1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61", "hex")
    expect(sniff(matroska)).toBe("x-matroska")
    expect(sniff(Buffer.concat([matroska.subarray(0, 4), Buffer.alloc(300)]))).toBe("none")
  })
})
