import type { Story, StoryDraft } from "@backfill/contract"
import { sql } from "drizzle-orm"
import { extractText, getDocumentProxy } from "unpdf"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { audit, idempotency } from "../../platform/database/schema/platform.ts"
import { refusal } from "../../platform/testing/refusal.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"

let t: TestApp
let member: TestPerson
let owner: TestPerson
beforeAll(async () => {
  t = await startTestApp()
  member = await t.person("Mina Member", ["member"])
  owner = await t.person("Olga Owner", ["owner", "member"])
})
afterAll(() => t.close())

const draft = (over: Partial<StoryDraft> = {}): StoryDraft => ({
  title: "A night",
  text: "The load stopped.",
  themes: { "pipeline-broke": "tells", "missed-sla": "could" },
  badHour: true,
  kinds: ["incident"],
  ...over,
})
async function write(over: Partial<StoryDraft> = {}, key?: string): Promise<Story> {
  const { items } = await member.client.stories.create({ key, body: { stories: [draft(over)] } })
  if (!items[0]) throw new Error("no story came back")
  return items[0]
}
const save = (story: Story, over: Partial<StoryDraft>, key?: string) =>
  member.client.stories.save({
    key,
    params: { storyId: story.id },
    body: { ...draft(), ...over, version: story.version },
  })
const versions = async (story: Story) =>
  (await member.client.stories.versions({ params: { storyId: story.id } })).items

describe("stories", () => {
  it("keeps a file’s order, and adds it once however often it is sent", async () => {
    const body = { stories: ["One", "Two", "Three"].map((title) => draft({ title })) }
    const first = await member.client.stories.create({ key: "file", body })
    expect(await member.client.stories.create({ key: "file", body })).toEqual(first)
    const { items } = await member.client.stories.list()
    expect(items.map((each) => each.title)).toEqual(["One", "Two", "Three"])
    expect(items[0]).toMatchObject(draft({ title: "One" }))
  })

  it("refuses a save over a newer one, and takes a repeated one for done", async () => {
    const story = await write()
    const saved = await save(story, { text: "Other words." })
    expect(saved.version).toBe(2)
    expect((await save(story, { text: "Other words." })).version).toBe(2)
    expect(await refusal(save(story, { text: "Third words." }))).toBe("stale_version")
    expect(await refusal(save(saved, { themes: { "no-such-theme": "tells" } as never }))).toBe(
      "invalid_request",
    )
  })

  it("keeps one version a sitting: how it read before, once an hour has passed", async () => {
    const begun = Date.now()
    const story = await write({ text: "First words." })
    const typed = await save(story, { text: "First words. More." })
    expect(await versions(story)).toEqual([])
    try {
      t.setTime(new Date(begun + 61 * 60_000))
      const tagged = await save(typed, { text: typed.text, badHour: false })
      expect(await versions(story)).toEqual([])
      const later = await save(tagged, { text: "Second words." })
      await save(later, { text: "Second words. More." })
      expect((await versions(story)).map((each) => [each.text, each.name])).toEqual([
        ["First words. More.", ""],
      ])
    } finally {
      t.setTime(undefined)
    }
  })

  it("goes back to a named version and keeps what was there", async () => {
    const story = await write({ text: "As told to Ada." })
    const params = { storyId: story.id }
    const named = await member.client.stories.keepVersion({ params, key: "n", body: { name: "For Ada" } })
    expect(
      (await member.client.stories.keepVersion({ params, key: "n", body: { name: "For Ada" } })).id,
    ).toBe(named.id)
    const now = await save(story, { text: "As told to Bo." })
    const back = { params: { ...params, versionId: named.id }, body: { version: now.version } }
    const before = await member.client.stories.goBack(back)
    expect(before.text).toBe("As told to Ada.")
    expect((await member.client.stories.goBack(back)).version).toBe(before.version)
    expect((await versions(story)).map((each) => each.text).toSorted()).toEqual([
      "As told to Ada.",
      "As told to Bo.",
    ])
    expect(await refusal(member.client.stories.goBack({ ...back, body: { version: 1 } }))).toBe(
      "stale_version",
    )
  })

  it("keeps hints set aside with their reason until they are wanted again", async () => {
    const story = await write()
    const params = { storyId: story.id }
    const body = { finding: "vague-we", quote: "We repaired it.", reason: "The team is known" }
    await member.client.stories.dismissHint({ params, body })
    const { dismissed } = await member.client.stories.dismissHint({ params, body })
    expect(dismissed).toMatchObject([body])
    expect((await save(story, { text: "New" })).dismissed).toHaveLength(1)
    const hintId = dismissed[0]?.id ?? ""
    const restored = await member.client.stories.restoreHint({ params: { ...params, hintId } })
    expect(restored.dismissed).toEqual([])
  })

  it("are a PDF, each on a page of its own, in whatever letters its fonts have", async () => {
    const writer = await t.person("Petra Πetrova", ["member"])
    const read = async () => {
      const answer = await t.fetch("/api/practice/stories.pdf", { headers: { cookie: writer.cookie } })
      expect(answer.headers.get("content-type")).toBe("application/pdf")
      expect(answer.headers.get("content-disposition")).toMatch(/backfill-stories-.*\.pdf/)
      const document = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()))
      return (await extractText(document)).text.map((page) => page.replaceAll(/\s+/g, " "))
    }
    expect(await read()).toHaveLength(1)
    await writer.client.stories.create({
      body: {
        stories: [
          draft({ text: "The bill went 4 → 11 thousand.\n\nЯ позвонил, καλά." }),
          draft({ title: "", themes: {} }),
        ],
      },
    })
    const pages = await read()
    expect(pages).toHaveLength(2)
    expect(pages[0]).toMatch(/A night Tells: A pipeline broke · Could tell: A promise missed/)
    expect(pages[0]).toMatch(/4 -> 11 thousand\. Я позвонил, καλά\./)
    expect(pages[1]).toMatch(/Untitled story The load stopped\./)
  })

  it("is one’s own, and leaves no trace where the hiring side reads", async () => {
    const story = await write({}, "once")
    const params = { storyId: story.id }
    const kept = await member.client.stories.keepVersion({ params, key: "kept", body: { name: "" } })
    const other = await write({ title: "Another" })
    expect(await refusal(owner.client.stories.read({ params }))).toBe("not_found")
    expect(
      await refusal(
        member.client.stories.goBack({
          params: { storyId: other.id, versionId: kept.id },
          body: { version: 1 },
        }),
      ),
    ).toBe("not_found")
    expect((await owner.client.stories.list()).items).toEqual([])
    for (const table of [audit, idempotency])
      expect((await t.app.db.hiring.select().from(table)).filter((row) => row.actor === member.id)).toEqual(
        [],
      )
    for (const name of ["stories", "story_versions", "dismissed_hints"])
      await expect(t.app.db.hiring.execute(sql.raw(`SELECT * FROM practice.${name}`))).rejects.toThrow()
    await member.client.stories.remove({ params })
    expect(await refusal(member.client.stories.versions({ params }))).toBe("not_found")
  })
})
