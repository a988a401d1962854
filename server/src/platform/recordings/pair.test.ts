import { mkdtemp, readdir, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import pg from "pg"
import { afterAll, expect, it } from "vitest"
import { takeTestDatabase, type TestDatabase } from "../database/index.ts"
import { NEVER } from "../testing/kill/awaited.ts"
import {
  addressOf,
  freePort,
  type ServerProcess,
  setUpOwner,
  startServerProcess,
} from "../testing/server-process.ts"
import { longMovie, sha256, TestUploader } from "./test-upload.ts"

const PLACE = "/api/practice/recordings"
const MANY = 10
let folder: string
let taken: TestDatabase | undefined
const servers: ServerProcess[] = []
const closing: (() => Promise<unknown>)[] = []
afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill("SIGKILL").catch(() => {})))
  for (const close of closing) await close()
  await taken?.drop()
  await rm(folder, { recursive: true, force: true })
}, NEVER)

it(
  "two servers finish the same recordings, each once, and what one leaves when it is killed the other takes on",
  async () => {
    folder = await mkdtemp(join(tmpdir(), "backfill-pair-"))
    taken = await takeTestDatabase()
    const url = addressOf(taken.connection)
    const start = async () => {
      const own = { PORT: String(await freePort()), BACKFILL_DATA: join(folder, "store"), DATABASE_URL: url }
      const server = await startServerProcess(own, 300)
      servers.push(server)
      return server
    }
    const one = await start()
    const up = new TestUploader(
      { fetch: (path, init) => fetch(servers.at(-1)?.url + path, init) },
      await setUpOwner(one),
    )
    const other = await start()
    const sent = await Promise.all(
      Array.from({ length: MANY }, async () => {
        const [at, bytes] = [await up.create(PLACE), longMovie(2_000_000)]
        await up.all(at, bytes, 1_000_000)
        return { at, id: at.split("/").at(-1) ?? "", bytes }
      }),
    )
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    closing.push(() => client.end())
    const rows = async () =>
      (
        await client.query<{ id: string; state: string; tries: number; claimed: boolean }>(
          "SELECT id, state, tries, claim_token IS NOT NULL AS claimed FROM practice.recordings",
        )
      ).rows
    const wait = async (until: (found: Awaited<ReturnType<typeof rows>>) => boolean) => {
      for (;;) {
        const found = await rows()
        if (until(found)) return found
        await sleep(20)
      }
    }
    // Both are at it when one dies.
    await wait((all) => all.filter(({ claimed }) => claimed).length === 2)
    await one.kill("SIGKILL")
    const left = await rows()
    expect(left.filter(({ state }) => state === "received").length).toBeGreaterThan(0)
    const done = await wait((all) => all.every(({ state }) => state !== "received"))
    expect(done.map(({ state }) => state)).toEqual(sent.map(() => "as-it-came"))
    // Only what the killed one was at was begun twice.
    expect(done.filter(({ tries }) => tries > 1).length).toBeLessThanOrEqual(1)
    expect(other.child.exitCode).toBeNull()
    for (const { at, id, bytes } of sent) {
      const { headers } = await up.send("HEAD", `${at}/media`)
      expect(headers.get("etag")).toBe(`"${sha256(bytes)}"`)
      const place = join(folder, "store/files/recordings", id)
      const sizes = await Promise.all(
        (await readdir(place)).map(async (name) => (await stat(join(place, name))).size),
      )
      expect(sizes.filter((size) => size === bytes.length)).toHaveLength(1)
    }
  },
  NEVER,
)
