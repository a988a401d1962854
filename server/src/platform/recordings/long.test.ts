import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { createWriteStream, readdirSync, readFileSync } from "node:fs"
import { mkdtemp, open, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, beforeAll, expect, it } from "vitest"
import { takeTestDatabase, type TestDatabase } from "../database/index.ts"
import { NEVER } from "../testing/kill/awaited.ts"
import {
  addressOf,
  freePort,
  type ServerProcess,
  setUpOwner,
  startServerProcess,
} from "../testing/server-process.ts"
import { TestUploader } from "./test-upload.ts"

/** An hour by night; by day enough of it to see that memory doesn’t grow with length. */
const MINUTES = Number(process.env["RECORDING_MINUTES"] ?? 5)
const PART_SECONDS = 30
const PIECE = 8 * 1024 * 1024
const MB = 1024 * 1024
const PLACE = "/api/practice/recordings"

let folder: string
let taken: TestDatabase | undefined
let server: ServerProcess
let up: TestUploader
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-long-"))
  taken = await takeTestDatabase()
  const settings = {
    PORT: String(await freePort()),
    BACKFILL_DATA: join(folder, "store"),
    DATABASE_URL: addressOf(taken.connection),
  }
  server = await startServerProcess(settings, 300)
  const cookie = await setUpOwner(server)
  up = new TestUploader({ fetch: (path, init) => fetch(server.url + path, init) }, cookie)
}, NEVER)
afterAll(async () => {
  await server?.kill("SIGTERM")
  await taken?.drop()
  await rm(folder, { recursive: true, force: true })
}, NEVER)

const words = (text: string) => text.split(" ")
const PICTURE = words(
  "-f lavfi -i testsrc2=size=640x360:rate=25 -c:v libvpx -deadline realtime -cpu-used 8 -b:v 700k -maxrate 700k -g 100",
)
const SOUND = words("-f lavfi -i anoisesrc=color=pink:sample_rate=48000")

/** A long recording as a browser makes it: written as it comes, so that it says no length and has no index. */
async function record(name: string, before: string[], bitrate: string): Promise<string> {
  const [part, path] = [join(folder, `part-${name}`), join(folder, name)]
  const made = [...SOUND, ...before, "-t", String(PART_SECONDS), "-c:a", "libopus", "-b:a", bitrate]
  spawnSync("ffmpeg", ["-v", "error", ...made, "-f", "webm", part], { stdio: "inherit" })
  const times = (MINUTES * 60) / PART_SECONDS - 1
  const again = ["-v", "error", "-stream_loop", String(times), "-i", part, "-c", "copy"]
  const writing = spawn("ffmpeg", [...again, "-f", "webm", "-live", "1", "pipe:1"])
  const file = createWriteStream(path)
  writing.stdout.pipe(file)
  await once(file, "close")
  return path
}

/** Sends a file in pieces as large as they may be, without ever having all of it in memory. */
async function send(path: string, kind: "video" | "audio"): Promise<string> {
  const at = await up.create(`${PLACE}?kind=${kind}`)
  const { size } = await stat(path)
  const file = await open(path)
  const piece = Buffer.alloc(PIECE)
  for (let offset = 0; offset < size; offset += PIECE) {
    const { bytesRead } = await file.read(piece, 0, PIECE, offset)
    const last = offset + bytesRead === size
    const more: Record<string, string> = last ? { "upload-length": String(size) } : {}
    const answer = await up.patch(at, offset, piece.subarray(0, bytesRead), more)
    expect(answer.status, answer.text).toBe(204)
  }
  await file.close()
  return at
}

/** The most memory a process has had, in MB; 0 for one that has ended. */
function peakOf(pid: number | string): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}
/** The most memory that the copying of this recording has now had. */
const peakOfCopying = (id: string): number =>
  Math.max(
    0,
    ...readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => {
        try {
          const line = readFileSync(`/proc/${pid}/cmdline`, "utf8")
          return line.includes("remux-child") && line.includes(id) ? peakOf(pid) : 0
        } catch {
          return 0
        }
      }),
  )

/** Waits until it plays; answers the most memory its copying had, and how long it took. */
async function finished(at: string) {
  const id = at.split("/").at(-1) ?? ""
  const began = performance.now()
  for (let peak = 0; ; await sleep(50)) {
    peak = Math.max(peak, peakOfCopying(id))
    const told = JSON.parse((await up.send("GET", at)).text) as { state: string; durationMs: number | null }
    if (told.state !== "received") return { ...told, peak, seconds: (performance.now() - began) / 1000 }
  }
}

function probe(path: string) {
  const shown = "format=duration:stream=codec_type,nb_read_packets"
  const args = ["-v", "error", "-count_packets", "-show_entries", shown, "-of", "json", path]
  const { stdout, stderr } = spawnSync("ffprobe", args, { encoding: "utf8" })
  const { format, streams } = JSON.parse(stdout) as {
    format: { duration: string }
    streams: { codec_type: string; nb_read_packets: string }[]
  }
  const packets = Object.fromEntries(streams.map((one) => [one.codec_type, Number(one.nb_read_packets)]))
  return { seconds: Number(format.duration), packets, stderr }
}

/** The time of the first packet that a reader finds who jumps to a second. */
function sought(path: string, second: number): number {
  const args = words("-v error -show_entries packet=pts_time -of csv=p=0 -read_intervals")
  const { stdout } = spawnSync("ffprobe", [...args, `${second}%+#1`, path], { encoding: "utf8" })
  return Number.parseFloat(stdout)
}

it.each([
  ["picture and sound", "video", PICTURE, "48k"],
  ["sound only", "audio", [], "32k"],
] as const)(
  `${MINUTES} minutes of %s arrive, know their length and can be sought, in limited memory`,
  async (_what, kind, before, bitrate) => {
    const path = await record(`${kind}.webm`, [...before], bitrate)
    const { size } = await stat(path)
    const quiet = peakOf(server.child.pid ?? 0)
    const at = await send(path, kind)
    const { state, durationMs, peak, seconds } = await finished(at)
    expect(state).toBe("ready")
    expect(Math.abs((durationMs ?? 0) / 1000 - MINUTES * 60)).toBeLessThan(1)
    const copy = join(folder, "copy.webm")
    const answer = await up.send("HEAD", `${at}/media`)
    const file = await open(copy, "w")
    for (let from = 0; from < Number(answer.headers.get("content-length")); from += PIECE) {
      const part = await up.part(`${at}/media`, from, from + PIECE - 1)
      await file.writeFile(part)
    }
    await file.close()
    const [came, made] = [probe(path), probe(copy)]
    expect(made.stderr).toBe("")
    expect(made.packets).toEqual(came.packets)
    expect(made.packets["video"] ?? 0).toBe(kind === "video" ? MINUTES * 60 * 25 : 0)
    expect(Math.abs(made.seconds - MINUTES * 60)).toBeLessThan(1)
    for (const second of [MINUTES * 6, MINUTES * 30, MINUTES * 57])
      expect(Math.abs(sought(copy, second) - second)).toBeLessThan(6)
    // A few pieces at most, however long the whole is; the copying keeps its index.
    const grown = peakOf(server.child.pid ?? 0) - quiet
    process.stdout.write(
      `${MINUTES} min of ${kind}: ${Math.round(size / 1e6)} MB, copied in ${seconds.toFixed(1)} s with ${Math.round(peak)} MB; the server grew by ${Math.round(grown)} MB\n`,
    )
    expect(grown).toBeLessThan(200)
    if (process.platform === "linux") expect(peak).toBeGreaterThan(20)
    expect(peak).toBeLessThan(600)
    expect(size).toBeLessThan(kind === "video" ? 400 * MB : 50 * MB)
  },
  NEVER,
)
