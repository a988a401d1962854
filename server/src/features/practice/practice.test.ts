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

async function start(key?: string) {
  const question = (await member.client.practice.questions()).items[0]
  if (!question) throw new Error("no question to practise")
  return member.client.practice.start({
    key,
    body: { kitId: question.kitId, itemId: question.id, level: "mid" },
  })
}

describe("practice", () => {
  it("offers what may be practised and nothing that is for panels only", async () => {
    const { items } = await member.client.practice.questions()
    const panelOnly = t.app.kits
      .list()
      .flatMap((kit) => kit.kit?.questions ?? [])
      .filter((question) => question.audience === "panel")
    expect(items.length).toBeGreaterThan(0)
    for (const question of panelOnly) {
      expect(items.map((item) => item.id)).not.toContain(question.id)
      const kitId = t.app.kits.list()[0]?.id ?? ""
      expect(
        await refusal(member.client.practice.start({ body: { kitId, itemId: question.id, level: "mid" } })),
      ).toBe("not_found")
    }
    expect(JSON.stringify(items)).not.toMatch(/anchors|indicators|expectations/)
  })

  it("shows the anchors once the try is finished, not before", async () => {
    const attempt = await start()
    const save = (body: object) =>
      member.client.practice.save({
        params: { attemptId: attempt.id },
        body: { text: "I looked at the pods", selfScore: null, finished: false, version: 1, ...body },
      })
    expect(attempt.anchors).toEqual([])
    expect((await save({})).anchors).toEqual([])
    expect((await save({})).version).toBe(2)
    expect(await refusal(save({ text: "other" }))).toBe("stale_version")
    const done = await save({ finished: true, selfScore: 3, version: 2 })
    expect(done.anchors).toHaveLength(5)
    expect(await refusal(save({ text: "other", version: 3 }))).toBe("wrong_state")
  })

  it("is one's own: not the owner's, and without a trace where the hiring side reads", async () => {
    const attempt = await start("once")
    expect((await start("once")).id).toBe(attempt.id)
    const params = { attemptId: attempt.id }
    await member.client.practice.save({
      params,
      key: "k",
      body: { text: "secret-try", selfScore: null, finished: false, version: 1 },
    })
    expect(await refusal(owner.client.practice.read({ params }))).toBe("not_found")
    expect(await refusal(owner.client.practice.remove({ params }))).toBe("not_found")
    expect((await owner.client.practice.attempts()).items).toEqual([])
    expect((await t.app.db.hiring.select().from(audit)).filter((row) => row.actor === member.id)).toEqual([])
    expect(
      (await t.app.db.hiring.select().from(idempotency)).filter((row) => row.actor === member.id),
    ).toEqual([])
    await expect(t.app.db.hiring.execute(sql`SELECT * FROM practice.attempts`)).rejects.toThrow()
    await member.client.practice.remove({ params })
    expect(await refusal(member.client.practice.read({ params }))).toBe("not_found")
  })
})
