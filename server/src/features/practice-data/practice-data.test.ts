import { STORY_THEMES } from "@backfill/contract"
import fc from "fast-check"
import { getTableColumns, getTableName, is } from "drizzle-orm"
import { PgTable } from "drizzle-orm/pg-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import * as schema from "../../platform/database/schema/practice.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { PLACES } from "./places.ts"

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
const counts = (each: number) => Object.fromEntries(PLACES.map(({ key }) => [key, each]))

/** One row in every place, at least. */
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
}

it("knows every table of practice and every column in it", () => {
  const tables = Object.values(schema).filter((each) => is(each, PgTable))
  expect(PLACES.map(({ table }) => getTableName(table)).toSorted()).toEqual(
    tables.map((table) => getTableName(table)).toSorted(),
  )
  for (const { table, row } of PLACES)
    expect(["accountId", ...Object.keys(row.shape)].toSorted()).toEqual(
      Object.keys(getTableColumns(table)).toSorted(),
    )
})

it("moves all of it to another installation as one file, once", async () => {
  const mina = await here.person("Mina", ["member"])
  const away = await there.person("Mina", ["member"])
  await practise(mina)
  const exported = await file(here, mina)
  for (const { key } of PLACES) expect(content(exported)[key], key).toHaveLength(1)
  expect(await bring(away, exported)).toEqual({ added: counts(1), alreadyHere: 0 })
  expect(content(await file(there, away))).toEqual(content(exported))
  expect(await bring(away, exported)).toEqual({ added: counts(0), alreadyHere: PLACES.length })
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
  expect(await bring(two, before)).toEqual({ added: counts(1), alreadyHere: 0 })
  expect(await bring(two, before)).toEqual({ added: counts(0), alreadyHere: PLACES.length })
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
  expect(content(await file(here, two))).toEqual(other)
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
