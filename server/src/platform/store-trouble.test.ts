import { randomBytes } from "node:crypto"
import { once } from "node:events"
import { mkdtemp, readdir, rm } from "node:fs/promises"
import { createServer, request, type Server, type ServerResponse } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import S3rver from "s3rver"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { finishRecordings } from "../features/recordings/finish-recordings.ts"
import { LIVE_WEBM, longMovie, sha256, TestUploader } from "./recordings/test-upload.ts"
import { s3Storage } from "./storage-s3.ts"
import { startTestApp, type TestApp } from "./testing/test-app.ts"

/** How a store can be: well, ill with a status, silent before its answer, or silent within it. */
type Mood = "well" | "500" | "403" | "silent" | "stuck"

const BUCKET = "backfill"
const PATIENCE_MS = 1500
let folder: string
let store: S3rver
let between: Server
let mood: Mood = "well"
/** Requests of these methods meet the mood; others pass. */
let met = /./
let t: TestApp
let up: TestUploader
let cookie: string

/** Passes requests on to the store, or answers as a store in trouble does. */
function startBetween(port: number): Server {
  const refuse = (answer: ServerResponse, status: number) =>
    answer
      .writeHead(status, { "content-type": "application/xml" })
      .end(`<Error><Code>E${status}</Code></Error>`)
  return createServer((asked, answer) => {
    const now = met.test(asked.method ?? "") ? mood : "well"
    if (now === "silent") return void asked.resume()
    if (now === "500" || now === "403") {
      asked.resume().on("end", () => refuse(answer, Number(now)))
      return
    }
    const { method, url, headers } = asked
    const passed = request({ host: "127.0.0.1", port, method, path: url, headers }, (came) => {
      answer.writeHead(came.statusCode ?? 500, came.headers)
      if (now === "stuck") came.once("data", (chunk: Buffer) => answer.write(chunk.subarray(0, 1000)))
      else came.pipe(answer)
    })
    passed.on("error", () => answer.destroy())
    asked.pipe(passed)
  })
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-trouble-"))
  const configureBuckets = [{ name: BUCKET, configs: [] }]
  store = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: join(folder, "store"),
    configureBuckets,
  })
  between = startBetween((await store.run()).port).listen(0, "127.0.0.1")
  await once(between, "listening")
  const address = between.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  t = await startTestApp()
  const settings = {
    BACKFILL_S3_BUCKET: BUCKET,
    BACKFILL_S3_ENDPOINT: `http://127.0.0.1:${address.port}`,
    BACKFILL_S3_REGION: "us-east-1",
    BACKFILL_S3_KEY: "S3RVER:S3RVER",
  }
  const storage = await s3Storage(settings, join(folder, "waiting"), PATIENCE_MS)
  Object.assign(t.app, { storage })
  ;({ cookie } = await t.person("Mina", ["member"]))
  up = new TestUploader(t, cookie)
})
afterAll(async () => {
  await t.close()
  between.closeAllConnections()
  between.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  mood = "well"
  met = /./
})

const PLACE = "/api/practice/recordings"
const media = (at: string) => t.fetch(`${at}/media`, { headers: { cookie } })
const moods: Mood[] = ["500", "403", "silent"]

describe.each(moods)("an object store that answers %s", (trouble) => {
  it("takes nothing, and nothing is acknowledged: 503, when to try again, and then it goes on", async () => {
    const bytes = longMovie(400_000)
    const at = await up.create(PLACE)
    await up.patch(at, 0, bytes.subarray(0, 200_000))
    mood = trouble
    const refused = await up.patch(at, 200_000, bytes.subarray(200_000))
    expect([refused.status, refused.id]).toEqual([503, "unavailable"])
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(refused.text).not.toMatch(/E500|S3|bucket|127\.0/i)
    expect((await t.fetch("/readyz")).status).toBe(200)
    expect(await up.offset(at)).toBe(200_000)
    expect(await readdir(join(folder, "waiting/incoming"))).toEqual([])
    mood = "well"
    const last = { "upload-length": String(bytes.length) }
    expect((await up.patch(at, 200_000, bytes.subarray(200_000), last)).status).toBe(204)
    await finishRecordings(t.app)
    expect((await media(at)).headers.get("etag")).toBe(`"${sha256(bytes)}"`)
  })

  it("shows nothing instead of something else, and later the recording", async () => {
    const at = await up.create(PLACE)
    await up.all(at, LIVE_WEBM)
    await finishRecordings(t.app)
    mood = trouble
    const away = await media(at)
    expect(away.status).toBe(503)
    expect(away.headers.get("content-type")).toMatch(/^application\/problem\+json/)
    expect(Number(away.headers.get("retry-after"))).toBeGreaterThan(0)
    expect(await away.json()).toMatchObject({ id: "unavailable" })
    mood = "well"
    expect((await media(at)).status).toBe(200)
  })

  it.each([/GET/, /PUT/])(
    "leaves a recording waiting when %s fails while it is finished, and then it is",
    async (method) => {
      const at = await up.create(PLACE)
      await up.all(at, LIVE_WEBM)
      met = method
      mood = trouble
      await finishRecordings(t.app)
      const state = async () => (JSON.parse((await up.send("GET", at)).text) as { state: string }).state
      expect(await state()).toBe("received")
      mood = "well"
      await t.app.db.practice.execute("UPDATE practice.recordings SET claim_until = NULL")
      await finishRecordings(t.app)
      expect(await state()).toBe("ready")
    },
  )
})

it("a store that falls silent within a file is let go, and the recording is finished another time", async () => {
  const at = await up.create(PLACE)
  const bytes = Buffer.concat([longMovie(100_000), randomBytes(10)])
  await up.all(at, bytes, 100_000)
  mood = "stuck"
  met = /GET/
  const began = performance.now()
  await finishRecordings(t.app)
  expect(performance.now() - began).toBeLessThan(20_000)
  mood = "well"
  await t.app.db.practice.execute("UPDATE practice.recordings SET claim_until = NULL")
  await finishRecordings(t.app)
  expect((await media(at)).headers.get("etag")).toBe(`"${sha256(bytes)}"`)
  mood = "stuck"
  const cut = await media(at)
  await expect(cut.arrayBuffer()).rejects.toThrow()
})
