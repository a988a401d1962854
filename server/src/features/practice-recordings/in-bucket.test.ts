import { mkdtemp, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import S3rver from "s3rver"
import { afterAll, beforeAll, expect, it } from "vitest"
import { LIVE_WEBM, sha256, TestUploader } from "../../platform/recordings/test-upload.ts"
import { dropStrays } from "../../platform/recordings/sweep.ts"
import { folderOf } from "../../platform/storage.ts"
import { startTestApp, type TestApp } from "../../platform/testing/test-app.ts"
import { finishRecordings } from "../recordings/finish-recordings.ts"

const BUCKET = "backfill"
let folder: string
let store: S3rver
let t: TestApp

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-bucket-"))
  const configureBuckets = [{ name: BUCKET, configs: [] }]
  store = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory: folder, configureBuckets })
  const { port } = await store.run()
  t = await startTestApp({
    BACKFILL_S3_BUCKET: BUCKET,
    BACKFILL_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    BACKFILL_S3_KEY: "S3RVER:S3RVER",
  })
})
afterAll(async () => {
  await t.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

const objects = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => name.endsWith("_object")).length

it("goes up, is finished, plays by ranges and goes again, with nothing but rows on this machine", async () => {
  const person = await t.person("Mina", ["member"])
  const up = new TestUploader(t, person.cookie)
  const at = await up.create("/api/practice/recordings")
  await up.all(at, LIVE_WEBM)
  expect(await objects()).toBe(4)
  await finishRecordings(t.app)
  const { state, durationMs } = await person.client.practiceRecordings.read({
    params: { recordingId: at.split("/").at(-1) ?? "" },
  })
  expect([state, (durationMs ?? 0) > 2900]).toEqual(["ready", true])
  const media = async (range?: string) => {
    const answer = await t.fetch(`${at}/media`, {
      headers: { cookie: person.cookie, ...(range ? { range } : {}) },
    })
    return {
      status: answer.status,
      bytes: Buffer.from(await answer.arrayBuffer()),
      etag: answer.headers.get("etag"),
    }
  }
  const whole = await media()
  expect(whole.etag).toBe(`"${sha256(whole.bytes)}"`)
  const part = await media("bytes=1000-1999")
  expect([part.status, part.bytes.equals(whole.bytes.subarray(1000, 2000))]).toEqual([206, true])
  expect(await readdir(t.app.storage.root, { recursive: true })).toEqual(["incoming"])
  async function* bytes() {
    yield LIVE_WEBM
  }
  const folder = folderOf(at.split("/").at(-1) ?? "")
  const recorded = await objects()
  await t.app.storage.put(bytes(), 1e6, folder)
  await dropStrays(t.app, new Date(Date.now() - 3_600_000))
  expect(await objects()).toBe(recorded + 1)
  expect(await dropStrays(t.app, new Date(Date.now() + 3_600_000))).toBe(1)
  expect(await objects()).toBe(recorded)
  await t.app.storage.put(bytes(), 1e6, folder)
  await up.send("DELETE", at)
  expect(await objects()).toBe(0)
})
