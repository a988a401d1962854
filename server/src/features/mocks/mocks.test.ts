import { randomUUID } from "node:crypto"
import type { Client, ConsoleEvent, NoteEntry } from "@backfill/contract"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { audit, idempotency } from "../../platform/database/schema/platform.ts"
import type { Signal } from "../../platform/events.ts"
import { refusal } from "../../platform/testing/refusal.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"

let t: TestApp
let asker: TestPerson
let answerer: TestPerson
let third: TestPerson
let itemIds: string[]
beforeAll(async () => {
  t = await startTestApp()
  asker = await t.person("Ada Asker", ["member"])
  answerer = await t.person("Ben Answerer", ["member"])
  third = await t.person("Olga Owner", ["owner", "member"])
  itemIds = (await asker.client.practice.questions()).items.slice(0, 2).map(({ id }) => id)
})
afterAll(() => t.close())
beforeEach(() => t.setTime(undefined))

const chosen = () => ({ kitId: "data-engineer", itemIds, level: "mid" as const })
const tokenOf = async (mockId: string) =>
  (await asker.client.mocks.link({ params: { mockId } })).link.split("#")[1] ?? ""

let seq = 0
const event = (
  kind: ConsoleEvent["kind"],
  atSeconds: number,
  itemId: string | null = null,
  index: number | null = null,
): ConsoleEvent => ({ id: randomUUID(), kind, itemId, index, atSeconds, device: "d", seq: (seq += 1) })
const note = (text: string, change: Partial<NoteEntry> = {}): NoteEntry => ({
  id: randomUUID(),
  itemId: itemIds[0] ?? "",
  atSeconds: 20,
  text,
  editedAt: new Date().toISOString(),
  deleted: false,
  device: "d",
  seq: (seq += 1),
  ...change,
})

async function joined(): Promise<{ mockId: string }> {
  const { id } = await asker.client.mocks.create({ body: chosen() })
  await answerer.client.mocks.join({ body: { token: await tokenOf(id) } })
  return { mockId: id }
}
const send = (
  params: { mockId: string },
  events: ConsoleEvent[],
  notes: NoteEntry[] = [],
  who: { client: Client } = asker,
) => who.client.mocks.sync({ params, body: { notes, events, startedAt: null } })
const begin = (params: { mockId: string }, who: { client: Client } = asker) =>
  send(params, [event("start", 0), event("enter", 0, itemIds[0])], [], who)
const ratings = () => [{ itemId: itemIds[0] ?? "", score: 4, comment: "Told finance first." }]
const handOver = (params: { mockId: string }, who: { client: Client } = asker) =>
  who.client.mocks.handOver({ params, body: { ratings: ratings(), version: 1 } })
const half = async (params: { mockId: string }, who: TestPerson, at = 0) =>
  (await who.client.mocks.read({ params })).halves[at]

describe("setting up", () => {
  it("takes questions for practice only, each once", async () => {
    const panelOnly = t.app.kits
      .list()
      .flatMap((kit) => kit.kit?.questions ?? [])
      .find((question) => question.audience === "panel")
    const twice = [itemIds[0] ?? "", itemIds[0] ?? ""]
    for (const ids of [[panelOnly?.id ?? ""], twice, ["no-such-question"]])
      expect(await refusal(asker.client.mocks.create({ body: { ...chosen(), itemIds: ids } }))).toBe(
        "invalid_request",
      )
  })

  it("makes one mock of a double click", async () => {
    const key = randomUUID()
    const [a, b] = await Promise.all([1, 2].map(() => asker.client.mocks.create({ key, body: chosen() })))
    expect(a?.id).toBe(b?.id)
    expect((await asker.client.mocks.list()).items.filter(({ id }) => id === a?.id)).toHaveLength(1)
    const other = await answerer.client.mocks.create({ key, body: chosen() })
    expect(other.id).not.toBe(a?.id)
  })
})

describe("the link", () => {
  it("lets one person in, and that one twice", async () => {
    const { id: mockId } = await asker.client.mocks.create({ body: chosen() })
    const params = { mockId }
    expect((await half(params, asker))?.state).toBe("waiting")
    expect(await refusal(answerer.client.mocks.read({ params }))).toBe("not_found")
    const body = { token: await tokenOf(mockId) }
    expect(await answerer.client.mocks.view({ body })).toMatchObject({ from: "Ada Asker", questions: 2 })
    expect((await half(params, asker))?.state).toBe("waiting")
    expect(await refusal(asker.client.mocks.join({ body }))).toBe("wrong_state")
    await Promise.all([1, 2].map(() => answerer.client.mocks.join({ body })))
    expect((await half(params, answerer))?.state).toBe("ready")
    expect(await refusal(third.client.mocks.join({ body }))).toBe("link_spent")
    expect(await refusal(third.client.mocks.view({ body }))).toBe("link_spent")
    expect(await refusal(third.client.mocks.read({ params }))).toBe("not_found")
    expect(await refusal(asker.client.mocks.link({ params }))).toBe("wrong_state")
  })

  it("lets in one of two who press at the same moment", async () => {
    const { id } = await asker.client.mocks.create({ body: chosen() })
    const body = { token: await tokenOf(id) }
    const said = await Promise.all(
      [answerer, third].map(({ client }) => refusal(client.mocks.join({ body }))),
    )
    expect(said.toSorted()).toEqual(["done", "link_spent"])
  })

  it("runs out, and is replaced by the next one", async () => {
    const { id } = await asker.client.mocks.create({ body: chosen() })
    const join = (token: string) => refusal(answerer.client.mocks.join({ body: { token } }))
    t.setTime(new Date(Date.now() - 3 * 86_400_000 - 1000))
    const old = await tokenOf(id)
    t.setTime(undefined)
    expect(await join(old)).toBe("link_spent")
    const [first, second] = [await tokenOf(id), await tokenOf(id)]
    expect(await join(first)).toBe("link_spent")
    expect(await join(second)).toBe("done")
    const [row] = (
      await t.app.db.practice.execute(sql`SELECT link_hash::text FROM practice.mocks WHERE id = ${id}`)
    ).rows
    expect(JSON.stringify(row)).not.toContain(second)
  })
})

describe("a half", () => {
  it("begins once both are there, and is told to the one who answers without a word of the notes", async () => {
    const { id } = await asker.client.mocks.create({ body: chosen() })
    expect(await refusal(begin({ mockId: id }))).toBe("wrong_state")
    const params = await joined()
    const console = await asker.client.mocks.console({ params })
    expect(console.items.map((item) => item.id)).toEqual(itemIds)
    expect(console.items[0]?.anchors).toHaveLength(5)
    expect((await half(params, answerer))?.asked).toBeNull()
    await begin(params)
    await send(
      params,
      [event("hear", 30, itemIds[0], 1), event("tick", 31, itemIds[0], -1)],
      [note("canary-note")],
    )
    const read = await answerer.client.mocks.read({ params })
    expect(read.halves[0]).toMatchObject({
      mine: "answerer",
      state: "running",
      asked: { number: 1, wording: console.items[0]?.wording },
    })
    const text = JSON.stringify([read, await answerer.client.mocks.list()])
    for (const secret of [
      "canary-note",
      ...(console.items[0]?.anchors ?? []),
      ...(console.items[0]?.probes ?? []),
    ])
      expect(text).not.toContain(secret)
    for (const call of [
      () => answerer.client.mocks.console({ params }),
      () => answerer.client.mocks.feedback({ params }),
      () => begin(params, answerer),
      () => handOver(params, answerer),
      () => third.client.mocks.console({ params }),
      () => begin(params, third),
    ])
      expect(await refusal(call())).toBe("not_found")
    await send(params, [event("enter", 90, itemIds[1])])
    expect((await half(params, answerer))?.asked).toMatchObject({ number: 2 })
  })

  it("shows both the same clock, from when the asker's device began", async () => {
    const params = await joined()
    const startedAt = new Date(Date.now() - 240_000).toISOString()
    const body = { notes: [], events: [event("start", 0)], startedAt }
    await asker.client.mocks.sync({ params, body })
    await asker.client.mocks.sync({ params, body: { ...body, startedAt: new Date().toISOString() } })
    expect((await half(params, asker))?.startedAt).toBe(startedAt)
    expect((await half(params, answerer))?.startedAt).toBe(startedAt)
  })

  it("keeps what was sent twice once, and the later of two edits", async () => {
    const params = await joined()
    await begin(params)
    const [line, at] = [note("first"), Date.now()]
    const later = { ...line, text: "second", seq: line.seq + 1, editedAt: new Date(at + 1000).toISOString() }
    await send(params, [], [later])
    await send(params, [], [line])
    expect((await send(params, [], [line])).notes.map(({ text }) => text)).toEqual(["second"])
  })

  it("ends, can go on, and is only handed over after its end", async () => {
    const params = await joined()
    await begin(params)
    expect(await refusal(handOver(params))).toBe("wrong_state")
    await send(params, [event("end", 60)])
    expect((await half(params, answerer))?.state).toBe("ended")
    await send(params, [event("enter", 70, itemIds[0])])
    expect((await half(params, answerer))?.state).toBe("running")
  })

  it("keeps ratings made over what was read, and refuses those made over something older", async () => {
    const params = await joined()
    const rate = (comment: string, version: number) =>
      asker.client.mocks.rate({
        params,
        body: { ratings: [{ itemId: itemIds[0] ?? "", score: 2, comment }], version },
      })
    expect((await rate("once", 1)).version).toBe(2)
    expect((await rate("once", 1)).version).toBe(2)
    expect(await refusal(rate("other", 1))).toBe("stale_version")
    const stray = { ratings: [{ itemId: "elsewhere", score: 2, comment: "" }], version: 2 }
    expect(await refusal(asker.client.mocks.rate({ params, body: stray }))).toBe("invalid_request")
  })
})

async function handed(): Promise<{ mockId: string }> {
  const params = await joined()
  await begin(params)
  const struck = note("struck-out")
  await send(
    params,
    [
      event("tick", 21, itemIds[0], 1),
      event("tick", 22, itemIds[0], -1),
      event("untick", 23, itemIds[0], -1),
      event("hear", 30, itemIds[0], 2),
      event("end", 60),
    ],
    [
      note("kept-line"),
      struck,
      { ...struck, deleted: true, seq: struck.seq + 1, editedAt: new Date(Date.now() + 5000).toISOString() },
    ],
  )
  await Promise.all([1, 2].map(() => handOver(params)))
  return params
}

describe("handing over", () => {
  it("gives everything to the one who answered, and leaves the asker nothing", async () => {
    const params = await handed()
    const feedback = await answerer.client.mocks.feedback({ params })
    expect(feedback).toMatchObject({ by: "Ada Asker" })
    expect(feedback.answers[0]).toMatchObject({
      score: 4,
      comment: "Told finance first.",
      seconds: 60,
      warnings: [],
      tells: [{ tell: "cut-over-untested", atSeconds: 30 }],
      notes: [{ text: "kept-line" }],
    })
    expect(feedback.answers[0]?.good).toHaveLength(1)
    const { rows } = await t.app.db.practice.execute(
      sql`SELECT text FROM practice.mock_notes WHERE mock_id = ${params.mockId}`,
    )
    expect(rows).toEqual([{ text: "kept-line" }])
    expect(await refusal(asker.client.mocks.console({ params }))).toBe("not_found")
    expect(await refusal(asker.client.mocks.feedback({ params }))).toBe("not_found")
    expect(await refusal(third.client.mocks.feedback({ params }))).toBe("not_found")
    expect(await refusal(send(params, [], [note("too late")]))).toBe("wrong_state")
    expect(await refusal(asker.client.mocks.rate({ params, body: { ratings: [], version: 2 } }))).toBe(
      "wrong_state",
    )
    expect((await half(params, asker))?.state).toBe("handed")
    expect(JSON.stringify(await asker.client.mocks.read({ params }))).not.toContain("kept-line")
  })

  it("lets its owner delete it", async () => {
    const params = await handed()
    expect(await refusal(asker.client.mocks.discard({ params }))).toBe("not_found")
    await answerer.client.mocks.discard({ params })
    expect(await refusal(answerer.client.mocks.feedback({ params }))).toBe("not_found")
    expect((await half(params, answerer))?.kept).toBe(false)
    const { rows } = await t.app.db.practice.execute(
      sql`SELECT 1 FROM practice.mock_events WHERE mock_id = ${params.mockId}`,
    )
    expect(rows).toEqual([])
  })

  it("swaps: who answered asks, once, and the rest goes the other way", async () => {
    const params = await joined()
    const swap = (who: TestPerson) => refusal(who.client.mocks.swap({ params, body: chosen() }))
    expect(await swap(answerer)).toBe("wrong_state")
    await begin(params)
    await send(params, [event("end", 60)])
    await handOver(params)
    expect((await answerer.client.mocks.read({ params })).maySwap).toBe(true)
    expect(await swap(asker)).toBe("not_found")
    expect(await Promise.all([swap(answerer), swap(answerer)])).toEqual(["done", "done"])
    expect((await asker.client.mocks.read({ params })).halves.map(({ mine }) => mine)).toEqual([
      "asker",
      "answerer",
    ])
    expect(await refusal(asker.client.mocks.feedback({ params }))).toBe("not_found")
    await begin(params, answerer)
    await send(params, [event("end", 60)], [note("about-ada")], answerer)
    await handOver(params, answerer)
    expect(JSON.stringify(await asker.client.mocks.feedback({ params }))).toContain("about-ada")
    expect(JSON.stringify(await answerer.client.mocks.feedback({ params }))).not.toContain("about-ada")
    expect((await answerer.client.mocks.read({ params })).maySwap).toBe(false)
  })
})

describe("leaving", () => {
  it("takes along what is one's own and leaves the other theirs", async () => {
    const params = await handed()
    await asker.client.mocks.remove({ params })
    expect(await refusal(asker.client.mocks.read({ params }))).toBe("not_found")
    expect(await answerer.client.mocks.read({ params })).toMatchObject({ other: null, maySwap: false })
    expect(await answerer.client.mocks.feedback({ params })).toMatchObject({ by: null })
    await answerer.client.mocks.remove({ params })
    const { rows } = await t.app.db.practice.execute(
      sql`SELECT 1 FROM practice.mocks WHERE id = ${params.mockId} UNION ALL SELECT 1 FROM practice.mock_halves WHERE mock_id = ${params.mockId}`,
    )
    expect(rows).toEqual([])
  })

  it("ends what is under way, with the notes of it", async () => {
    const params = await joined()
    await begin(params)
    await answerer.client.mocks.remove({ params })
    expect(await asker.client.mocks.read({ params })).toMatchObject({ other: null, halves: [] })
    expect(await refusal(send(params, [event("end", 60)]))).toBe("not_found")
  })
})

describe("hiring", () => {
  it("can't read any of it, and finds no trace where it can read", async () => {
    const heard: Signal[] = []
    const stop = t.app.events.subscribe((signal) => heard.push(signal))
    const key = randomUUID()
    const { id: mockId } = await asker.client.mocks.create({ key, body: chosen() })
    const params = { mockId }
    await answerer.client.mocks.join({ key, body: { token: await tokenOf(mockId) } })
    await asker.client.mocks.sync({
      params,
      key,
      body: {
        notes: [note("seen by nobody")],
        events: [event("start", 0), event("end", 9)],
        startedAt: null,
      },
    })
    await asker.client.mocks.handOver({ params, key, body: { ratings: [], version: 1 } })
    await expect.poll(() => heard.length).toBeGreaterThan(3)
    stop()
    for (const table of ["mocks", "mock_halves", "mock_notes", "mock_events"])
      await expect(t.app.db.hiring.execute(sql.raw(`SELECT * FROM practice.${table}`))).rejects.toMatchObject(
        { cause: { code: "42501" } },
      )
    const ids = [asker.id, answerer.id]
    for (const table of [audit, idempotency])
      expect((await t.app.db.hiring.select().from(table)).filter(({ actor }) => ids.includes(actor))).toEqual(
        [],
      )
    const { rows } = await t.app.db.hiring.execute(sql`SELECT key FROM platform.rate_limits`)
    expect(JSON.stringify(rows)).not.toContain("mock")
    // What travels between servers names an account and no more; the answerer's page hears of it.
    expect(heard.filter(({ topic, id }) => topic !== "mine" || !ids.includes(id))).toEqual([])
    expect(heard.map(({ id }) => id)).toContain(answerer.id)
    expect(JSON.stringify(heard)).not.toMatch(new RegExp(`${mockId}|mock`))
  })
})
