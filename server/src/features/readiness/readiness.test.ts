import { sql } from "drizzle-orm"
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

const itemsOf = async (person: TestPerson) =>
  (await person.client.readiness.page()).lists.flatMap((list) => list.groups).flatMap((group) => group.items)
const itemOf = async (person: TestPerson, id: string) =>
  (await itemsOf(person)).find((item) => item.id === id)
const change = (itemId: string, body: object) =>
  member.client.readiness.change({
    params: { itemId },
    body: { text: null, done: false, hidden: false, version: 0, ...body },
  })

describe("the checklists", () => {
  it("come whole, and every item with an exercise leads to one", async () => {
    const items = await itemsOf(member)
    expect(items.length).toBeGreaterThan(60)
    expect(items.every(({ version, done }) => version === 0 && !done)).toBe(true)
    for (const exercise of items.flatMap((item) => item.exercise ?? [])) {
      const read = await member.client.readiness.exercise({ params: { exerciseId: exercise.id } })
      expect(read.title).toBe(exercise.title)
    }
    expect(await refusal(member.client.readiness.exercise({ params: { exerciseId: "none" } }))).toBe(
      "not_found",
    )
  })

  it("can be ticked, reworded, hidden and brought back as they were", async () => {
    expect(await change("sql-merge", { done: true })).toMatchObject({ done: true, version: 1 })
    expect(await refusal(change("sql-merge", { done: false }))).toBe("stale_version")
    const reworded = await change("sql-merge", { text: "MERGE, twice", done: true, hidden: true, version: 1 })
    expect(reworded).toMatchObject({ text: "MERGE, twice", hidden: true, version: 2 })
    expect(reworded.shippedText).toContain("MERGE: changes")
    await change("sql-merge", { done: true, version: 2 })
    expect(await itemOf(member, "sql-merge")).toMatchObject({
      text: reworded.shippedText,
      shippedText: null,
      hidden: false,
      done: true,
    })
    expect(await refusal(change("no-such-item", {}))).toBe("not_found")
    expect(await refusal(change("sql-merge", { text: "", version: 3 }))).toBe("invalid_request")
    expect(await itemOf(owner, "sql-merge")).toMatchObject({ done: false, version: 0 })
  })

  it("hold a timed frame, whose parts can be reworded and hidden too", async () => {
    const frameOf = async () => (await member.client.readiness.page()).lists.flatMap((list) => list.frame)
    const [part] = await frameOf()
    const itemId = part?.item.id ?? ""
    await change(itemId, { text: "Ask who pays", hidden: true })
    expect((await frameOf())[0]).toMatchObject({
      title: part?.title,
      item: { text: "Ask who pays", hidden: true, shippedText: part?.item.text },
    })
  })

  it("take items of one's own, once per press, and only their owner deletes them", async () => {
    const add = (key: string) =>
      member.client.readiness.add({ key, body: { groupId: "panel-team", text: "Who makes the coffee?" } })
    const own = await add("once")
    expect((await add("once")).id).toBe(own.id)
    expect((await itemsOf(member)).filter(({ own: isOwn }) => isOwn)).toHaveLength(1)
    const params = { itemId: own.id }
    expect(await refusal(owner.client.readiness.remove({ params }))).toBe("not_found")
    const body = { text: "mine", done: true, hidden: false, version: 1 }
    expect(await refusal(owner.client.readiness.change({ params, body }))).toBe("not_found")
    expect(await refusal(change(own.id, { version: 1 }))).toBe("invalid_request")
    expect(await change(own.id, { text: "Who brews it?", done: true, version: 1 })).toMatchObject({
      done: true,
    })
    expect(await refusal(member.client.readiness.remove({ params: { itemId: "sql-merge" } }))).toBe(
      "not_found",
    )
    await member.client.readiness.remove({ params })
    expect(await itemOf(member, own.id)).toBeUndefined()
    const nowhere = { groupId: "nowhere", text: "x" }
    expect(await refusal(member.client.readiness.add({ body: nowhere }))).toBe("not_found")
  })
})

it("keeps the date of the on-site, and takes it back", async () => {
  const set = (onSite: string | null) => member.client.readiness.saveOnSite({ body: { onSite } })
  expect(await member.client.readiness.onSite()).toEqual({ onSite: null })
  await set("2026-12-11")
  expect(await member.client.readiness.onSite()).toEqual({ onSite: "2026-12-11" })
  expect(await owner.client.readiness.onSite()).toEqual({ onSite: null })
  expect(await refusal(set("2026-02-30"))).toBe("invalid_request")
  await set(null)
  expect(await member.client.readiness.onSite()).toEqual({ onSite: null })
})

it("leaves no trace where the hiring side reads", async () => {
  const { platform, hiring } = t.app.db
  await member.client.readiness.saveOnSite({ key: "k1", body: { onSite: "2026-12-11" } })
  await member.client.readiness.change({
    key: "k2",
    params: { itemId: "sql-windows" },
    body: { text: null, done: true, hidden: false, version: 0 },
  })
  expect((await platform.select().from(audit)).filter((row) => row.actor === member.id)).toEqual([])
  expect((await platform.select().from(idempotency)).filter((row) => row.actor === member.id)).toEqual([])
  for (const table of ["readiness_items", "on_sites"])
    await expect(hiring.execute(sql.raw(`SELECT * FROM practice.${table}`))).rejects.toThrow()
})
