import { chmod, mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { seeded } from "@backfill/core"
import { afterAll, expect, it } from "vitest"
import { postgresFolder } from "../database/marker.ts"
import { postmasterPid } from "../database/postmaster.ts"
import { isAlive, signal } from "../database/processes.ts"
import { awaited, NEVER, until } from "../testing/kill/awaited.ts"
import {
  freePort,
  ready,
  type ServerProcess,
  setUpOwner,
  startServerProcess,
} from "../testing/server-process.ts"
import { longMovie, sha256, TestUploader } from "./test-upload.ts"

const rounds = Number(process.env["KILL_RECORDING_ROUNDS"] ?? 2)
const seed = process.env["KILL_SEED"] ?? "recordings"
const PATIENCE_SECONDS = 500
const VICTIMS = ["server", "database", "both"] as const
const UPLOADS = 3
const PIECE = 64 * 1024
const PLACE = "/api/practice/recordings"

let folder: string
let server: ServerProcess | undefined
afterAll(async () => {
  await server?.kill("SIGTERM")
  await rm(folder, { recursive: true, force: true })
}, PATIENCE_SECONDS * 1000)

/** A recording as far as its sender has heard. */
interface Sending {
  at: string
  bytes: Buffer
  acknowledged: number
  /** The last piece was acknowledged, and with it the whole. */
  complete: boolean
}

it(
  `${rounds} kills in the middle of uploads lose no acknowledged byte, and leave nothing half-received`,
  async () => {
    folder = await mkdtemp(join(tmpdir(), "backfill-kill-recordings-"))
    await chmod(folder, 0o711)
    const dataDir = join(folder, "store")
    const settings = { PORT: String(await freePort()), BACKFILL_DATA: dataDir }
    server = await startServerProcess(settings, PATIENCE_SECONDS)
    const cookie = await setUpOwner(server)
    const { url } = server
    const up = new TestUploader({ fetch: (path, init) => fetch(url + path, init) }, cookie)
    const chance = seeded(seed)
    const complete: Sending[] = []
    let open: Sending[] = []
    for (let round = 0; round < rounds; round++) {
      const victim = VICTIMS[round % VICTIMS.length]
      const during = `seed ${seed}, round ${round} (${victim})`
      while (open.length < UPLOADS)
        open.push({
          at: await up.create(PLACE),
          bytes: longMovie(8_000_000),
          acknowledged: 0,
          complete: false,
        })
      let stopped = false
      const hands = open.map((one) => send(up, one, () => stopped))
      await sleep(50 + 650 * chance.uniform())
      const pid = postmasterPid(postgresFolder(dataDir)) ?? 0
      expect(pid, `${during}: the database runs before it is killed`).toBeGreaterThan(0)
      if (victim !== "server") signal(pid, "SIGKILL")
      if (victim === "database")
        await awaited(
          `${during}: the database’s end`,
          until(() => !isAlive(pid)),
        )
      else {
        await awaited(`${during}: the server’s end`, server.kill("SIGKILL"))
        server = await startServerProcess(settings, PATIENCE_SECONDS)
      }
      await awaited(`${during}: the server’s being ready`, ready(server, PATIENCE_SECONDS))
      stopped = true
      await awaited(`${during}: the senders`, Promise.all(hands))
      for (const one of open) await verify(up, one, during)
      complete.push(...open.filter((one) => one.complete))
      open = open.filter((one) => !one.complete)
    }
    // Whatever was interrupted goes on to its end, and then plays as it was sent.
    await Promise.all(open.map((one) => send(up, one, () => false)))
    for (const one of [...open, ...complete]) {
      await verify(up, one, "at the end")
      expect(one.complete).toBe(true)
      await plays(up, one)
    }
  },
  NEVER,
)

/** Sends on from where the server says it is, until it is told to stop or all of it is acknowledged. */
async function send(up: TestUploader, one: Sending, stopped: () => boolean): Promise<void> {
  while (!stopped() && !one.complete) {
    try {
      const offset = await up.offset(one.at)
      const piece = one.bytes.subarray(offset, offset + PIECE)
      const last = offset + piece.length === one.bytes.length
      const answer = await up.patch(
        one.at,
        offset,
        piece,
        last ? { "upload-length": String(one.bytes.length) } : {},
      )
      if (answer.status === 204) {
        one.acknowledged = Math.max(one.acknowledged, offset + piece.length)
        one.complete = last
      } else if (![409, 423, 429, 503].includes(answer.status))
        throw new Error(`${answer.status} ${answer.text}`)
      else await sleep(50)
    } catch (error) {
      if (!(error instanceof TypeError)) throw error
      await sleep(25)
    }
  }
}

/** What was acknowledged is there; nothing counts as received before its last byte was. */
async function verify(up: TestUploader, one: Sending, where: string): Promise<void> {
  const head = await up.send("HEAD", one.at)
  const offset = Number(head.headers.get("upload-offset"))
  expect(offset, where).toBeGreaterThanOrEqual(one.acknowledged)
  const { state } = JSON.parse((await up.send("GET", one.at)).text) as { state: string }
  expect(state === "receiving", where).toBe(offset < one.bytes.length)
}

/** Waits until it was finished, whoever was killed meanwhile, and holds it against what was sent. */
async function plays(up: TestUploader, one: Sending): Promise<void> {
  let state = "received"
  for (let n = 0; n < 6000 && state === "received"; n++) {
    await sleep(50)
    state = (JSON.parse((await up.send("GET", one.at)).text) as { state: string }).state
  }
  expect(state).toBe("as-it-came")
  const { headers } = await up.send("HEAD", `${one.at}/media`)
  expect(headers.get("etag")).toBe(`"${sha256(one.bytes)}"`)
}
