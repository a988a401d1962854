import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import S3rver from "s3rver"
import { afterAll, beforeAll, expect, it } from "vitest"
import { PHONE_MP4, TestUploader } from "../../platform/recordings/test-upload.ts"
import { s3Storage } from "../../platform/storage-s3.ts"
import { type Scene, startScene, TALKS } from "../debriefs/scene.test-data.ts"
import { finishRecordings } from "./finish-recordings.ts"
import { asVideo, VIDEO_EXERCISE } from "./video.test-data.ts"

/** Bytes that stand in everything the person recorded, from the first piece’s beginning on. */
const CANARY = "zwaluwstaart-in-the-picture"
const BUCKET = "backfill"
let folder: string
let store: S3rver
let s: Scene
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-erased-"))
  const configureBuckets = [{ name: BUCKET, configs: [] }]
  const directory = join(folder, "store")
  store = new S3rver({ port: 0, address: "127.0.0.1", silent: true, directory, configureBuckets })
  const { port } = await store.run()
  s = await startScene(asVideo)
  const settings = {
    BACKFILL_S3_BUCKET: BUCKET,
    BACKFILL_S3_ENDPOINT: `http://127.0.0.1:${port}`,
    BACKFILL_S3_REGION: "us-east-1",
    BACKFILL_S3_KEY: "S3RVER:S3RVER",
  }
  Object.assign(s.t.app, { storage: await s3Storage(settings, join(folder, "waiting")) })
})
afterAll(async () => {
  await s.close()
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

/** Every file of ours and of the store, and every row of every table, in which the canary or an id stands. */
async function search(...words: string[]): Promise<string[]> {
  const hits: string[] = []
  for (const root of [folder, s.t.app.config.BACKFILL_DATA])
    for (const one of await readdir(root, { recursive: true, withFileTypes: true })) {
      const path = join(one.parentPath, one.name)
      if (!one.isFile()) continue
      const text = `${path} ${await readFile(path, "latin1")}`
      if (words.some((word) => text.includes(word))) hits.push(`file ${one.name}`)
    }
  const tables = `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('hiring', 'practice', 'platform')`
  const { rows } = await s.t.database.owner.query<{ name: string }>(tables)
  expect(rows.length).toBeGreaterThan(40)
  for (const { name } of rows)
    for (const word of words) {
      // Bytes are written as hex there.
      const hex = Buffer.from(word).toString("hex")
      const found = await s.t.database.owner.query(
        `SELECT 1 FROM ${name} AS r WHERE r::text LIKE $1 OR r::text LIKE $2 LIMIT 1`,
        [`%${word}%`, `%${hex}%`],
      )
      if (found.rowCount) hits.push(name)
    }
  return hits.sort()
}

it("an erasure leaves nothing of a recording in bucket, folder, table or piece, half-sent or finished", async () => {
  const application = await s.apply(TALKS)
  const client = s.t.client(application.candidateCookie)
  const { id: attemptId } = await s.recruiter.client.attempts.schedule({
    params: { applicationId: application.id },
    body: { exerciseId: VIDEO_EXERCISE, availableFrom: null },
  })
  await client.candidate.startAttempt({ params: { attemptId }, body: {} })
  const up = new TestUploader(s.t, application.candidateCookie)
  const place = `/api/candidate/attempts/${attemptId}/recordings`
  const bytes = Buffer.concat([
    PHONE_MP4.subarray(0, 32),
    Buffer.from("\0\0\0\x30free"),
    Buffer.from(CANARY.padEnd(40)),
    PHONE_MP4.subarray(32, 20_000),
  ])
  const [finished, received, half] = [await up.create(place), await up.create(place), await up.create(place)]
  await up.all(finished, bytes)
  await finishRecordings(s.t.app)
  await up.all(received, bytes)
  await up.patch(half, 0, bytes.subarray(0, 9000))
  expect((await search(CANARY)).filter((hit) => hit.startsWith("file")).length).toBeGreaterThanOrEqual(4)
  await client.candidate.erase({ body: { confirm: "erase" } })
  expect(await search(CANARY)).toEqual([])
  // Their ids stay in the chain of the log, which names nobody, and nowhere else.
  const ids = [finished, received, half].map((at) => at.split("/").at(-1) ?? "")
  const left = new Set(await search(...ids))
  expect([...left].filter((name) => !name.startsWith("platform.audit"))).toEqual([])
})

it("a piece that a candidate sends while their link is replaced counts for nothing", async () => {
  const application = await s.apply(TALKS)
  const { id: attemptId } = await s.recruiter.client.attempts.schedule({
    params: { applicationId: application.id },
    body: { exerciseId: VIDEO_EXERCISE, availableFrom: null },
  })
  const client = s.t.client(application.candidateCookie)
  await client.candidate.startAttempt({ params: { attemptId }, body: {} })
  const up = new TestUploader(s.t, application.candidateCookie)
  const at = await up.create(`/api/candidate/attempts/${attemptId}/recordings`)
  let more: ReadableStreamDefaultController | undefined
  const body = new ReadableStream({
    start(controller) {
      more = controller
      controller.enqueue(PHONE_MP4.subarray(0, 500))
    },
  })
  const headers = {
    cookie: application.candidateCookie,
    "x-backfill": "1",
    "tus-resumable": "1.0.0",
    "content-type": "application/offset+octet-stream",
    "upload-offset": "0",
  }
  const sending = s.t.fetch(at, { method: "PATCH", headers, body, duplex: "half" } as RequestInit)
  await new Promise((resolve) => setTimeout(resolve, 500))
  await s.recruiter.client.applications.resendLink({ params: { applicationId: application.id } })
  await new Promise((resolve) => setTimeout(resolve, 3000))
  more?.enqueue(PHONE_MP4.subarray(500))
  more?.close()
  expect((await sending).status).toBe(401)
  const { rows } = await s.t.app.db.hiring.execute(
    sql`SELECT 1 FROM hiring.recording_chunks WHERE recording_id = ${at.split("/").at(-1)}`,
  )
  expect(rows).toEqual([])
})
