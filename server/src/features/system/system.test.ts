import { asc, eq, sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { recordChange } from "../../platform/audit.ts"
import { candidateLinks } from "../../platform/database/schema/hiring.ts"
import { accounts, audit, auditPayloads } from "../../platform/database/schema/platform.ts"
import { signal } from "../../platform/events.ts"
import { type Applied, type Scene, startScene, TALKS } from "../debriefs/scene.test-data.ts"
import { anchorChains, verifyChains } from "./audit.store.ts"

let s: Scene
let application: Applied
beforeAll(async () => {
  s = await startScene()
  application = await s.apply(TALKS)
  await application.hold({}, s.amara)
})
afterAll(() => s.close())

/** An open event stream with everything that came down it. */
async function listen(cookie: string) {
  const stop = new AbortController()
  const response = await s.t.fetch("/api/events", { headers: { cookie }, signal: stop.signal })
  const events: { kind: string; topic: string; id: string }[] = []
  let ended = false
  const reading = (async () => {
    for await (const chunk of response.body ?? [])
      for (const line of new TextDecoder().decode(chunk).split("\n"))
        if (line.startsWith("data: ")) events.push(JSON.parse(line.slice(6)))
    ended = true
  })().catch(() => undefined)
  const until = async (holds: () => boolean, ms: number) => {
    for (const end = Date.now() + ms; Date.now() < end && !holds(); )
      await new Promise((done) => setTimeout(done, 20))
    return holds()
  }
  return { response, events, until, hasEnded: () => ended, close: () => (stop.abort(), reading) }
}
const tell = (topic: string, id: string, over: object = {}) =>
  s.t.app.db.hiring.transaction((tx) => signal(tx, { kind: "changed", topic, id, ...over }))

describe("events", () => {
  it("reach those who may see the record, and nobody else", async () => {
    const people = {
      owner: s.owner.cookie,
      recruiter: s.recruiter.cookie,
      amara: s.amara.cookie,
      bystander: s.bystander.cookie,
      stranger: s.stranger.cookie,
      candidate: application.candidateCookie,
    }
    const streams = Object.fromEntries(
      await Promise.all(
        Object.entries(people).map(async ([name, cookie]) => [name, await listen(cookie)] as const),
      ),
    )
    const place = { openingId: s.openingId, applicationId: application.id }
    await tell("application", application.id, place)
    await tell("debrief", application.id, place)
    await tell("opening", s.openingId, { openingId: s.openingId })
    await tell("mine", s.amara.id)
    await tell("settings", "1")
    for (const [name, stream] of Object.entries(streams))
      if (name !== "candidate")
        expect(await stream.until(() => stream.events.some((e) => e.topic === "settings"), 3000), name).toBe(
          true,
        )
    await new Promise((done) => setTimeout(done, 300))
    const heard = Object.fromEntries(
      Object.entries(streams).map(([name, stream]) => [
        name,
        stream.events.map((e) => e.topic || e.kind).sort(),
      ]),
    )
    expect(heard).toEqual({
      owner: ["application", "debrief", "hello", "opening", "settings"],
      recruiter: ["application", "debrief", "hello", "opening", "settings"],
      amara: ["application", "debrief", "hello", "mine", "opening", "settings"],
      bystander: ["hello", "opening", "settings"],
      stranger: ["hello", "settings"],
      candidate: ["application", "hello"],
    })
    expect(streams["owner"]?.response.headers.get("content-type")).toContain("text/event-stream")
    expect(streams["owner"]?.response.headers.get("content-security-policy")).toContain("default-src")
    await Promise.all(Object.values(streams).map((stream) => stream.close()))
  })

  it("end within five seconds of a sign-out, a change of role, a disabled account and a revoked link", async () => {
    const gone = await s.t.person("Gone One", ["interviewer"])
    const changed = await s.t.person("Changed Two", ["interviewer"])
    const disabled = await s.t.person("Disabled Three", ["interviewer"])
    const streams = await Promise.all(
      [gone.cookie, changed.cookie, disabled.cookie, application.candidateCookie].map(listen),
    )
    const staying = await listen(s.amara.cookie)
    await gone.client.accounts.signOut()
    await s.owner.client.accounts.update({
      params: { accountId: changed.id },
      body: { roles: ["member"], version: 1 },
    })
    await s.t.app.db.platform
      .update(accounts)
      .set({ disabledAt: new Date() })
      .where(eq(accounts.id, disabled.id))
    await s.t.app.db.hiring
      .update(candidateLinks)
      .set({ revokedAt: new Date() })
      .where(eq(candidateLinks.hash, application.linkHash))
    for (const stream of streams) {
      expect(await stream.until(() => stream.hasEnded(), 5000)).toBe(true)
      expect(stream.events.at(-1)?.kind).toBe("revoked")
    }
    expect(staying.hasEnded()).toBe(false)
    await staying.close()
  })

  it("aren't for strangers", async () => {
    expect((await s.t.fetch("/api/events")).status).toBe(401)
  })
})

describe("the audit log", () => {
  const change = (recordId: string, after: unknown) =>
    s.t.app.db.hiring.transaction((tx) =>
      recordChange(tx, {
        record: "test",
        recordId,
        action: "changed",
        actor: s.owner.id,
        at: new Date(),
        after,
      }),
    )

  it("lists newest first, page by page, with names", async () => {
    for (let n = 0; n < 60; n++) await change("many", { n })
    const first = await s.owner.client.system.audit({ query: { recordId: "many" } })
    const second = await s.owner.client.system.audit({
      query: { recordId: "many", cursor: first.next ?? "" },
    })
    expect([...first.items, ...second.items].map((entry) => entry.seq)).toEqual(
      Array.from({ length: 60 }, (_, n) => 60 - n),
    )
    expect([first.items[0]?.actor, second.next]).toEqual(["Olga Owner", null])
    await expect(s.recruiter.client.system.audit({ query: {} })).rejects.toMatchObject({
      problem: { id: "not_allowed" },
    })
  })

  it("verifies; names the first entry that was edited, put in or cut off; erased payloads are no fault", async () => {
    const db = s.t.app.db.hiring
    for (const n of [1, 2, 3]) await change("chain", { n })
    await anchorChains(db, new Date())
    expect((await anchorChains(db, new Date())).anchored).toBe(0)
    for (const n of [4, 5]) await change("chain", { n })
    expect(await s.owner.client.system.verifyAudit()).toMatchObject({ ok: true, firstBad: null })
    const rows = await db.select().from(audit).where(eq(audit.recordId, "chain")).orderBy(asc(audit.seq))
    const [, second, third] = rows
    const bad = async (work: (tx: typeof db) => Promise<unknown>) => {
      let found: unknown
      await db
        .transaction(async (tx) => {
          await work(tx as typeof db)
          found = (await verifyChains(tx)).firstBad
          tx.rollback()
        })
        .catch(() => undefined)
      return found
    }
    const at = (seq: number) => ({ record: "test", recordId: "chain", seq })
    expect(
      await bad((tx) =>
        tx
          .update(audit)
          .set({ actor: "someone" })
          .where(eq(audit.id, second?.id ?? 0)),
      ),
    ).toEqual(at(2))
    expect(
      await bad((tx) =>
        tx
          .update(auditPayloads)
          .set({ payload: { n: 9 } })
          .where(eq(auditPayloads.auditId, third?.id ?? 0)),
      ),
    ).toEqual(at(3))
    expect(await bad((tx) => tx.delete(audit).where(eq(audit.id, second?.id ?? 0)))).toEqual(at(3))
    expect(
      await bad((tx) => tx.delete(audit).where(sql`${audit.recordId} = 'chain' AND ${audit.seq} >= 3`)),
    ).toMatchObject({ record: "anchor" })
    expect(
      await bad((tx) => tx.delete(auditPayloads).where(eq(auditPayloads.auditId, third?.id ?? 0))),
    ).toBeNull()
  })
})

describe("the description of the API", () => {
  it("is OpenAPI 3.1 with every path", async () => {
    const description = (await (await s.t.fetch("/api/openapi.json")).json()) as {
      openapi: string
      paths: Record<string, unknown>
    }
    expect(description.openapi).toBe("3.1.0")
    expect(Object.keys(description.paths)).toContain("/api/interviews/{interviewId}/sync")
  })
})
