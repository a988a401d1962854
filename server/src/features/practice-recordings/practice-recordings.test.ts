import { randomUUID } from "node:crypto"
import { readdir, rm, utimes, writeFile } from "node:fs/promises"
import { request } from "node:http"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { MAX_RECORDING, MAX_RECORDING_CHUNK } from "@backfill/contract"
import { sql } from "drizzle-orm"
import { PRACTICE_SHELF } from "../../platform/recordings/shelf.ts"
import { selectChunks } from "../../platform/recordings/store.ts"
import { sweepRecordings } from "../../platform/recordings/sweep.ts"
import {
  checksum,
  LIVE_WEBM,
  PHONE_MP4,
  sha256,
  TestUploader,
} from "../../platform/recordings/test-upload.ts"
import { folderOf } from "../../platform/storage.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { maintain } from "../maintenance/maintenance.ts"
import { finishRecordings } from "../recordings/finish-recordings.ts"

const PLACE = "/api/practice/recordings"
const DAY = 86_400_000
let t: TestApp
let person: TestPerson
let up: TestUploader

beforeAll(async () => {
  t = await startTestApp()
  person = await t.person("Mina", ["member"])
  up = new TestUploader(t, person.cookie)
})
afterAll(() => t.close())

const idOf = (at: string): string => at.split("/").at(-1) ?? ""
const read = (at: string) => person.client.practiceRecordings.read({ params: { recordingId: idOf(at) } })
const stored = async (at: string): Promise<Buffer> => {
  const parts: Buffer[] = []
  for (const { storageKey } of await selectChunks(t.app.db.practice, PRACTICE_SHELF, idOf(at)))
    for await (const bytes of t.app.storage.read(storageKey)) parts.push(bytes as Buffer)
  return Buffer.concat(parts)
}
const files = async (): Promise<string[]> =>
  (await readdir(t.app.storage.root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
/** Makes every stored file look two days old. */
const ageAll = async () => {
  const then = new Date(Date.now() - 2 * DAY)
  for (const entry of await readdir(t.app.storage.root, { recursive: true, withFileTypes: true }))
    await utimes(join(entry.parentPath, entry.name), then, then)
}
/** Sends part of a chunk and breaks the connection off. */
const breakOff = (at: string, offset: number, bytes: Uint8Array, sent: number) =>
  new Promise<void>((resolve) => {
    const headers = {
      cookie: person.cookie,
      "x-backfill": "1",
      "tus-resumable": "1.0.0",
      "content-type": "application/offset+octet-stream",
      "upload-offset": String(offset),
      "content-length": String(bytes.length),
    }
    const sending = request(t.url + at, { method: "PATCH", headers })
    sending.on("error", () => {})
    sending.on("close", () => resolve())
    sending.write(bytes.subarray(0, sent), () => setTimeout(() => sending.destroy(), 50))
  })

describe("a browser that several people use", () => {
  it("begins nothing under the name of whoever is signed in by now", async () => {
    const other = await t.person("Joris", ["member"])
    const begin = (accountId: string) =>
      up.send("POST", `${PLACE}?kind=audio&accountId=${accountId}`, { "upload-defer-length": "1" })
    const refused = await begin(other.id)
    expect([refused.status, JSON.parse(refused.text).id]).toEqual([401, "not_signed_in"])
    expect((await person.client.practiceRecordings.list({ query: {} })).items).toEqual([])
    expect((await other.client.practiceRecordings.list({ query: {} })).items).toEqual([])
    const own = await begin(person.id)
    expect(own.status).toBe(201)
    await up.send("DELETE", own.headers.get("location") ?? "")
  })
})

describe("an upload by tus", () => {
  it("says what it speaks", async () => {
    const answer = await up.send("OPTIONS", PLACE)
    expect(answer.status).toBe(204)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "tus-version": "1.0.0",
      "tus-extension": "creation,creation-defer-length,checksum,termination,expiration",
      "tus-checksum-algorithm": "sha256",
    })
  })

  it("goes up while its length isn’t known, piece by piece, and is complete when it is told", async () => {
    const at = await up.create(PLACE)
    const [one, two] = [LIVE_WEBM.subarray(0, 9000), LIVE_WEBM.subarray(9000)]
    const first = await up.patch(at, 0, one)
    expect([first.status, first.headers.get("upload-offset")]).toEqual([204, "9000"])
    expect(first.headers.get("upload-expires")).toMatch(/GMT$/)
    const head = await up.send("HEAD", at)
    expect(Object.fromEntries(head.headers)).toMatchObject({
      "upload-offset": "9000",
      "upload-defer-length": "1",
      "cache-control": "no-store",
      "tus-resumable": "1.0.0",
    })
    await up.patch(at, 9000, two)
    expect((await read(at)).state).toBe("receiving")
    const end = await up.patch(at, LIVE_WEBM.length, new Uint8Array(), {
      "upload-length": String(LIVE_WEBM.length),
    })
    expect([end.status, end.headers.get("upload-length")]).toEqual([204, String(LIVE_WEBM.length)])
    expect(await read(at)).toMatchObject({ state: "received", offset: LIVE_WEBM.length, expiresAt: null })
    expect(sha256(await stored(at))).toBe(sha256(LIVE_WEBM))
  })

  it("goes up with its length told at the start", async () => {
    const at = await up.create(PLACE, { "upload-length": String(PHONE_MP4.length) })
    await up.patch(at, 0, PHONE_MP4)
    expect(await read(at)).toMatchObject({ state: "received", mediaType: "video/mp4" })
  })

  it.each([0, 1, 4000, 8191, 8192])(
    "goes on where it was after %i bytes of a piece were sent",
    async (sent) => {
      const at = await up.create(PLACE)
      const piece = (from: number) => LIVE_WEBM.subarray(from, from + 8192)
      await up.patch(at, 0, piece(0))
      await breakOff(at, 8192, piece(8192), sent)
      // The last byte arrived, or it didn’t: what the server says is what it has.
      let offset = await up.offset(at)
      expect(sent < 8192 ? [8192] : [8192, 16_384]).toContain(offset)
      while (offset < LIVE_WEBM.length) {
        const chunk = piece(offset)
        const last = offset + chunk.length === LIVE_WEBM.length
        const answer = await up.patch(
          at,
          offset,
          chunk,
          last ? { "upload-length": String(LIVE_WEBM.length) } : {},
        )
        // It may take a moment until the server knows that the first sender is gone.
        if (answer.status === 423 || answer.status === 409) {
          offset = await up.offset(at)
          continue
        }
        expect(answer.status, answer.text).toBe(204)
        offset += chunk.length
      }
      expect(sha256(await stored(at))).toBe(sha256(LIVE_WEBM))
    },
  )

  it.each(["0", "8191", "8193", "-1", "99999999999999999999", "NaN", "1e3", ""])(
    "refuses bytes at %j, and has what it had",
    async (offset) => {
      const at = await up.create(PLACE)
      await up.patch(at, 0, LIVE_WEBM.subarray(0, 8192))
      const answer = await up.patch(at, offset, LIVE_WEBM.subarray(8192, 9000))
      expect([answer.status, answer.id]).toEqual([409, "upload_offset"])
      expect(await up.offset(at)).toBe(8192)
    },
  )

  it("refuses what arrived damaged, a sum it doesn’t know, and other versions", async () => {
    const at = await up.create(PLACE)
    const before = await files()
    const chunk = LIVE_WEBM.subarray(0, 5000)
    const damaged = await up.patch(at, 0, chunk, { "upload-checksum": checksum(LIVE_WEBM) })
    expect([damaged.status, damaged.id]).toEqual([460, "upload_checksum"])
    expect((await up.patch(at, 0, chunk, { "upload-checksum": "md5 abc=" })).status).toBe(400)
    expect((await up.patch(at, 0, chunk, { "tus-resumable": "0.2.2" })).status).toBe(412)
    expect((await up.patch(at, 0, chunk, { "content-type": "application/octet-stream" })).status).toBe(415)
    expect(await up.offset(at)).toBe(0)
    expect(await files()).toEqual(before)
    expect((await up.patch(at, 0, chunk)).status).toBe(204)
  })

  it("refuses lengths that lie", async () => {
    const create = (headers: Record<string, string>) =>
      up.send("POST", PLACE, headers).then(({ status }) => status)
    expect(await create({})).toBe(400)
    expect(await create({ "upload-length": "-5" })).toBe(400)
    expect(await create({ "upload-length": "12", "upload-defer-length": "1" })).toBe(400)
    expect(await create({ "upload-length": "0" })).toBe(422)
    expect(await create({ "upload-length": String(MAX_RECORDING.video + 1) })).toBe(413)
    const at = await up.create(PLACE, { "upload-length": "9000" })
    const answer = (bytes: number, length?: number) =>
      up.patch(at, 0, LIVE_WEBM.subarray(0, bytes), length ? { "upload-length": String(length) } : {})
    expect((await answer(9001)).status).toBe(400)
    expect((await answer(9000, 9001)).status).toBe(400)
    expect((await answer(9000, 9000)).status).toBe(204)
    expect((await read(at)).state).toBe("received")
  })

  it("refuses more at once than a request may bring, and leaves nothing of it", async () => {
    const at = await up.create(PLACE)
    const before = await files()
    const big = Buffer.concat([LIVE_WEBM, Buffer.alloc(MAX_RECORDING_CHUNK)])
    expect((await up.patch(at, 0, big)).status).toBe(413)
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(big)
        controller.close()
      },
    })
    // Without a length of the request nothing is known beforehand.
    const answer = await t
      .fetch(at, {
        method: "PATCH",
        headers: {
          cookie: person.cookie,
          "x-backfill": "1",
          "tus-resumable": "1.0.0",
          "content-type": "application/offset+octet-stream",
          "upload-offset": "0",
        },
        body: stream,
        duplex: "half",
      } as RequestInit)
      .then(({ status }) => status)
    expect(answer).toBe(413)
    expect([await up.offset(at), await files()]).toEqual([0, before])
  })

  it.each([
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1")],
    ["a page", Buffer.from("<html><script>alert(1)</script></html>")],
    ["an archive", Buffer.from("PK\u0003\u0004 and so on and on")],
    ["a still picture of a phone", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1")],
    [
      "an EBML file of another kind",
      Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x87, 0x42, 0x82, 0x84, 0x65, 0x76, 0x69, 0x6c]),
    ],
  ])("refuses %s by its bytes, whatever it is called", async (_what, bytes) => {
    const at = await up.create(PLACE)
    const before = await files()
    const answer = await up.patch(at, 0, bytes, { "upload-length": String(bytes.length) })
    expect([answer.status, answer.id]).toEqual([415, "recording_type"])
    expect(await files()).toEqual(before)
  })

  it("knows a recording also when its first bytes come one by one", async () => {
    const at = await up.create(PLACE)
    for (let n = 0; n < 40; n++)
      expect((await up.patch(at, n, LIVE_WEBM.subarray(n, n + 1))).status).toBe(204)
    expect((await read(at)).mediaType).toBe("video/webm")
  })

  it("lets one send at a time, and takes over from one who fell silent", async () => {
    const at = await up.create(PLACE)
    await t.app.db.practice.execute(
      sql`UPDATE practice.recordings SET append_token = gen_random_uuid(), append_until = now() + interval '1 second' WHERE id = ${idOf(at)}`,
    )
    const locked = await up.patch(at, 0, LIVE_WEBM)
    expect([locked.status, locked.id, locked.headers.get("retry-after")]).toEqual([423, "upload_locked", "2"])
    await new Promise((resolve) => setTimeout(resolve, 1100))
    expect((await up.patch(at, 0, LIVE_WEBM)).status).toBe(204)
  })

  it("counts the same bytes once, however many send them at once", async () => {
    const at = await up.create(PLACE)
    const answers = await Promise.all(Array.from({ length: 8 }, () => up.patch(at, 0, LIVE_WEBM)))
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    for (const { status } of answers) expect([204, 409, 423]).toContain(status)
    expect(sha256(await stored(at))).toBe(sha256(LIVE_WEBM))
  })

  it("answers a repeated creation with the first one’s upload", async () => {
    const headers = { "upload-defer-length": "1", "idempotency-key": "take-1" }
    expect(await up.create(PLACE, headers)).toBe(await up.create(PLACE, headers))
  })

  it("is taken also for a story that was deleted meanwhile, or is another’s, and then stands for none", async () => {
    const other = await t.person("Noor", ["member"])
    const { items } = await other.client.stories.create({
      body: { stories: [{ title: "A late file", text: "", themes: {}, badHour: false, kinds: [] }] },
    })
    for (const storyId of [randomUUID(), items[0]?.id ?? ""]) {
      const at = await up.create(`${PLACE}?storyId=${storyId}&kitId=data-engineer&itemId=q-one`)
      expect(await read(at)).toMatchObject({ storyId: null, kitId: "data-engineer", itemId: "q-one" })
    }
  })

  it("is gone after a deletion, bytes and all", async () => {
    const before = await files()
    const at = await up.create(PLACE)
    await up.patch(at, 0, LIVE_WEBM)
    expect((await up.send("DELETE", at)).status).toBe(204)
    expect(await files()).toEqual(before)
    for (const answer of [await up.send("HEAD", at), await up.patch(at, LIVE_WEBM.length, LIVE_WEBM)])
      expect(answer.status).toBe(410)
  })

  it.each([0, 100, 300, 600])(
    "may be deleted while it is made seekable, after %i ms, and leaves nothing",
    async (ms) => {
      const at = await up.create(PLACE)
      await up.all(at, LIVE_WEBM)
      const finishing = finishRecordings(t.app)
      await new Promise((resolve) => setTimeout(resolve, ms))
      expect((await up.send("DELETE", at)).status).toBe(204)
      await finishing
      const place = join(t.app.storage.root, "recordings", idOf(at))
      expect(await readdir(place).catch(() => [])).toEqual([])
      expect(await readdir(join(t.app.config.BACKFILL_DATA, "work")).catch(() => [])).toEqual([])
    },
  )

  it("is swept of what a killed server had written and not entered, a day later, and of nothing else", async () => {
    const [open, done] = [await up.create(PLACE), await up.create(PLACE)]
    await up.patch(open, 0, LIVE_WEBM.subarray(0, 9000))
    await up.all(done, LIVE_WEBM)
    await finishRecordings(t.app)
    const before = (await files()).sort()
    async function* bytes() {
      yield LIVE_WEBM
    }
    for (const at of [open, done]) await t.app.storage.put(bytes(), 1e6, folderOf(idOf(at)))
    await maintain(t.app)
    expect(await files()).toHaveLength(before.length + 2)
    await ageAll()
    await maintain(t.app)
    expect((await files()).sort()).toEqual(before)
    expect((await up.send("GET", `${done}/media`)).status).toBe(200)
    await up.patch(open, 9000, LIVE_WEBM.subarray(9000), { "upload-length": String(LIVE_WEBM.length) })
    expect(sha256(await stored(open))).toBe(sha256(LIVE_WEBM))
  })

  it("is given up a week after the last byte, and says so for a while", async () => {
    const before = await files()
    const at = await up.create(PLACE)
    await up.patch(at, 0, LIVE_WEBM)
    t.setTime(new Date(Date.now() + 6 * DAY))
    const other = new TestUploader(t, (await t.person("Another", ["member"])).cookie)
    t.setTime(new Date(Date.now() + 8 * DAY))
    try {
      const late = await t.app.db.platform.execute(
        sql`UPDATE platform.sessions SET expires_at = now() + interval '99 days'`,
      )
      expect(late.rowCount).toBeGreaterThan(0)
      expect((await up.patch(at, LIVE_WEBM.length, LIVE_WEBM)).id).toBe("upload_gone")
      expect((await other.send("HEAD", at)).status).toBe(404)
      await sweepRecordings(t.app, PRACTICE_SHELF)
      expect((await files()).filter((key) => !before.includes(key))).toEqual([])
      expect((await up.send("HEAD", at)).status).toBe(410)
    } finally {
      t.setTime(undefined)
    }
  })
})

describe("the space for recordings", () => {
  it("is limited for a person, and for all of them", async () => {
    const config = t.app.config
    const give = async (own: number, all: number) => {
      Object.assign(config, { BACKFILL_RECORDINGS_PERSON_GB: own, BACKFILL_RECORDINGS_GB: all })
      const answer = await up.send("POST", PLACE, { "upload-length": "2000000" })
      return `${answer.status} ${answer.id}`
    }
    try {
      expect(await give(0.001, 100)).toBe("507 storage_full")
      expect(await give(5, 0.001)).toBe("507 storage_full")
      expect(await give(5, 100)).toBe("201 ")
      const at = await up.create(PLACE)
      Object.assign(config, { BACKFILL_RECORDINGS_PERSON_GB: 0.00001 })
      expect((await up.patch(at, 0, LIVE_WEBM)).id).toBe("storage_full")
    } finally {
      Object.assign(config, { BACKFILL_RECORDINGS_PERSON_GB: 5, BACKFILL_RECORDINGS_GB: 100 })
    }
  })
})

describe("a received recording", () => {
  it("becomes a file that knows its length, plays by ranges, and belongs to one person", async () => {
    const at = await up.create(PLACE)
    await up.all(at, LIVE_WEBM)
    expect((await up.send("GET", `${at}/media`)).id).toBe("wrong_state")
    await finishRecordings(t.app)
    const made = await read(at)
    expect(made).toMatchObject({ state: "ready", width: 160, height: 120, note: "" })
    expect(made.durationMs).toBeGreaterThan(2900)
    expect(made.durationMs).toBeLessThan(3100)

    const media = (headers: Record<string, string> = {}) =>
      t.fetch(`${at}/media`, { headers: { cookie: person.cookie, ...headers } })
    const whole = await media()
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      "content-type": "video/webm",
      "accept-ranges": "bytes",
      "content-length": String(bytes.length),
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "content-disposition": 'inline; filename="recording.webm"',
      "cache-control": "no-store",
      etag: `"${sha256(bytes)}"`,
    })
    const part = async (range: string, more: Record<string, string> = {}) => {
      const answer = await media({ range, ...more })
      return [
        answer.status,
        answer.headers.get("content-range"),
        sha256(Buffer.from(await answer.arrayBuffer())),
      ]
    }
    const size = bytes.length
    const of = (start: number, end: number) => [
      206,
      `bytes ${start}-${end - 1}/${size}`,
      sha256(bytes.subarray(start, end)),
    ]
    expect(await part("bytes=0-99")).toEqual(of(0, 100))
    expect(await part("bytes=100-")).toEqual(of(100, size))
    expect(await part("bytes=-100")).toEqual(of(size - 100, size))
    expect(await part(`bytes=5-${size * 9}`)).toEqual(of(5, size))
    expect(await part("bytes=0-0", { "if-range": `"${sha256(bytes)}"` })).toEqual(of(0, 1))
    const all = [200, null, sha256(bytes)]
    expect(await part("bytes=0-0", { "if-range": '"another"' })).toEqual(all)
    expect(await part("bytes=0-1,5-6")).toEqual(all)
    expect(await part("bytes=9-2")).toEqual(all)
    expect(await part("lines=1-2")).toEqual(all)
    for (const range of [`bytes=${size}-`, "bytes=-0"]) {
      const outside = await media({ range })
      expect([outside.status, outside.headers.get("content-range")]).toEqual([416, `bytes */${size}`])
    }
    const head = await t.fetch(`${at}/media`, {
      method: "HEAD",
      headers: { cookie: person.cookie, range: "bytes=0-9" },
    })
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([206, "10", ""])

    const other = await t.person("Other", ["member", "owner", "recruiter"])
    const params = { recordingId: idOf(at) }
    await expect(other.client.practiceRecordings.read({ params })).rejects.toMatchObject({
      problem: { id: "not_found" },
    })
    expect((await t.fetch(`${at}/media`, { headers: { cookie: other.cookie } })).status).toBe(404)
    expect((await other.client.practiceRecordings.list({ query: {} })).items).toEqual([])
  })

  it("stays as it came when it can’t be made seekable, and says so", async () => {
    const at = await up.create(PLACE)
    const broken = Buffer.concat([LIVE_WEBM.subarray(0, 60), Buffer.alloc(5000, 7)])
    await up.all(at, broken)
    await finishRecordings(t.app)
    expect(await read(at)).toMatchObject({
      state: "as-it-came",
      durationMs: null,
      note: expect.stringContaining("as it was sent"),
    })
    const answer = await t.fetch(`${at}/media`, { headers: { cookie: person.cookie } })
    expect(sha256(Buffer.from(await answer.arrayBuffer()))).toBe(sha256(broken))
  })

  it("is finished also after many failures: what keeps the bytes may be away for long", async () => {
    const at = await up.create(PLACE)
    await up.all(at, LIVE_WEBM)
    const work = join(t.app.config.BACKFILL_DATA, "work")
    await rm(work, { recursive: true, force: true })
    await writeFile(work, "No folder can be made here.")
    await finishRecordings(t.app)
    const later = () =>
      t.app.db.practice.execute(
        sql`UPDATE practice.recordings SET tries = 40, claim_until = now() WHERE id = ${idOf(at)}`,
      )
    await later()
    await finishRecordings(t.app)
    const { rows } = await t.app.db.practice.execute<{ seconds: string }>(
      sql`SELECT extract(epoch FROM claim_until - now()) AS seconds FROM practice.recordings WHERE id = ${idOf(at)}`,
    )
    expect(Number(rows[0]?.seconds)).toBeGreaterThan(3500)
    expect(Number(rows[0]?.seconds)).toBeLessThanOrEqual(3600)
    expect((await read(at)).state).toBe("received")
    await rm(work)
    await later()
    await finishRecordings(t.app)
    expect((await read(at)).state).toBe("ready")
  })

  it("is finished once, whoever is at it, and its pieces go later", async () => {
    const at = await up.create(PLACE)
    await up.all(at, PHONE_MP4)
    const before = await files()
    await Promise.all([finishRecordings(t.app), finishRecordings(t.app), finishRecordings(t.app)])
    const after = await files()
    expect(after.filter((key) => !before.includes(key))).toHaveLength(1)
    expect(await read(at)).toMatchObject({
      state: "ready",
      mediaType: expect.stringMatching(/^video\/mp4; codecs="avc1/),
    })
    await sweepRecordings(t.app, PRACTICE_SHELF)
    expect(await files()).toEqual(expect.arrayContaining(before))
    t.setTime(new Date(Date.now() + 7 * 3_600_000))
    await sweepRecordings(t.app, PRACTICE_SHELF).finally(() => t.setTime(undefined))
    expect(await stored(at)).toHaveLength(0)
    expect((await t.fetch(`${at}/media`, { headers: { cookie: person.cookie } })).status).toBe(200)
  })
})
