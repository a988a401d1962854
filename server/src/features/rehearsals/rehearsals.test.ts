import { randomUUID } from "node:crypto"
import { ApiProblem, type PracticeRecording, type Rehearsal } from "@backfill/contract"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { PHONE_MP4, TestUploader } from "../../platform/recordings/test-upload.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { maintain } from "../maintenance/maintenance.ts"

const PLACE = "/api/practice/recordings"
const DAY = 86_400_000
let t: TestApp
let person: TestPerson

beforeAll(async () => {
  t = await startTestApp()
  person = await t.person("Mina", ["member"])
})
afterAll(() => t.close())

async function record(by: TestPerson, about = ""): Promise<{ recordingId: string }> {
  const up = new TestUploader(t, by.cookie)
  const at = await up.create(`${PLACE}${about}`)
  await up.all(at, PHONE_MP4, PHONE_MP4.length)
  return { recordingId: at.split("/").at(-1) ?? "" }
}
type Note = Omit<Rehearsal, "recording">
const NOTHING: Note = { version: 0, speech: null, marks: [], parts: [], transcript: null, dismissed: [] }
const NOTED: Note = {
  version: 0,
  speech: {
    by: "silero",
    stretches: [
      [120, 900],
      [1300, 2800],
    ],
  },
  marks: [
    { atMs: 400, kind: "hesitation" },
    { atMs: 1500, kind: "ramble" },
  ],
  parts: [
    { fromMs: 0, toMs: 1000, part: "situation" },
    { fromMs: 1000, toMs: 2900, part: "hardening" },
  ],
  transcript: { text: "I was paged at two.", from: "typed" },
  dismissed: [{ finding: "vague-we", quote: "We mended it.", reason: "It was the two of us." }],
}
const note = (by: TestPerson, params: { recordingId: string }, body: Note) =>
  by.client.rehearsals.note({ params, body })
const refused = (call: Promise<unknown>) =>
  call.then(
    () => "done",
    (error: unknown) => (error instanceof ApiProblem ? error.problem.id : String(error)),
  )
const rows = async () =>
  (
    await t.app.db.practice.execute<{ recording_id: string }>(
      sql`SELECT recording_id FROM practice.rehearsals`,
    )
  ).rows.map((row) => row.recording_id)

describe("what is noted on a rehearsal", () => {
  it("begins as nothing and is kept as it is left", async () => {
    const params = await record(person)
    const empty = await person.client.rehearsals.read({ params })
    expect(empty).toEqual({ recording: expect.objectContaining({ id: params.recordingId }), ...NOTHING })
    const first = await note(person, params, NOTED)
    expect(first).toEqual({ ...empty, ...NOTED, version: 1 })
    const second = await note(person, params, { ...NOTED, version: 1, transcript: null, speech: null })
    expect(second).toEqual({ ...empty, ...NOTED, version: 2, transcript: null, speech: null })
    expect(await person.client.rehearsals.read({ params })).toEqual(second)
  })

  it("stands in the order of the recording, however it was set", async () => {
    const params = await record(person)
    const mixed = { ...NOTED, marks: NOTED.marks.toReversed(), parts: NOTED.parts.toReversed() }
    expect(await note(person, params, mixed)).toMatchObject({ ...NOTED, version: 1 })
    expect((await note(person, params, mixed)).version).toBe(1)
  })

  it("loses nothing to a stale window, and a repeated save does nothing", async () => {
    const params = await record(person)
    await note(person, params, NOTED)
    expect((await note(person, params, NOTED)).version).toBe(1)
    expect(await refused(note(person, params, NOTHING))).toBe("stale_version")
    expect(await refused(note(person, params, { ...NOTED, version: 7 }))).toBe("stale_version")
    expect(await person.client.rehearsals.read({ params })).toMatchObject({ ...NOTED, version: 1 })
    for (let version = 1; version < 6; version++) {
      const many = await Promise.all(
        Array.from({ length: 4 }, (_, at) =>
          refused(
            note(person, params, { ...NOTED, version, marks: [{ atMs: version * 10 + at, kind: "ramble" }] }),
          ),
        ),
      )
      expect(many.toSorted()).toEqual(["done", "stale_version", "stale_version", "stale_version"])
    }
  })

  it("refuses what can’t be: parts over one another, stretches out of order, an end before its beginning", async () => {
    const params = await record(person)
    const [one, two] = [
      { fromMs: 0, toMs: 500, part: "task" },
      { fromMs: 499, toMs: 900, part: "action" },
    ] as const
    const wrong: Note[] = [
      { ...NOTED, parts: [two, one] },
      { ...NOTED, parts: [{ ...one, toMs: 0 }] },
      {
        ...NOTED,
        speech: {
          by: "energy",
          stretches: [
            [500, 900],
            [100, 200],
          ],
        },
      },
      { ...NOTED, speech: { by: "energy", stretches: [[900, 500]] } },
      { ...NOTED, transcript: { text: "a\u0000", from: "typed" } },
      { ...NOTED, dismissed: [{ finding: "Vague we", quote: "", reason: "" }] },
    ]
    for (const body of wrong) expect(await refused(note(person, params, body))).toBe("invalid_request")
    expect(await person.client.rehearsals.read({ params })).toMatchObject(NOTHING)
  })

  it("is found by nobody else", async () => {
    const params = await record(person)
    await note(person, params, NOTED)
    const other = await t.person("Somebody", ["owner", "member"])
    expect(await refused(other.client.rehearsals.read({ params }))).toBe("not_found")
    expect(await refused(note(other, params, { ...NOTHING, version: 1 }))).toBe("not_found")
    expect(await refused(other.client.rehearsals.transcribe({ params }))).toBe("not_found")
    expect((await other.client.rehearsals.list({ query: {} })).items).toEqual([])
    expect(await person.client.rehearsals.read({ params })).toMatchObject({ ...NOTED, version: 1 })
  })

  it("goes with its recording, at once", async () => {
    const params = await record(person)
    await note(person, params, NOTED)
    expect(await rows()).toContain(params.recordingId)
    await new TestUploader(t, person.cookie).send("DELETE", `${PLACE}/${params.recordingId}`)
    expect(await rows()).not.toContain(params.recordingId)
    expect(await refused(person.client.rehearsals.read({ params }))).toBe("upload_gone")
    expect(await refused(note(person, params, NOTED))).toBe("upload_gone")
    const { items } = await person.client.rehearsals.list({ query: {} })
    expect(items.map(({ recording }) => recording.id)).not.toContain(params.recordingId)
  })

  it("goes with an upload that is given up, and no sooner", async () => {
    const at = await new TestUploader(t, person.cookie).create(PLACE)
    const begun = { recordingId: at.split("/").at(-1) ?? "" }
    const whole = await record(person)
    for (const params of [begun, whole]) await note(person, params, NOTED)
    await maintain(t.app)
    expect(await rows()).toEqual(expect.arrayContaining([begun.recordingId, whole.recordingId]))
    t.setTime(new Date(Date.now() + 8 * DAY))
    await maintain(t.app).finally(() => t.setTime(undefined))
    expect(await rows()).not.toContain(begun.recordingId)
    expect(await rows()).toContain(whole.recordingId)
  })
})

describe("the list of rehearsals", () => {
  it("finds those for a story, a kit or a question, newest first, with what is noted", async () => {
    const mina = await t.person("Lists", ["member"])
    const { items } = await mina.client.stories.create({
      body: { stories: [{ title: "Night", text: "", themes: {}, badHour: false, kinds: [] }] },
    })
    const storyId = items[0]?.id ?? ""
    const first = await record(mina, `?storyId=${storyId}&kitId=data-engineer&itemId=q-one`)
    const second = await record(mina, `?storyId=${storyId}&kitId=data-engineer&itemId=q-two`)
    const third = await record(mina)
    await note(mina, first, NOTED)
    const listed = async (query: { storyId?: string; kitId?: string; itemId?: string }) =>
      (await mina.client.rehearsals.list({ query })).items
    const ids = (found: Rehearsal[]) => found.map(({ recording }) => recording.id)
    expect(ids(await listed({}))).toEqual([third, second, first].map(({ recordingId }) => recordingId))
    const told = await listed({ storyId })
    expect(told).toMatchObject([NOTHING, { ...NOTED, version: 1 }])
    const about = ({ storyId: story, kitId, itemId, createdAt }: PracticeRecording) => [
      story,
      kitId,
      itemId,
      Number.isNaN(Date.parse(createdAt)),
    ]
    expect(told.map(({ recording }) => about(recording))).toEqual([
      [storyId, "data-engineer", "q-two", false],
      [storyId, "data-engineer", "q-one", false],
    ])
    expect(ids(await listed({ kitId: "data-engineer", itemId: "q-one" }))).toEqual([first.recordingId])
    expect(await listed({ storyId, itemId: "q-three" })).toEqual([])
    expect(await listed({ storyId: randomUUID() })).toEqual([])
  })

  it("ends after the newest two hundred", async () => {
    const { id, client } = await t.person("Many", ["member"])
    await t.app.db.practice.execute(sql`
      INSERT INTO practice.recordings (id, kind, take, changed_at, created_at, account_id)
      SELECT gen_random_uuid(), 'audio', n, now(), now() + n * interval '1 second', ${id} FROM generate_series(1, 201) n`)
    const { items } = await client.rehearsals.list({ query: {} })
    expect([items.length, items[0]?.recording.take, items.at(-1)?.recording.take]).toEqual([200, 201, 2])
  })

  it("ends sooner where more is noted than fits an answer", async () => {
    const { id, client } = await t.person("Much", ["member"])
    await t.app.db.practice.execute(sql`
      WITH made AS (
        INSERT INTO practice.recordings (id, kind, take, changed_at, created_at, account_id)
        SELECT gen_random_uuid(), 'audio', n, now(), now() + n * interval '1 second', ${id} FROM generate_series(1, 150) n
        RETURNING id, account_id)
      INSERT INTO practice.rehearsals (recording_id, account_id, marks, parts, transcript, changed_at, version)
      SELECT id, account_id, '[]', '[]', jsonb_build_object('from', 'typed', 'text', repeat('ä', 50000)), now(), 1 FROM made`)
    const { items } = await client.rehearsals.list({ query: {} })
    expect(items.map(({ recording }) => recording.take)).toEqual(
      Array.from({ length: 79 }, (_, at) => 150 - at),
    )
    expect(items[0]?.transcript?.text).toHaveLength(50_000)
  })
})
