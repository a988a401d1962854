import { once } from "node:events"
import { readdir } from "node:fs/promises"
import { connect } from "node:net"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { and, eq, inArray } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { PRACTICE_SHELF } from "../../platform/recordings/shelf.ts"
import { selectChunks, spaceTaken } from "../../platform/recordings/store.ts"
import {
  LIVE_WEBM,
  longMovie,
  PHONE_MP4,
  sha256,
  TestUploader,
} from "../../platform/recordings/test-upload.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { finishRecordings } from "../recordings/finish-recordings.ts"

const PLACE = "/api/practice/recordings"
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
const piecesOf = (at: string) => selectChunks(t.app.db.practice, PRACTICE_SHELF, idOf(at))
const filesOf = (at: string) => readdir(join(t.app.storage.root, "recordings", idOf(at))).catch(() => [])
const rowsOf = (...at: string[]) => {
  const { rows } = PRACTICE_SHELF
  const kept = and(inArray(rows.id, at.map(idOf)), eq(rows.state, "removed"))
  return t.app.db.practice
    .select({ state: rows.state, head: rows.head, key: rows.fileKey })
    .from(rows)
    .where(kept)
}

/** A request of which the body comes bit by bit. */
async function beginSlowly(at: string, cookie: string, length: number) {
  const { hostname, port } = new URL(t.url)
  const socket = connect(Number(port), hostname)
  await once(socket, "connect")
  let heard = ""
  socket.on("data", (chunk: Buffer) => (heard += chunk.toString()))
  socket.on("error", () => {})
  const closed = once(socket, "close")
  socket.write(
    [
      `PATCH ${at} HTTP/1.1`,
      `host: ${hostname}:${port}`,
      `cookie: ${cookie}`,
      "x-backfill: 1",
      "tus-resumable: 1.0.0",
      "content-type: application/offset+octet-stream",
      "upload-offset: 0",
      `content-length: ${length}`,
      "\r\n",
    ].join("\r\n"),
  )
  return { socket, closed, status: () => Number(/^HTTP\/1.1 (\d+)/.exec(heard)?.[1] ?? 0) }
}

describe("a sender that means harm", () => {
  it("and dribbles its bytes loses its turn, keeps nobody waiting, and adds nothing to what another brought", async () => {
    const at = await up.create(PLACE)
    const slow = await beginSlowly(at, person.cookie, LIVE_WEBM.length)
    slow.socket.write(LIVE_WEBM.subarray(0, 300))
    const { rows } = PRACTICE_SHELF
    const turn = () =>
      t.app.db.practice
        .select({ token: rows.appendToken })
        .from(rows)
        .where(eq(rows.id, idOf(at)))
    await expect.poll(async () => (await turn())[0]?.token).not.toBeNull()
    expect((await up.patch(at, 0, LIVE_WEBM)).status).toBe(423)
    const began = performance.now()
    expect((await t.fetch("/readyz")).status).toBe(200)
    expect(performance.now() - began).toBeLessThan(2000)
    // Ten silent seconds later the next has the turn.
    await expect
      .poll(async () => (await up.patch(at, 0, LIVE_WEBM)).status, { timeout: 30_000, interval: 1000 })
      .toBe(204)
    slow.socket.write(LIVE_WEBM.subarray(300))
    await expect.poll(slow.status, { timeout: 20_000 }).toBe(409)
    slow.socket.destroy()
    expect(await piecesOf(at)).toHaveLength(1)
    await expect.poll(async () => (await filesOf(at)).length).toBe(1)
  })

  it("with twenty uploads at once gets no further over its space than the pieces that were under way", async () => {
    const greedy = await t.person("Greta", ["member"])
    const mine = new TestUploader(t, greedy.cookie)
    const { config } = t.app
    const [limit, piece, many] = [1_000_000, 90_000, 20]
    Object.assign(config, { BACKFILL_RECORDINGS_PERSON_GB: limit / 1e9 })
    try {
      const bytes = longMovie(10 * piece)
      const statuses: number[] = []
      const send = async () => {
        const at = await mine.create(PLACE)
        for (let offset = 0; offset < bytes.length; offset += piece) {
          const { status } = await mine.patch(at, offset, bytes.subarray(offset, offset + piece))
          statuses.push(status)
          if (status === 507) return
        }
      }
      await Promise.all(Array.from({ length: many }, send))
      expect(new Set(statuses)).toEqual(new Set([204, 507]))
      const { own } = await spaceTaken(t.app.db.practice, PRACTICE_SHELF, greedy.id)
      expect(own).toBeGreaterThan(limit - piece)
      expect(own).toBeLessThanOrEqual(limit + many * piece)
      expect((await mine.send("POST", PLACE, { "upload-length": "50000" })).id).toBe("storage_full")
    } finally {
      Object.assign(config, { BACKFILL_RECORDINGS_PERSON_GB: 5 })
    }
  })

  it("may begin two hundred recordings in an hour, and hears when to come back", async () => {
    const eager = await t.person("Egon", ["member"])
    const mine = new TestUploader(t, eager.cookie)
    let last = await mine.send("POST", PLACE, { "upload-defer-length": "1" })
    let made = 1
    for (; last.status === 201 && made < 300; made++)
      last = await mine.send("POST", PLACE, { "upload-defer-length": "1" })
    expect([made, last.status]).toEqual([201, 429])
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0)
  })
})

describe("two requests at once", () => {
  it.each([0, 1, 2, 4, 8, 15, 30])("a piece and a deletion %i ms later leave nothing", async (ms) => {
    const at = await up.create(PLACE)
    const bytes = longMovie(2_000_000)
    await up.patch(at, 0, bytes.subarray(0, 1_000_000))
    const sending = up.patch(at, 1_000_000, bytes.subarray(1_000_000))
    await sleep(ms)
    const removed = await up.send("DELETE", at)
    const sent = await sending
    expect(removed.status).toBe(204)
    expect([204, 409, 410]).toContain(sent.status)
    expect((await up.send("HEAD", at)).status).toBe(410)
    expect([await filesOf(at), await piecesOf(at)]).toEqual([[], []])
    expect(await rowsOf(at)).toEqual([{ state: "removed", head: null, key: null }])
  })

  it("pieces of different lengths for the same place never mix", async () => {
    const at = await up.create(PLACE)
    const bytes = longMovie(900_000)
    const cuts = [100_000, 250_000, 500_000, 900_000]
    const answers = await Promise.all(cuts.map((cut) => up.patch(at, 0, bytes.subarray(0, cut))))
    const won = answers.findIndex(({ status }) => status === 204)
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1)
    expect(await up.offset(at)).toBe(cuts[won])
    await expect.poll(async () => (await filesOf(at)).length).toBe(1)
    const rest = bytes.subarray(cuts[won])
    await up.patch(at, cuts[won] ?? 0, rest, { "upload-length": String(bytes.length) })
    await finishRecordings(t.app)
    const { headers } = await up.send("HEAD", `${at}/media`)
    expect(headers.get("etag")).toBe(`"${sha256(bytes)}"`)
  })
})

describe("access that ends", () => {
  it("while a piece is under way ends that piece, and leaves nothing of it", async () => {
    const one = await t.person("Noor", ["member"])
    const at = await new TestUploader(t, one.cookie).create(PLACE)
    const slow = await beginSlowly(at, one.cookie, LIVE_WEBM.length)
    slow.socket.write(LIVE_WEBM.subarray(0, 300))
    await sleep(300)
    await one.client.accounts.signOutEverywhere()
    await sleep(3500)
    slow.socket.write(LIVE_WEBM.subarray(300))
    await expect.poll(slow.status, { timeout: 5000 }).toBe(401)
    slow.socket.destroy()
    expect([await piecesOf(at), await filesOf(at)]).toEqual([[], []])
  })

  it("while a recording plays ends its playing within five seconds, in the middle of the answer", async () => {
    const one = await t.person("Rosa", ["member"])
    const mine = new TestUploader(t, one.cookie)
    const at = await mine.create(PLACE)
    const bytes = longMovie(60_000_000)
    await mine.all(at, bytes, 8_000_000)
    await finishRecordings(t.app)
    const playing = await t.fetch(`${at}/media`, { headers: { cookie: one.cookie, range: "bytes=0-" } })
    expect(playing.status).toBe(206)
    const reader = playing.body?.getReader()
    let heard = 0
    const read = async () => {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
      heard += value?.length ?? 0
      return !done
    }
    await read()
    await one.client.accounts.signOutEverywhere()
    await sleep(4000)
    const rest = async () => {
      while (await read());
    }
    await expect(rest()).rejects.toThrow()
    // What lay in the buffers of both systems had left before.
    expect(heard).toBeLessThan(bytes.length / 2)
    expect((await t.fetch(`${at}/media`, { headers: { cookie: one.cookie } })).status).toBe(401)
  })

  it("goes on playing for whoever may", async () => {
    const at = await up.create(PLACE)
    const bytes = longMovie(30_000_000)
    await up.all(at, bytes, 8_000_000)
    await finishRecordings(t.app)
    const playing = await t.fetch(`${at}/media`, { headers: { cookie: person.cookie } })
    const reader = playing.body?.getReader()
    const parts: Uint8Array[] = []
    for (let n = 0; ; n++) {
      const { value, done } = (await reader?.read()) ?? { value: undefined, done: true }
      if (done) break
      if (value) parts.push(value)
      if (n === 2) await sleep(4000)
    }
    expect(sha256(Buffer.concat(parts))).toBe(sha256(bytes))
  })
})

describe("what is kept as it came", () => {
  const PAGE = "<html><script>document.title='run'</script></html>"
  it("is a page to nobody, though there is one in it", async () => {
    const at = await up.create(PLACE)
    await up.all(at, Buffer.concat([PHONE_MP4.subarray(0, 32), Buffer.from(PAGE), Buffer.alloc(3000, 7)]))
    await finishRecordings(t.app)
    expect(JSON.parse((await up.send("GET", at)).text)).toMatchObject({ state: "as-it-came" })
    for (const range of ["bytes=0-", "bytes=32-"]) {
      const answer = await t.fetch(`${at}/media`, { headers: { cookie: person.cookie, range } })
      expect((await answer.text()).includes(PAGE)).toBe(true)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "content-type": "video/mp4",
        "x-content-type-options": "nosniff",
        "content-security-policy": "sandbox; default-src 'none'",
        "content-disposition": 'inline; filename="recording.mp4"',
        "cache-control": "no-store",
      })
    }
  })
})

describe("ranges that mean harm", () => {
  it("are answered once each, with the whole, a part, or nothing", async () => {
    const at = await up.create(PLACE)
    await up.all(at, PHONE_MP4)
    await finishRecordings(t.app)
    const size = Number((await up.send("HEAD", `${at}/media`)).headers.get("content-length"))
    const ask = async (range: string) => {
      const answer = await t.fetch(`${at}/media`, { headers: { cookie: person.cookie, range } })
      const { length } = Buffer.from(await answer.arrayBuffer())
      return [answer.status, answer.status === 416 ? 0 : length]
    }
    const whole = [200, size]
    const thousand = `bytes=${Array.from({ length: 1000 }, (_, n) => `${n}-${n}`).join(",")}`
    const overlapping = `bytes=${Array.from({ length: 1000 }, () => "0-").join(",")}`
    for (const range of [thousand, overlapping, "bytes=--5", "bytes=-", "bytes=a-b", "bytes=0x0-0x9"])
      expect(await ask(range), range.slice(0, 30)).toEqual(whole)
    const nines = "9".repeat(400)
    expect(await ask(`bytes=-${nines}`)).toEqual([206, size])
    expect(await ask(`bytes=0-${nines}`)).toEqual([206, size])
    for (const range of [`bytes=${nines}-`, `bytes=${size}-${size}`, `bytes=${nines}-${nines}`, "bytes=-0"])
      expect(await ask(range), range.slice(0, 30)).toEqual([416, 0])
  })
})
