import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { FastifyInstance } from "fastify"
import { afterAll, beforeAll, expect, it } from "vitest"
import type { App } from "../../platform/app.ts"
import { compose } from "../../platform/compose.ts"
import { type Database, openDatabase, takeTestDatabase, silent } from "../../platform/database/index.ts"
import { backup } from "../../platform/database/backup.ts"
import { restore } from "../../platform/database/restore.ts"
import { filesFolder } from "../../platform/open-storage.ts"
import { LIVE_WEBM, PHONE_MP4, sha256, TestUploader } from "../../platform/recordings/test-upload.ts"
import { type Scene, startScene, TALKS } from "../debriefs/scene.test-data.ts"
import { ledgerOf, replayErasures, writeLedger } from "../applications/erasure/ledger.ts"
import { finishRecordings } from "./finish-recordings.ts"
import { asVideo, VIDEO_EXERCISE } from "./video.test-data.ts"

const log = silent
const PRACTICE = "/api/practice/recordings"
let s: Scene
let folder: string
const closing: (() => Promise<unknown>)[] = []
beforeAll(async () => {
  s = await startScene(asVideo)
  folder = await mkdtemp(join(tmpdir(), "backfill-restored-"))
})
afterAll(async () => {
  for (const close of closing.reverse()) await close()
  await s.close()
  await rm(folder, { recursive: true, force: true })
})

async function begin() {
  const application = await s.apply(TALKS)
  const { id: attemptId } = await s.recruiter.client.attempts.schedule({
    params: { applicationId: application.id },
    body: { exerciseId: VIDEO_EXERCISE, availableFrom: null },
  })
  await s.t.client(application.candidateCookie).candidate.startAttempt({ params: { attemptId }, body: {} })
  return { application, place: `/api/candidate/attempts/${attemptId}/recordings` }
}

/** The restored installation, with whoever was signed in before. */
async function startRestored(file: string) {
  const config = { ...s.t.app.config, BACKFILL_DATA: join(folder, "new") }
  const taken = await takeTestDatabase({ migrations: false })
  closing.push(() => taken.drop())
  const database: Database = await openDatabase({ connection: taken.connection }, { log, poolSize: 4 })
  closing.push(() => database.close())
  await restore(database, filesFolder(config), file, { log })
  const { app, server, close } = await compose(config, database)
  closing.push(close)
  return { app, fetch: over(server) }
}
/** Asks a server that listens nowhere. */
const over =
  (server: FastifyInstance) =>
  async (url: string, init: RequestInit = {}): Promise<Response> => {
    const answer = await server.inject({
      url,
      method: (init.method ?? "GET") as "GET",
      headers: init.headers as Record<string, string>,
      ...(init.body ? { payload: Buffer.from(init.body as Uint8Array) } : {}),
    })
    const { statusCode: status, rawPayload } = answer
    const headers = Object.entries(answer.headers).map(([name, value]) => [name, String(value)])
    return new Response(status === 204 ? null : new Uint8Array(rawPayload), {
      status,
      headers: headers as [string, string][],
    })
  }
const holds = async ({ config }: App, mark: Buffer): Promise<boolean> => {
  for (const one of await readdir(config.BACKFILL_DATA, { recursive: true, withFileTypes: true }))
    if (one.isFile() && (await readFile(join(one.parentPath, one.name))).includes(mark)) return true
  return false
}

it("a backup brings recordings back as they were, each goes on, and what was erased since goes again", async () => {
  const [kept, erased] = [await begin(), await begin()]
  const member = await s.t.person("Mina", ["member"])
  const mine = new TestUploader(s.t, kept.application.candidateCookie)
  const others = new TestUploader(s.t, erased.application.candidateCookie)
  const practising = new TestUploader(s.t, member.cookie)
  const ready = await mine.create(kept.place)
  await mine.all(ready, LIVE_WEBM)
  const said = await practising.create(PRACTICE)
  await practising.all(said, PHONE_MP4)
  const mark = Buffer.from("nobody may find this again in any file")
  const gone = await others.create(erased.place)
  await others.all(gone, Buffer.concat([LIVE_WEBM.subarray(0, 9000), mark]))
  await finishRecordings(s.t.app)
  const received = await mine.create(kept.place)
  await mine.all(received, PHONE_MP4)
  const open = await mine.create(kept.place)
  await mine.patch(open, 0, LIVE_WEBM.subarray(0, 9000))

  const file = join(folder, "saved.backup")
  await backup(s.t.database, filesFolder(s.t.app.config), file, { release: "0.0.0", log })
  const media = async (fetch: typeof s.t.fetch, at: string, cookie: string) => {
    const answer = await fetch(`${at}/media`, { headers: { cookie } })
    return [answer.status, sha256(Buffer.from(await answer.arrayBuffer()))]
  }
  const candidate = kept.application.candidateCookie
  const before = [await media(s.t.fetch, ready, candidate), await media(s.t.fetch, said, member.cookie)]
  expect(before.map(([status]) => status)).toEqual([200, 200])
  await s.t.client(erased.application.candidateCookie).candidate.erase({ body: { confirm: "erase" } })
  await writeLedger(s.t.app)

  const restored = await startRestored(file)
  expect(await holds(restored.app, mark)).toBe(true)
  expect(await replayErasures(restored.app, ledgerOf(s.t.app.config.BACKFILL_DATA))).toBe(1)
  expect(await holds(restored.app, mark)).toBe(false)
  expect([
    await media(restored.fetch, ready, candidate),
    await media(restored.fetch, said, member.cookie),
  ]).toEqual(before)
  const up = new TestUploader(restored, candidate)
  const state = async (at: string) => (JSON.parse((await up.send("GET", at)).text) as { state: string }).state
  expect([await state(received), await state(open), await up.offset(open)]).toEqual([
    "received",
    "receiving",
    9000,
  ])
  const rest = await up.patch(open, 9000, LIVE_WEBM.subarray(9000), {
    "upload-length": String(LIVE_WEBM.length),
  })
  expect(rest.status, rest.text).toBe(204)
  await finishRecordings(restored.app)
  expect([await state(received), await state(open)]).toEqual(["ready", "ready"])
  expect(await media(restored.fetch, open, candidate)).toEqual(before[0])
})
