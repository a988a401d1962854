import { mkdtemp, readdir, rm } from "node:fs/promises"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import pg from "pg"
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
import { checksum, longMovie, sha256, TestUploader } from "./test-upload.ts"

/** Kills at the moments that chance seldom meets: a piece is written and not counted, or counted and not acknowledged. */
const PLACE = "/api/practice/recordings"
const PIECE = 300_000
const POLL = { timeout: 60_000, interval: 20 }
let folder: string
let taken: TestDatabase | undefined
let settings: Record<string, string>
let server: ServerProcess
let cookie: string
let up: TestUploader
let client: pg.Client

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-killed-at-"))
  taken = await takeTestDatabase()
  const url = addressOf(taken.connection)
  settings = {
    PORT: String(await freePort()),
    BACKFILL_DATA: join(folder, "store"),
    DATABASE_URL: url,
  }
  server = await startServerProcess(settings, 300)
  cookie = await setUpOwner(server)
  up = new TestUploader({ fetch: (path, init) => fetch(server.url + path, init) }, cookie)
  client = new pg.Client({ connectionString: url })
  await client.connect()
}, NEVER)
afterAll(async () => {
  await server?.kill("SIGKILL").catch(() => {})
  await client?.end()
  await taken?.drop()
  await rm(folder, { recursive: true, force: true })
}, NEVER)

const idOf = (at: string) => at.split("/").at(-1) ?? ""
const filesOf = (at: string) =>
  readdir(join(folder, "store/files/recordings", idOf(at))).catch((): string[] => [])
const asked = async (question: string, ...values: string[]) =>
  (await client.query<{ answer: unknown }>(question, values)).rows[0]?.answer

/** Begins a piece and waits with its second half; answers how to send that. */
function beginPiece(at: string, offset: number, bytes: Uint8Array) {
  const headers = {
    cookie,
    "x-backfill": "1",
    "tus-resumable": "1.0.0",
    "content-type": "application/offset+octet-stream",
    "upload-offset": String(offset),
    "upload-checksum": checksum(bytes),
    "content-length": String(bytes.length),
  }
  const sending = request(server.url + at, { method: "PATCH", headers })
  const answered = new Promise<number>((resolve) => {
    sending.on("response", ({ statusCode = 0 }) => resolve(statusCode))
    sending.on("error", () => resolve(0))
  })
  sending.write(bytes.subarray(0, 1000))
  return { answered, rest: () => sending.end(bytes.subarray(1000)) }
}

/** Sends what is missing, and waits until it is a file; it is what was recorded. */
async function endsAs(at: string, bytes: Buffer): Promise<void> {
  for (let offset = await up.offset(at); offset < bytes.length; offset = await up.offset(at)) {
    const piece = bytes.subarray(offset, offset + PIECE)
    const last = offset + piece.length === bytes.length
    const more: Record<string, string> = last ? { "upload-length": String(bytes.length) } : {}
    const { status } = await up.patch(at, offset, piece, more)
    // The turn of the sender that was killed lapses by itself.
    expect([204, 423]).toContain(status)
  }
  const etag = async () => (await up.send("HEAD", `${at}/media`)).headers.get("etag")
  await expect.poll(etag, POLL).toBe(`"${sha256(bytes)}"`)
}

it(
  "killed when a piece is on disk and not yet counted, the server has what it had before, and goes on",
  async () => {
    const bytes = longMovie(3 * PIECE)
    const at = await up.create(PLACE)
    await up.patch(at, 0, bytes.subarray(0, PIECE))
    const { answered, rest } = beginPiece(at, PIECE, bytes.subarray(PIECE, 2 * PIECE))
    const turn = "SELECT append_token AS answer FROM practice.recordings WHERE id = $1"
    await expect.poll(() => asked(turn, idOf(at)), POLL).not.toBeNull()
    await client.query("BEGIN")
    await client.query("SELECT id FROM practice.recordings WHERE id = $1 FOR UPDATE", [idOf(at)])
    rest()
    const waits = "SELECT count(*)::int AS answer FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    await expect.poll(() => asked(waits), POLL).toBe(1)
    expect(await filesOf(at)).toHaveLength(2)
    await server.kill("SIGKILL")
    await client.query("ROLLBACK")
    expect(await answered).toBe(0)
    server = await startServerProcess(settings, 300)
    expect(await up.offset(at)).toBe(PIECE)
    await endsAs(at, bytes)
  },
  NEVER,
)

it(
  "killed when a piece is counted and not yet acknowledged, the server has it, and nobody adds it twice",
  async () => {
    const bytes = longMovie(3 * PIECE)
    const at = await up.create(PLACE)
    await up.patch(at, 0, bytes.subarray(0, PIECE))
    // The commit itself waits for a lock of ours.
    await client.query(`
      CREATE FUNCTION held() RETURNS trigger LANGUAGE plpgsql AS
        'BEGIN PERFORM pg_advisory_xact_lock_shared(77); RETURN NULL; END';
      CREATE CONSTRAINT TRIGGER held AFTER INSERT ON practice.recording_chunks
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION held();
      SELECT pg_advisory_lock(77)`)
    const { answered, rest } = beginPiece(at, PIECE, bytes.subarray(PIECE, 2 * PIECE))
    rest()
    const waits = "SELECT count(*)::int AS answer FROM pg_stat_activity WHERE wait_event = 'advisory'"
    await expect.poll(() => asked(waits), POLL).toBe(1)
    server.child.kill("SIGSTOP")
    await client.query("SELECT pg_advisory_unlock(77)")
    const offset = "SELECT received_bytes::int AS answer FROM practice.recordings WHERE id = $1"
    await expect.poll(() => asked(offset, idOf(at)), POLL).toBe(2 * PIECE)
    await server.kill("SIGKILL")
    expect(await answered).toBe(0)
    server = await startServerProcess(settings, 300)
    expect(await up.offset(at)).toBe(2 * PIECE)
    expect((await up.patch(at, PIECE, bytes.subarray(PIECE, 2 * PIECE))).id).toBe("upload_offset")
    await endsAs(at, bytes)
  },
  NEVER,
)

it(
  "killed the moment a piece is acknowledged, the server has it",
  async () => {
    const bytes = longMovie(3 * PIECE)
    const at = await up.create(PLACE)
    expect((await up.patch(at, 0, bytes.subarray(0, PIECE))).status).toBe(204)
    await server.kill("SIGKILL")
    server = await startServerProcess(settings, 300)
    expect(await up.offset(at)).toBe(PIECE)
    await endsAs(at, bytes)
  },
  NEVER,
)
