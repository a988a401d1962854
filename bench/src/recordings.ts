// `npm run bench:recordings`: twenty recordings going up at once, beside the same pieces written plainly to the same disk,
// each with fsync. What is between the two is HTTP, hashes, the database and the rules.
import { createHash, randomBytes, randomUUID } from "node:crypto"
import { readFileSync } from "node:fs"
import { chmod, mkdir, mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { RECORDING_CHUNK } from "@backfill/contract"
import { cpuOf } from "./cpu.ts"
import { type Served, serve } from "./processes.ts"
import { setUp } from "./set-up.ts"

const AT_ONCE = Number(process.env["BENCH_UPLOADS"] ?? 20)
const PIECES = Number(process.env["BENCH_PIECES"] ?? 16)
/** A browser begins with a mebibyte or less and goes up to eight on a quick line. */
const PIECE_BYTES = Number(process.env["BENCH_PIECE_MIB"] ?? 1) * RECORDING_CHUNK
const TURNS = Number(process.env["BENCH_TURNS"] ?? 3)
const say = (line: string) => process.stdout.write(`${line}\n`)
const TUS = { "x-backfill": "1", "tus-resumable": "1.0.0" }
const each = (work: (n: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: AT_ONCE }, (_, n) => work(n)))

/** A piece of a recording; the first begins as WebM does. */
const piece = randomBytes(PIECE_BYTES)
const first = Buffer.concat([
  Buffer.from("1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104", "hex"),
  piece,
]).subarray(0, PIECE_BYTES)

/** Reckoned once: what a browser spends on its hashes isn't the server's. */
const sums = [first, piece].map((bytes) => `sha256 ${createHash("sha256").update(bytes).digest("base64")}`)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return (AT_ONCE * PIECES * PIECE_BYTES) / 1e6 / ((performance.now() - started) / 1000)
}

/** Every piece into a file of its own, on disk before the next is begun. */
async function writePlainly(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await each(async () => {
    for (let n = 0; n < PIECES; n++) {
      const file = await open(join(folder, randomUUID()), "wx")
      await file.writeFile(n === 0 ? first : piece)
      await file.sync()
      await file.close()
      const place = await open(folder, "r")
      await place.sync()
      await place.close()
    }
  })
  await rm(folder, { recursive: true })
}

/** The same pieces as recordings, hashes checked, each acknowledged before the next is sent. */
async function upload({ url }: Served, cookie: string, waits: number[]): Promise<void> {
  await each(async () => {
    const made = await fetch(`${url}/api/practice/recordings`, {
      method: "POST",
      headers: { ...TUS, cookie, "upload-defer-length": "1" },
    })
    const at = made.headers.get("location") ?? ""
    if (made.status !== 201) throw new Error(`${made.status} ${await made.text()}`)
    for (let n = 0; n < PIECES; n++) {
      const body = n === 0 ? first : piece
      const started = performance.now()
      const answer = await fetch(url + at, {
        method: "PATCH",
        headers: {
          ...TUS,
          cookie,
          "content-type": "application/offset+octet-stream",
          "upload-offset": String(n * PIECE_BYTES),
          "upload-checksum": sums[n === 0 ? 0 : 1] ?? "",
        },
        body,
      })
      waits.push(performance.now() - started)
      if (answer.status !== 204) throw new Error(`${answer.status} ${await answer.text()}`)
    }
    await fetch(url + at, { method: "DELETE", headers: { ...TUS, cookie } })
  })
}

/** Megabytes of memory that a process holds, where Linux tells. */
function memoryOf(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const middle = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

const folder = await mkdtemp(join(tmpdir(), "backfill-bench-recordings-"))
await chmod(folder, 0o711)
const server = await serve("server/src/main.ts", "/readyz", {
  BACKFILL_DATA: join(folder, "store"),
  BACKFILL_RECORDINGS_PERSON_GB: "100",
})
try {
  const cookie = await setUp(server)
  const waits: number[] = []
  await upload(server, cookie, [])
  const before = memoryOf(server.pid)
  let [most, running] = [before, true]
  const watching = (async () => {
    for (; running; await sleep(50)) most = Math.max(most, memoryOf(server.pid))
  })()
  const spent = { server: 0, sender: 0 }
  const ours: number[] = []
  const plain: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    plain.push(await timed(() => writePlainly(join(folder, "plain"))))
    const used = () => ({ server: cpuOf(server.pid), sender: cpuOf(process.pid) })
    const start = used()
    ours.push(await timed(() => upload(server, cookie, waits)))
    const end = used()
    spent.server += end.server - start.server
    spent.sender += end.sender - start.sender
    // A person sends so many pieces a minute and no more.
    if (turn < TURNS - 1) await sleep(61_000)
  }
  running = false
  await watching
  const share = middle(ours.map((rate, turn) => rate / (plain[turn] ?? rate)))
  const sorted = waits.toSorted((a, b) => a - b)
  say(
    `${AT_ONCE} uploads at once, ${PIECES} pieces of ${PIECE_BYTES / RECORDING_CHUNK} MiB each, middle of ${TURNS} turns:`,
  )
  say(`plain writes with fsync  ${middle(plain).toFixed(0)} MB/s`)
  say(`recordings               ${middle(ours).toFixed(0)} MB/s, ${share.toFixed(2)} of plain`)
  say(
    `a piece took             p50 ${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0)} ms, p99 ${(sorted[Math.floor(sorted.length * 0.99)] ?? 0).toFixed(0)} ms`,
  )
  const mebibytes = (ours.length * AT_ONCE * PIECES * PIECE_BYTES) / RECORDING_CHUNK
  const each = (ms: number) => (ms / mebibytes).toFixed(1)
  say(`processor for a MiB      server ${each(spent.server)} ms, sender ${each(spent.sender)} ms`)
  say(`the server’s memory      ${before.toFixed(0)} MB after the first turn, ${most.toFixed(0)} MB at most`)
} finally {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
}
