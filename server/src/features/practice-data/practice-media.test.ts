import { execFile } from "node:child_process"
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { get } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { FiledRecording } from "@backfill/contract"
import { sql } from "drizzle-orm"
import { unzipSync } from "fflate"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { PRACTICE_SHELF } from "../../platform/recordings/shelf.ts"
import { selectChunks } from "../../platform/recordings/store.ts"
import { LIVE_WEBM, PHONE_MP4, sha256, TestUploader } from "../../platform/recordings/test-upload.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { finishRecordings } from "../recordings/finish-recordings.ts"

const PLACE = "/api/practice/recordings"
const ZIP = "/api/practice/everything.zip"

let here: TestApp
let there: TestApp
beforeAll(async () => {
  here = await startTestApp()
  there = await startTestApp({ BACKFILL_RECORDINGS_PERSON_GB: 0.001 })
})
afterAll(async () => {
  await here.close()
  await there.close()
})

const idOf = (at: string): string => at.split("/").at(-1) ?? ""
const noted = {
  speech: { by: "energy" as const, stretches: [[100, 900] as [number, number]] },
  marks: [{ atMs: 450, kind: "ramble" as const }],
  parts: [{ fromMs: 0, toMs: 900, part: "result" as const }],
  transcript: { text: "said-by-mina", from: "typed" as const },
  dismissed: [{ finding: "vague-we" as const, quote: "We did.", reason: "aside-by-mina" }],
}

/** A story, told twice: once with notes on it, once filmed by a phone. Answers the ids, the first first. */
async function tellTwice(t: TestApp, person: TestPerson) {
  const story = { title: "Night", text: "I was paged.", themes: {}, badHour: true, kinds: [] }
  const { items } = await person.client.stories.create({ body: { stories: [story] } })
  const storyId = items[0]?.id ?? ""
  const up = new TestUploader(t, person.cookie)
  const first = await up.create(`${PLACE}?storyId=${storyId}&kitId=data-engineer&itemId=late-data`)
  await up.all(first, LIVE_WEBM, LIVE_WEBM.length)
  const second = await up.create(PLACE)
  await up.all(second, PHONE_MP4, PHONE_MP4.length)
  await finishRecordings(t.app)
  const ids = [idOf(first), idOf(second)] as [string, string]
  await person.client.rehearsals.note({ params: { recordingId: ids[0] }, body: { version: 0, ...noted } })
  return { storyId, ids }
}

const download = async (t: TestApp, { cookie }: TestPerson, method = "GET") => {
  const answer = await t.fetch(ZIP, { method, headers: { cookie } })
  return { headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) }
}
interface Doc extends Record<string, unknown> {
  recordings: (FiledRecording & Record<string, unknown>)[]
}
const docOf = (files: Record<string, Uint8Array>) =>
  JSON.parse(Buffer.from(files["practice.json"] ?? []).toString()) as Doc
const filedIn = (doc: Doc, id: string): FiledRecording => {
  const found = doc.recordings.find((one) => one.id === id)
  if (!found) throw new Error(`${id} isn’t in the file`)
  const { kind, take, createdAt, storyId, kitId, itemId, noted: on, file } = found
  return { id, kind, take, createdAt, storyId, kitId, itemId, noted: on, file }
}
const stored = async (t: TestApp, recordingId: string): Promise<Buffer> => {
  const parts: Buffer[] = []
  for (const { storageKey } of await selectChunks(t.app.db.practice, PRACTICE_SHELF, recordingId))
    for await (const bytes of t.app.storage.read(storageKey)) parts.push(bytes as Buffer)
  return Buffer.concat(parts)
}

/** Takes a file in as the page does: its JSON, then each recording with its bytes. */
async function takeIn(t: TestApp, person: TestPerson, files: Record<string, Uint8Array>) {
  const doc = docOf(files)
  await person.client.practiceData.bring({ upload: JSON.stringify(doc) })
  const came: string[] = []
  const up = new TestUploader(t, person.cookie)
  for (const { id } of doc.recordings.toReversed()) {
    const body = filedIn(doc, id)
    const { recording, send } = await person.client.practiceData.bringRecording({ body })
    const bytes = files[body.file?.name ?? ""] ?? new Uint8Array()
    if (send) await up.all(`${PLACE}/${recording.id}`, bytes.subarray(recording.offset), bytes.length)
    came.push(recording.id)
  }
  return came
}

describe("all of one’s practice with picture and sound", () => {
  it("leaves as one ZIP of known size, nothing compressed, whose JSON is the file without them", async () => {
    const mina = await here.person("Mina", ["member"])
    const { ids } = await tellTwice(here, mina)
    const late = new TestUploader(here, mina.cookie)
    const still = await late.create(PLACE)
    await late.patch(still, 0, LIVE_WEBM.subarray(0, 9000))
    const { headers, bytes } = await download(here, mina)
    expect(Object.fromEntries(headers)).toMatchObject({
      "content-type": "application/zip",
      "content-length": String(bytes.length),
    })
    expect(headers.get("content-disposition")).toMatch(/backfill-practice-[\d-]{10}\.zip$/)
    const files = unzipSync(bytes)
    const alone = await (
      await here.fetch("/api/practice/everything", { headers: { cookie: mina.cookie } })
    ).text()
    expect({ ...docOf(files), exportedAt: "" }).toEqual({ ...JSON.parse(alone), exportedAt: "" })
    const doc = docOf(files)
    expect(doc.recordings.map(({ file }) => file?.name)).toEqual([
      undefined,
      `recordings/${ids[1]}.mp4`,
      `recordings/${ids[0]}.webm`,
    ])
    expect(Object.keys(files).toSorted()).toEqual(
      ["practice.json", `recordings/${ids[1]}.mp4`, `recordings/${ids[0]}.webm`].toSorted(),
    )
    const packed = Object.values(files).reduce((sum, file) => sum + file.length, 0)
    expect(bytes.length - packed).toBeLessThan(1000)
    for (const id of ids) {
      const { file } = filedIn(doc, id)
      const media = await here.fetch(`${PLACE}/${id}/media`, { headers: { cookie: mina.cookie } })
      const played = Buffer.from(await media.arrayBuffer())
      expect(played.equals(files[file?.name ?? ""] ?? new Uint8Array()), id).toBe(true)
      expect([file?.bytes, file?.digest]).toEqual([played.length, sha256(played)])
    }
    const head = await download(here, mina, "HEAD")
    expect([head.headers.get("content-length"), head.bytes.length]).toEqual([String(bytes.length), 0])
    const ben = await here.person("Ben", ["member"])
    expect(Object.keys(unzipSync((await download(here, ben)).bytes))).toEqual(["practice.json"])
  })

  it("is read by another program", async () => {
    const mina = await here.person("Nina", ["member"])
    await tellTwice(here, mina)
    const folder = await mkdtemp(join(tmpdir(), "backfill-zip-"))
    const at = join(folder, "practice.zip")
    await writeFile(at, (await download(here, mina)).bytes)
    const { stdout } = await promisify(execFile)("unzip", ["-t", at]).catch((error: { code?: string }) => {
      if (error.code === "ENOENT") return { stdout: "No errors detected" }
      throw error
    })
    expect(stdout).toContain("No errors detected")
    await rm(folder, { recursive: true })
  })

  it("moves to another installation to the byte, with notes, time, story and question, once", async () => {
    const mina = await here.person("Moves", ["member"])
    const { storyId, ids } = await tellTwice(here, mina)
    await here.app.db.practice.execute(
      sql`UPDATE practice.recordings SET created_at = '2026-03-04T05:06:07Z' WHERE id = ${ids[0]}`,
    )
    const files = unzipSync((await download(here, mina)).bytes)
    const away = await there.person("Moves", ["member"])
    expect(await takeIn(there, away, files)).toEqual([...ids])
    for (const id of ids) {
      const { file } = filedIn(docOf(files), id)
      expect(sha256(await stored(there, id))).toBe(file?.digest)
    }
    await finishRecordings(there.app)
    const told = (await away.client.rehearsals.list({ query: {} })).items
    expect(told).toMatchObject([
      { recording: { id: ids[1], state: "ready", storyId: null, take: 1 }, version: 0, marks: [] },
      {
        recording: {
          id: ids[0],
          state: "ready",
          storyId,
          kitId: "data-engineer",
          itemId: "late-data",
          createdAt: "2026-03-04T05:06:07.000Z",
        },
        version: 1,
        ...noted,
      },
    ])
    const before = (await away.client.practiceRecordings.list({ query: {} })).bytes
    expect(await takeIn(there, away, files)).toEqual([...ids])
    expect((await away.client.practiceRecordings.list({ query: {} })).bytes).toBe(before)
    const back = unzipSync((await download(there, away)).bytes)
    expect(await takeIn(here, mina, back)).toEqual([...ids])
    expect((await mina.client.practiceRecordings.list({ query: {} })).items).toHaveLength(2)
  })

  it("gives a copy to whoever brings the file beside the one whose it is, and a deleted one a new start", async () => {
    const one = await here.person("One", ["member"])
    const two = await here.person("Two", ["member"])
    const { storyId, ids } = await tellTwice(here, one)
    const files = unzipSync((await download(here, one)).bytes)
    const [a, b] = await takeIn(here, two, files)
    expect(new Set([a, b, ...ids]).size).toBe(4)
    const copy = await two.client.rehearsals.read({ params: { recordingId: a ?? "" } })
    expect(copy).toMatchObject(noted)
    expect(copy.recording.storyId).toBe((await two.client.stories.list()).items[0]?.id)
    expect(copy.recording.storyId).not.toBe(storyId)
    expect((await one.client.rehearsals.read({ params: { recordingId: ids[0] } })).version).toBe(1)
    expect(await takeIn(here, two, files)).toEqual([a, b])
    await one.client.practiceRecordings.remove({
      params: { recordingId: ids[0] },
      headers: { "tus-resumable": "1.0.0" },
    })
    const [again] = await takeIn(here, one, files)
    expect([...ids, a, b]).not.toContain(again)
    expect(await takeIn(here, one, files)).toEqual([again, ids[1]])
    await one.client.practiceData.removeAll()
    const [anew] = await takeIn(here, one, files)
    expect((await one.client.rehearsals.read({ params: { recordingId: anew ?? "" } })).marks).toEqual(
      noted.marks,
    )
  })
})

describe("one recording of a file", () => {
  it("goes on where it broke off, and never with the bytes of another file", async () => {
    const mina = await here.person("Breaks", ["member"])
    const { ids } = await tellTwice(here, mina)
    const files = unzipSync((await download(here, mina)).bytes)
    const body = filedIn(docOf(files), ids[1])
    const bytes = files[body.file?.name ?? ""] ?? new Uint8Array()
    const away = await there.person("Breaks", ["member"])
    const bring = (filed: FiledRecording) => away.client.practiceData.bringRecording({ body: filed })
    const begun = await bring(body)
    expect(begun).toMatchObject({ send: true, recording: { id: ids[1], offset: 0, length: bytes.length } })
    const up = new TestUploader(there, away.cookie)
    await up.patch(`${PLACE}/${ids[1]}`, 0, bytes.subarray(0, 5000))
    expect(await bring(body)).toMatchObject({ send: true, recording: { id: ids[1], offset: 5000 } })
    const other = await bring({ ...body, file: { ...body.file!, digest: sha256(Buffer.from("other")) } })
    expect(other).toMatchObject({ send: true, recording: { offset: 0 } })
    expect(other.recording.id).not.toBe(ids[1])
    expect((await up.send("HEAD", `${PLACE}/${ids[1]}`)).status).toBe(410)
    expect(await readdir(join(there.app.storage.root, "recordings"))).not.toContain(ids[1])
  })

  it("leaves alone what is still arriving from the device it was made on", async () => {
    const mina = await here.person("Arrives", ["member"])
    const up = new TestUploader(here, mina.cookie)
    const at = await up.create(PLACE)
    await up.patch(at, 0, LIVE_WEBM.subarray(0, 9000))
    const id = idOf(at)
    const file = { name: `recordings/${id}.webm`, bytes: 9001, digest: "0".repeat(64) }
    const filed = {
      id,
      kind: "video" as const,
      take: 1,
      createdAt: "2026-01-01T00:00:00Z",
      file,
      noted: null,
    }
    const body = { ...filed, storyId: null, kitId: null, itemId: null }
    const answer = await mina.client.practiceData.bringRecording({ body })
    expect(answer).toMatchObject({ send: false, recording: { id, offset: 9000, length: null } })
    const asked = await mina.client.practiceData.bringRecording({ body: { ...body, file: null } })
    expect(asked).toMatchObject({ send: false, recording: { id } })
  })

  it("is refused where it doesn’t fit, names no file or is none, and nothing is entered then", async () => {
    const mina = await there.person("Refused", ["member"])
    const id = "3f0a6c1e-5d0e-4b0c-9d53-1f2f8e6f7a11"
    const file = { name: `recordings/${id}.webm`, bytes: 2_000_000, digest: "0".repeat(64) }
    const filed = { id, kind: "video" as const, take: 1, createdAt: "2099-01-01T00:00:00Z", noted: null }
    const body = { ...filed, storyId: null, kitId: null, itemId: null, file }
    const told = (change: object) =>
      mina.client.practiceData.bringRecording({ body: { ...body, ...change } }).then(
        () => "taken",
        (error: { problem?: { id: string } }) => error.problem?.id ?? String(error),
      )
    expect(await told({})).toBe("storage_full")
    expect(await told({ file: null })).toBe("invalid_request")
    expect(await told({ file: { ...file, bytes: 900_000_000 } })).toBe("too_large")
    expect(await told({ file: { ...file, name: "../../etc/passwd" } })).toBe("invalid_request")
    expect(await told({ noted: { version: 1, ...noted, marks: [{ atMs: -1, kind: "ramble" }] } })).toBe(
      "invalid_request",
    )
    expect((await mina.client.practiceRecordings.list({ query: {} })).items).toEqual([])
    expect(await told({ file: { ...file, bytes: 500_000 } })).toBe("taken")
    const [kept] = (await mina.client.practiceRecordings.list({ query: {} })).items
    expect(Date.parse(kept?.createdAt ?? "")).toBeLessThanOrEqual(Date.now())
  })
})

it("breaks off when a recording can’t be read, so that nobody takes half for the whole", async () => {
  const mina = await here.person("Leaves", ["member"])
  const { ids } = await tellTwice(here, mina)
  const [row] = (
    await here.app.db.practice.execute<{ file_key: string }>(
      sql`SELECT file_key FROM practice.recordings WHERE id = ${ids[0]}`,
    )
  ).rows
  await rm(join(here.app.storage.root, row?.file_key ?? ""))
  const ended = await new Promise<string>((resolve) => {
    get(here.url + ZIP, { headers: { cookie: mina.cookie } }, (answer) => {
      answer.resume()
      answer.once("end", () => resolve("whole"))
      answer.once("error", () => resolve("broken off"))
    })
  })
  expect(ended).toBe("broken off")
})
