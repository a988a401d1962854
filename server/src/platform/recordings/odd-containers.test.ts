import { spawnSync } from "node:child_process"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { remux } from "./remux.ts"
import { CONTAINERS, HEAD_BYTES, sniff } from "./sniff.ts"
import { fixture, LIVE_WEBM, PHONE_MP4 } from "./test-upload.ts"

/** Two seconds each of a test picture and a tone, as others write them. */
const FRAGMENTED = fixture("fragmented.mp4")
const TURNED = fixture("turned.mov")
const DESKTOP = fixture("desktop.mkv")
const VOICE = fixture("voice.m4a")

let folder: string
let made = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-odd-"))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Takes these bytes as the server does: by what they begin with. Answers the copy, where there is one. */
async function take(bytes: Uint8Array, kind: "video" | "audio" = "video") {
  const told = sniff(bytes.subarray(0, HEAD_BYTES))
  const container = CONTAINERS.find((one) => one === told)
  if (!container) return { refused: told }
  const [from, to] = [join(folder, `${++made}-came`), join(folder, `${made}-copy`)]
  await writeFile(from, bytes)
  const result = await remux(from, to, { container, kind, bytes: bytes.length })
  return { container, result, path: to, copy: await readFile(to).catch(() => Buffer.alloc(0)) }
}
/** Width, height, how far it is turned, and how many frames, by an independent reader. */
function probe(path: string) {
  const shown =
    "stream=codec_type,width,height,nb_read_frames:stream_side_data=rotation:format_tags:format=duration"
  const args = ["-v", "error", "-count_frames", "-of", "json", "-show_entries", shown, path]
  const { stdout, stderr } = spawnSync("ffprobe", args, { encoding: "utf8" })
  const { streams, format } = JSON.parse(stdout) as {
    streams: {
      codec_type: string
      nb_read_frames: string
      side_data_list?: { rotation?: number }[]
    }[]
    format: { duration: string; tags?: Record<string, string> }
  }
  const of = (type: string) => streams.find(({ codec_type }) => codec_type === type)
  return {
    stderr,
    frames: {
      video: Number(of("video")?.nb_read_frames ?? 0),
      audio: Number(of("audio")?.nb_read_frames ?? 0),
    },
    turned: of("video")?.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0,
    duration: Number(format.duration),
    tags: JSON.stringify(format.tags ?? {}),
  }
}

describe("a recording from elsewhere", () => {
  it("in fragments, as Safari records, becomes one with its index in front and every frame", async () => {
    expect(FRAGMENTED.includes("moof")).toBe(true)
    const { result, copy, path } = await take(FRAGMENTED)
    expect(result).toMatchObject({ width: 64, height: 48, durationMs: 2064 })
    expect([copy?.includes("moof"), (copy?.indexOf("moov") ?? 0) < (copy?.indexOf("mdat") ?? 0)]).toEqual([
      false,
      true,
    ])
    expect(probe(path ?? "")).toMatchObject({ stderr: "", frames: { video: 20, audio: 33 } })
  })

  it("in fragments that broke off keeps what is whole, and never more than came", async () => {
    let before = 0
    for (let cut = 1200; cut <= FRAGMENTED.length; cut += 900) {
      const { result } = await take(FRAGMENTED.subarray(0, cut))
      const length = result && "durationMs" in result ? result.durationMs : 0
      expect(length, `${cut}`).toBeGreaterThanOrEqual(before)
      before = length
    }
    expect(before).toBeGreaterThan(900)
  }, 120_000)

  it("by a phone held upright stays upright, and where it was filmed is gone", async () => {
    expect(TURNED.includes("+52.3702+004.8952/")).toBe(true)
    const { container, result, copy, path } = await take(TURNED)
    expect(container).toBe("quicktime")
    expect(result).toMatchObject({ width: 48, height: 64, mediaType: expect.stringMatching(/^video\/mp4/) })
    for (const trace of ["52.37", "004.89", "Phone", "\xa9xyz", "loci"])
      expect(copy?.includes(Buffer.from(trace, "latin1")), trace).toBe(false)
    expect(probe(path ?? "")).toMatchObject({ turned: 90, frames: { video: 20 } })
    expect(probe(path ?? "").tags).not.toMatch(/52\.37|Phone|location/)
  })

  it("in Matroska plays where browsers play it: as MP4, or as WebM", async () => {
    const { container, result } = await take(DESKTOP)
    expect(container).toBe("x-matroska")
    expect(result).toMatchObject({ mediaType: expect.stringMatching(/^video\/mp4; codecs="avc1/) })
    const named = LIVE_WEBM.indexOf("webm")
    const renamed = Buffer.concat([
      LIVE_WEBM.subarray(0, named - 1),
      Buffer.from("\x88matroska", "latin1"),
      LIVE_WEBM.subarray(named + 4),
    ])
    // The header’s own length stands behind its id; it grew by four.
    renamed[4] = (renamed[4] ?? 0) + 4
    expect((await take(renamed)).result).toMatchObject({ mediaType: 'video/webm; codecs="vp8, opus"' })
  })

  it("of sound alone is taken as such, also where a picture was expected", async () => {
    for (const kind of ["audio", "video"] as const)
      expect((await take(VOICE, kind)).result).toMatchObject({
        width: null,
        height: null,
        durationMs: 2064,
        mediaType: 'audio/mp4; codecs="mp4a.40.2"',
      })
  })

  it.each([
    ["Ogg", fixture("voice.ogg")],
    ["WAV", Buffer.from("RIFF\x24\0\0\0WAVEfmt ", "latin1")],
    ["AVI", Buffer.from("RIFF\x24\0\0\0AVI LIST", "latin1")],
    ["MP3", Buffer.from("ID3\x04\0\0\0\0\0\x23TSSE\0\0", "latin1")],
    ["a playlist that names other files", Buffer.from("#EXTM3U\nhttp://127.0.0.1/secret\n")],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")],
  ])("in %s is refused by its bytes, whatever it is called", async (_what, bytes) => {
    expect(await take(bytes)).toEqual({ refused: "none" })
  })
})

describe("a file that is two things at once", () => {
  const PAGE = Buffer.from("<html><script>alert(document.cookie)</script></html>")
  it.each([
    ["a page behind WebM", Buffer.concat([LIVE_WEBM, PAGE])],
    ["a page behind MP4", Buffer.concat([PHONE_MP4, PAGE])],
    ["an archive behind MP4", Buffer.concat([PHONE_MP4, Buffer.from("PK\u0003\u0004 and <script>")])],
    [
      "a page in a box that players pass over",
      Buffer.concat([PHONE_MP4, Buffer.from([0, 0, 0, PAGE.length + 8]), Buffer.from("free"), PAGE]),
    ],
  ])("%s plays, and only the recording is left of it", async (_what, bytes) => {
    const { result, copy } = await take(bytes)
    expect(result).toMatchObject({ width: 160, height: 120 })
    expect(copy?.includes("<script>")).toBe(false)
  })
})
