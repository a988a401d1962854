import { randomUUID } from "node:crypto"
import { readdir } from "node:fs/promises"
import { type ConsoleEvent, STORY_THEMES } from "@backfill/contract"
import fc from "fast-check"
import { getTableColumns, getTableName, sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { PHONE_MP4, TestUploader } from "../../platform/recordings/test-upload.ts"
import { KEY } from "../../platform/storage.ts"
import { holdsRows, PLACES } from "./places.ts"

const PLACE = "/api/practice/recordings"

let here: TestApp
let there: TestApp
beforeAll(async () => {
  here = await startTestApp()
  there = await startTestApp()
})
afterAll(async () => {
  await here.close()
  await there.close()
})

const file = async (t: TestApp, person: TestPerson): Promise<string> =>
  (await t.fetch("/api/practice/everything", { headers: { cookie: person.cookie } })).text()
const content = (text: string): Record<string, unknown> => ({ ...JSON.parse(text), exportedAt: "" })
const bring = (person: TestPerson, upload: string) => person.client.practiceData.bring({ upload })
const OWN = PLACES.filter(holdsRows)
const counts = (each: number) => Object.fromEntries(OWN.map(({ key }) => [key, each]))
const taken = (each: number) => ({ added: counts(each), alreadyHere: 0, leftBehind: 0 })
const knownAlready = { added: counts(0), alreadyHere: OWN.length, leftBehind: 0 }

/** One row in every place that is one's own. */
async function practise(person: TestPerson, text = "I was paged at two."): Promise<void> {
  const question = (await person.client.practice.questions()).items[0]
  if (!question) throw new Error("no question to practise")
  await person.client.practice.start({ body: { kitId: question.kitId, itemId: question.id, level: "mid" } })
  const { items } = await person.client.stories.create({
    body: {
      stories: [
        {
          title: "Night",
          text,
          themes: { "late-data": "tells" },
          badHour: true,
          kinds: ["incident", "cost-win"],
        },
      ],
    },
  })
  const params = { storyId: items[0]?.id ?? "" }
  await person.client.stories.keepVersion({ params, body: { name: "First" } })
  await person.client.stories.dismissHint({
    params,
    body: { finding: "too-short", quote: text, reason: "A sketch" },
  })
  const group = (await person.client.readiness.page()).lists[0]?.groups[0]
  await person.client.readiness.add({ body: { groupId: group?.id ?? "", text: "Sleep" } })
  await person.client.readiness.saveOnSite({ body: { onSite: "2027-03-04" } })
}

const event = (
  kind: ConsoleEvent["kind"],
  atSeconds: number,
  itemId: string | null,
  seq: number,
): ConsoleEvent => ({ id: randomUUID(), kind, itemId, index: null, atSeconds, device: "d", seq })
type Params = { mockId: string }

/** A half of a mock, asked by somebody with this line, over but not handed. */
async function ask(by: TestPerson, params: Params, line: string): Promise<void> {
  const itemId = (await by.client.mocks.console({ params })).items[0]?.id ?? ""
  const note = { id: randomUUID(), itemId, atSeconds: 5, text: line, deleted: false, device: "d", seq: 3 }
  await by.client.mocks.sync({
    params,
    body: {
      notes: [{ ...note, editedAt: new Date().toISOString() }],
      events: [event("start", 0, null, 0), event("enter", 0, itemId, 1), event("end", 60, null, 2)],
      startedAt: null,
    },
  })
}
const handOver = (by: TestPerson, params: Params, comment: string, itemId: string) =>
  by.client.mocks.handOver({ params, body: { ratings: [{ itemId, score: 4, comment }], version: 1 } })

/** A mock whose first half is handed over; in the second, `answerer` has asked and keeps what they wrote. */
async function mockOf(asker: TestPerson, answerer: TestPerson, words: [string, string]): Promise<Params> {
  const [question] = (await asker.client.practice.questions()).items
  if (!question) throw new Error("no question to ask")
  const body = { kitId: question.kitId, itemIds: [question.id], level: "mid" as const }
  const params = { mockId: (await asker.client.mocks.create({ body })).id }
  const { link } = await asker.client.mocks.link({ params })
  await answerer.client.mocks.join({ body: { token: link.split("#")[1] ?? "" } })
  await ask(asker, params, words[0])
  await handOver(asker, params, words[0], question.id)
  await answerer.client.mocks.swap({ params, body })
  await ask(answerer, params, words[1])
  return params
}

/** Every row of the practice schema that holds this text. */
async function rowsWith(t: TestApp, text: string): Promise<string[]> {
  const found: string[] = []
  for (const name of await tablesOfPractice(t)) {
    const table = sql.identifier(name)
    const { rows } = await t.app.db.practice.execute(
      sql`SELECT 1 FROM practice.${table} AS each WHERE strpos(each::text, ${text}) > 0`,
    )
    found.push(...rows.map(() => name))
  }
  return found
}

async function tablesOfPractice(t: TestApp): Promise<string[]> {
  const { rows } = await t.app.db.practice.execute<{ name: string }>(
    sql`SELECT tablename AS name FROM pg_catalog.pg_tables WHERE schemaname = 'practice'`,
  )
  return rows.map(({ name }) => name)
}

it("knows every table of practice and every column in it", async () => {
  const known = PLACES.flatMap((place) => (holdsRows(place) ? [place.table] : place.tables))
  expect(known.map((table) => getTableName(table)).toSorted()).toEqual(
    (await tablesOfPractice(here)).toSorted(),
  )
  for (const { table, row } of OWN)
    expect(["accountId", ...Object.keys(row.shape)].toSorted()).toEqual(
      Object.keys(getTableColumns(table)).toSorted(),
    )
})

it("moves all of it to another installation as one file, once", async () => {
  const mina = await here.person("Mina", ["member"])
  const away = await there.person("Mina", ["member"])
  await practise(mina)
  const exported = await file(here, mina)
  for (const { key } of OWN) expect(content(exported)[key], key).toHaveLength(1)
  expect(await bring(away, exported)).toEqual(taken(1))
  expect(content(await file(there, away))).toEqual(content(exported))
  expect(await bring(away, exported)).toEqual(knownAlready)
})

it("brings any story back as it was", async () => {
  const person = await here.person("Any", ["member"])
  const text = fc
    .string({ unit: "binary", maxLength: 300 })
    .filter((s) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(s) && s.isWellFormed())
  const themes = fc.dictionary(fc.constantFrom(...STORY_THEMES), fc.constantFrom("tells", "could"))
  await fc.assert(
    fc.asyncProperty(text, themes, async (words, marks) => {
      const body = {
        stories: [
          { title: words.slice(0, 20).toWellFormed(), text: words, themes: marks, badHour: false, kinds: [] },
        ],
      }
      const made = await person.client.stories.create({ body })
      const exported = await file(here, person)
      await person.client.practiceData.removeAll()
      await bring(person, exported)
      expect((await person.client.stories.list()).items).toEqual(made.items)
      await person.client.practiceData.removeAll()
    }),
    { numRuns: 15 },
  )
})

it("gives a copy of somebody else’s rows to the one who brings them, and leaves theirs alone", async () => {
  const one = await here.person("One", ["member"])
  const two = await here.person("Two", ["member"])
  await practise(one)
  const before = await file(here, one)
  expect(await bring(two, before)).toEqual(taken(1))
  expect(await bring(two, before)).toEqual(knownAlready)
  const [story] = (await two.client.stories.list()).items
  expect(story?.dismissed).toHaveLength(1)
  expect((await two.client.stories.versions({ params: { storyId: story?.id ?? "" } })).items).toHaveLength(1)
  expect(content(await file(here, one))).toEqual(content(before))
})

it("deletes everything of one person and nothing of another", async () => {
  const one = await here.person("Gone", ["member"])
  const two = await here.person("Stays", ["member"])
  await practise(one)
  await practise(two)
  const other = content(await file(here, two))
  await one.client.practiceData.removeAll()
  for (const { key } of PLACES) expect(content(await file(here, one))[key], key).toEqual([])
  expect(await rowsWith(here, one.id)).toEqual([])
  expect(content(await file(here, two))).toEqual(other)
})

it("holds of mock interviews what is one’s own, and says that they stay behind elsewhere", async () => {
  const [ada, ben] = [await here.person("Ada", ["member"]), await here.person("Ben", ["member"])]
  const { mockId } = await mockOf(ada, ben, ["ada-wrote", "ben-wrote"])
  const [adas, bens] = [await file(here, ada), await file(here, ben)]
  expect(adas).not.toMatch(/ada-wrote|ben-wrote/)
  expect(content(adas).mocks).toMatchObject([
    { id: mockId, other: "Ben", halves: [{ state: "handed", answers: null }, { answers: null }] },
  ])
  expect(content(bens).mocks).toMatchObject([
    {
      id: mockId,
      made: false,
      other: "Ada",
      halves: [
        { mine: "answerer", answers: [{ score: 4, comment: "ada-wrote", notes: [{ text: "ada-wrote" }] }] },
        { mine: "asker", state: "ended", answers: [{ score: null, notes: [{ text: "ben-wrote" }] }] },
      ],
    },
  ])
  for (const other of [ada, ben]) expect(bens).not.toContain(other.id)
  await ben.client.mocks.discard({ params: { mockId } })
  expect(await file(here, ben)).not.toContain("ada-wrote")
  expect(await bring(ben, bens)).toEqual(taken(0))
  const away = await there.person("Ben", ["member"])
  expect(await bring(away, bens)).toEqual({ ...taken(0), leftBehind: 1 })
  expect(content(await file(there, away)).mocks).toEqual([])
})

it("leaves every mock when all is deleted, and leaves the other one theirs", async () => {
  const [ada, ben] = [await here.person("Ada", ["member"]), await here.person("Ben", ["member"])]
  const first = await mockOf(ada, ben, ["given-to-ben", "kept-by-ben"])
  const second = await mockOf(ben, ada, ["given-to-ada", "kept-by-ada"])
  await ada.client.practiceData.removeAll()
  expect(await rowsWith(here, ada.id)).toEqual([])
  for (const gone of ["given-to-ada", "kept-by-ada"]) expect(await rowsWith(here, gone), gone).toEqual([])
  const feedback = await ben.client.mocks.feedback({ params: first })
  expect(feedback.answers[0]).toMatchObject({ comment: "given-to-ben", notes: [{ text: "given-to-ben" }] })
  expect((await ben.client.mocks.read({ params: second })).other).toBeNull()
  await ben.client.practiceData.removeAll()
  for (const { mockId } of [first, second]) expect(await rowsWith(here, mockId)).toEqual([])
})

it("holds of recordings what there is and what is noted on them, which stay behind elsewhere", async () => {
  const [mina, ben] = [await here.person("Mina", ["member"]), await here.person("Ben", ["member"])]
  const noted = {
    speech: { by: "energy" as const, stretches: [[100, 900] as [number, number]] },
    marks: [{ atMs: 450, kind: "ramble" as const }],
    parts: [{ fromMs: 0, toMs: 900, part: "result" as const }],
    transcript: { text: "said-by-mina", from: "typed" as const },
    dismissed: [{ finding: "vague-we", quote: "We did.", reason: "aside-by-mina" }],
  }
  const stored = async () =>
    (await readdir(here.app.storage.root, { recursive: true })).filter((name) => KEY.test(name))
  const before = await stored()
  const up = new TestUploader(here, mina.cookie)
  const [first, second] = [await up.create(PLACE), await up.create(PLACE)]
  for (const at of [first, second]) await up.all(at, PHONE_MP4, PHONE_MP4.length)
  expect(await stored()).toHaveLength(before.length + 2)
  const recordingId = first.split("/").at(-1) ?? ""
  await mina.client.rehearsals.note({ params: { recordingId }, body: { version: 0, ...noted } })
  const exported = await file(here, mina)
  expect(content(exported).recordings).toMatchObject([
    { address: `${second}/media`, noted: null },
    { id: recordingId, address: `${first}/media`, noted: { version: 1, ...noted } },
  ])
  expect(content(await file(here, ben)).recordings).toEqual([])
  expect(await bring(mina, exported)).toEqual(taken(0))
  const away = await there.person("Mina", ["member"])
  expect(await bring(away, exported)).toEqual({ ...taken(0), leftBehind: 2 })
  expect(content(await file(there, away)).recordings).toEqual([])
  await mina.client.practiceData.removeAll()
  for (const gone of [mina.id, "said-by-mina"]) expect(await rowsWith(here, gone), gone).toEqual([])
  expect(await stored()).toEqual(before)
})

it("takes nothing in from a file that isn’t one, and says why", async () => {
  const person = await here.person("Wrong", ["member"])
  await practise(person)
  const good = content(await file(here, person)) as { stories: object[] } & Record<string, unknown>
  const told = (upload: string) =>
    bring(person, upload).then(
      () => "taken",
      (error: { problem?: { detail: string } }) => error.problem?.detail ?? String(error),
    )
  const dated = { ...good, exportedAt: new Date().toISOString() }
  expect(await told("")).toMatch(/nothing in it/)
  expect(await told("# My stories")).toMatch(/readable JSON/)
  expect(await told("[]")).toMatch(/doesn’t hold practice/)
  expect(await told(JSON.stringify({ ...dated, stories: [{ ...good.stories[0], text: 4 }] }))).toMatch(
    /stories\.0\.text/,
  )
  expect(await told(JSON.stringify({ ...dated, stories: [] }))).toMatch(/without bringing it/)
  expect(
    await told(JSON.stringify({ ...dated, stories: [{ ...good.stories[0], accountId: person.id }] })),
  ).toMatch(/nothing was taken in/)
  expect((await person.client.stories.list()).items).toHaveLength(1)
})
