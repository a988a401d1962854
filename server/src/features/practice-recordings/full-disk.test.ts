import { readdir } from "node:fs/promises"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { longMovie, sha256, TestUploader } from "../../platform/recordings/test-upload.ts"
import { limitFileSize } from "../../platform/testing/file-size.ts"
import { startTestApp, type TestApp } from "../../platform/testing/test-app.ts"
import { finishRecordings } from "../recordings/finish-recordings.ts"

/** The disk gets full in the middle of a file, at each step in which one is written. */
const PLACE = "/api/practice/recordings"
let t: TestApp
let up: TestUploader
beforeAll(async () => {
  t = await startTestApp()
  up = new TestUploader(t, (await t.person("Mina", ["member"])).cookie)
})
afterAll(() => t.close())

const filesOf = async (at: string) =>
  (await readdir(join(t.app.storage.root, "recordings", at.split("/").at(-1) ?? "")).catch(() => [])).length
const workLeft = () => readdir(join(t.app.config.BACKFILL_DATA, "work")).catch(() => [])
const stateOf = async (at: string) => (JSON.parse((await up.send("GET", at)).text) as { state: string }).state
/** Works with room for files of so many bytes. */
async function withRoom<T>(bytes: number, work: () => Promise<T>): Promise<T> {
  const lift = limitFileSize(bytes)
  try {
    return await work()
  } finally {
    lift()
  }
}
const again = () => t.app.db.practice.execute("UPDATE practice.recordings SET claim_until = NULL")

it.each([0, 1, 65_536, 199_999])(
  "a piece for which there are %i bytes left is refused, leaves nothing, and goes up once there is room",
  async (room) => {
    const bytes = longMovie(400_000)
    const at = await up.create(PLACE)
    await up.patch(at, 0, bytes.subarray(0, 200_000))
    const refused = await withRoom(room, () => up.patch(at, 200_000, bytes.subarray(200_000, 400_000)))
    expect([refused.status, refused.id]).toEqual([507, "storage_full"])
    expect([await up.offset(at), await filesOf(at)]).toEqual([200_000, 1])
    await up.patch(at, 200_000, bytes.subarray(200_000), { "upload-length": String(bytes.length) })
    await finishRecordings(t.app)
    const { headers } = await up.send("HEAD", `${at}/media`)
    expect(headers.get("etag")).toBe(`"${sha256(bytes)}"`)
  },
)

it.each([1000, 250_000, 399_999])(
  "a recording that can’t be put together for want of space, %i bytes, waits whole, and is made once there is room",
  async (room) => {
    const bytes = longMovie(400_000)
    const at = await up.create(PLACE)
    await up.all(at, bytes, 200_000)
    const pieces = await filesOf(at)
    await withRoom(room, () => finishRecordings(t.app))
    expect([await stateOf(at), await filesOf(at), await workLeft()]).toEqual(["received", pieces, []])
    await again()
    await finishRecordings(t.app)
    expect(await stateOf(at)).toBe("as-it-came")
    const { headers } = await up.send("HEAD", `${at}/media`)
    expect(headers.get("etag")).toBe(`"${sha256(bytes)}"`)
  },
)
