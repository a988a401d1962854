import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { randomBytes, randomUUID } from "node:crypto"
import { Readable } from "node:stream"
import S3rver from "s3rver"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { folderOf, type Storage } from "./storage.ts"
import { localStorage } from "./storage-local.ts"
import { s3Storage } from "./storage-s3.ts"

const BUCKET = "recordings"
let folder: string
let server: S3rver
const places: Record<string, Storage> = {}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-storage-"))
  server = new S3rver({
    port: 0,
    address: "127.0.0.1",
    silent: true,
    directory: join(folder, "store"),
    configureBuckets: [{ name: BUCKET, configs: [] }],
  })
  const { port } = await server.run()
  places["a folder"] = await localStorage(join(folder, "files"))
  places["an object store"] = await s3Storage(
    {
      BACKFILL_S3_BUCKET: BUCKET,
      BACKFILL_S3_ENDPOINT: `http://127.0.0.1:${port}`,
      BACKFILL_S3_REGION: "us-east-1",
      BACKFILL_S3_KEY: "S3RVER:S3RVER",
    },
    join(folder, "waiting"),
  )
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true, force: true })
})

const all = async (stream: Readable): Promise<Buffer> => Buffer.concat(await stream.toArray())
const waitingIn = async ({ root }: Storage) => readdir(join(root, "incoming"))
let release = () => {}
/** Bytes of which the second half comes when it is let go. */
async function* stuck() {
  yield Buffer.from("half")
  await new Promise<void>((resolve) => {
    release = resolve
  })
  yield Buffer.from("whole")
}
async function* broken() {
  yield Buffer.from("the beginning")
  throw new Error("the line broke")
}

describe.each(["a folder", "an object store"])("files in %s", (name) => {
  const place = (): Storage => {
    const found = places[name]
    if (!found) throw new Error(name)
    return found
  }

  it("come back whole and by ranges", async () => {
    const bytes = randomBytes(3_000_000)
    const stored = await place().put(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), 4_000_000)
    expect(stored.bytes).toBe(bytes.length)
    const back = await all(place().read(stored.key))
    expect([back.length, back.equals(bytes)]).toEqual([bytes.length, true])
    for (const [start, end] of [
      [3, 3],
      [5, 1_999_999],
      [2_999_990, 2_999_999],
    ] as const)
      expect(
        (await all(place().read(stored.key, { start, end }))).equals(bytes.subarray(start, end + 1)),
      ).toBe(true)
    await place().remove(stored.key)
    await place().remove(stored.key)
    await expect(all(place().read(stored.key))).rejects.toThrow()
    expect(await waitingIn(place())).toEqual([])
  })

  it("that are too long or break off leave nothing", async () => {
    await expect(place().put(Readable.from([Buffer.alloc(11)]), 10)).rejects.toMatchObject({
      id: "too_large",
    })
    await expect(place().put(broken(), 100)).rejects.toThrow("the line broke")
    expect(await waitingIn(place())).toEqual([])
  })

  it("aren’t found by a made-up key", async () => {
    for (const key of ["../../etc/passwd", "ab/../../x", "", "ab/nothing"])
      await expect(async () => all(place().read(key))).rejects.toMatchObject({ id: "not_found" })
  })

  it("of one thing are listed and deleted together, half-written ones included", async () => {
    const [one, other] = [folderOf(randomUUID()), folderOf(randomUUID())]
    const bytes = () => Readable.from([Buffer.from("a piece")])
    const kept = await place().put(bytes(), 10, other)
    const stored = [await place().put(bytes(), 10, one), await place().put(bytes(), 10, one)]
    await place().put(bytes(), 10)
    const listed = async () => {
      const keys: string[] = []
      for await (const { key, writtenAt } of place().list()) {
        expect(Math.abs(Date.now() - writtenAt.getTime())).toBeLessThan(60_000)
        keys.push(key)
      }
      return keys.sort()
    }
    expect(await listed()).toEqual([kept, ...stored].map(({ key }) => key).sort())
    const under = place().put(stuck(), 10, one)
    const cleared = expect(under).rejects.toMatchObject({ id: "upload_gone" })
    await place().clear(one)
    release()
    await cleared
    expect(await listed()).toEqual([kept.key])
    expect(await waitingIn(place())).toEqual([])
    expect((await all(place().read(kept.key))).toString()).toBe("a piece")
    await place().clear(other)
    await place().clear(other)
    expect(await listed()).toEqual([])
    for (const folder of ["recordings", "recordings/..", "incoming", "recordings/", "ab"])
      await expect(async () => place().clear(folder)).rejects.toMatchObject({ id: "not_found" })
  })

  it("that a killed server left half-written are tidied away", async () => {
    const incoming = join(place().root, "incoming")
    await writeFile(join(incoming, "old"), "half")
    await writeFile(join(incoming, "new"), "under way")
    await utimes(join(incoming, "old"), new Date(0), new Date(0))
    await place().tidy(new Date(Date.now() - 3_600_000))
    expect(await waitingIn(place())).toEqual(["new"])
    await rm(join(incoming, "new"))
  })
})

describe("an object store that is away", () => {
  it("loses nothing, and says to try again", async () => {
    const away = await s3Storage(
      {
        BACKFILL_S3_BUCKET: BUCKET,
        BACKFILL_S3_ENDPOINT: "http://127.0.0.1:1",
        BACKFILL_S3_REGION: "us-east-1",
        BACKFILL_S3_KEY: "a:b",
      },
      join(folder, "away"),
    )
    await expect(away.put(Readable.from([Buffer.from("x")]), 10)).rejects.toMatchObject({ id: "unavailable" })
    expect(await waitingIn(away)).toEqual([])
  })
})
