import { randomUUID } from "node:crypto"
import { readFile, writeFile } from "node:fs/promises"
import { Readable } from "node:stream"
import { text } from "node:stream/consumers"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { applications, erasures, files } from "../../platform/database/schema/hiring.ts"
import { sessions } from "../../platform/database/schema/platform.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { ledgerOf, replayErasures } from "../applications/erasure/ledger.ts"
import { monthsBefore, selectOverdue } from "../applications/erasure/retention.ts"
import { maintain } from "./maintenance.ts"

let t: TestApp
let owner: TestPerson
let ids: Record<string, string>
beforeAll(async () => {
  t = await startTestApp()
  owner = await t.person("Olga Owner", ["owner"])
  const { openingId } = await owner.client.openings.sample({ body: {} })
  const board = await owner.client.openings.board({ params: { openingId } })
  ids = Object.fromEntries(
    [...board.columns.flatMap((c) => c.cards), ...board.ended.cards].map((c) => [c.name, c.applicationId]),
  )
})
afterAll(() => t.close())

const statusOf = async (id: string | undefined) =>
  (
    await t.app.db.hiring
      .select({ status: applications.status })
      .from(applications)
      .where(eq(applications.id, id as string))
  )[0]?.status

it("erases what the rule says once its time is over, and neither what is held nor what goes on", async () => {
  const held = ids["Sofia Marchetti"] as string
  const { version } = await owner.client.applications.read({ params: { applicationId: held } })
  await owner.client.applications.legalHold({
    params: { applicationId: held },
    body: { hold: true, reason: "A claim is pending", version },
  })
  await maintain(t.app)
  expect(await statusOf(ids["Bram de Boer"])).toBe("disqualified")

  t.setTime(new Date(Date.now() + 200 * 24 * 3600 * 1000))
  const dry = (await selectOverdue(t.app.db.hiring, monthsBefore(t.app.clock(), 6))).map(
    (row) => row.applicationId,
  )
  await maintain(t.app)
  expect(dry).toContain(ids["Bram de Boer"])
  for (const id of dry) expect(await statusOf(id)).toBe("erased")
  expect(dry).not.toContain(held)
  expect(await statusOf(held)).toBe("stopped")
  expect(await statusOf(ids["Mirela Dobre"])).toBe("in-stage")
  t.setTime(undefined)
})

it("does all else where the files can’t be reached, and says that it failed", async () => {
  const person = await t.person("Nora", ["member"])
  const { storage } = t.app
  const { list } = storage
  storage.list = () => ({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("the bucket is away")) }),
  })
  t.setTime(new Date(Date.now() + 400 * 24 * 3600 * 1000))
  await expect(maintain(t.app)).rejects.toThrow("some of it failed")
  t.setTime(undefined)
  storage.list = list
  const left = await t.app.db.platform.select().from(sessions).where(eq(sessions.accountId, person.id))
  expect(left).toEqual([])
})

it("keeps track of an upload nobody claimed until its file is gone", async () => {
  const { storage, db } = t.app
  const id = randomUUID()
  const { key } = await storage.put(Readable.from([Buffer.from("A résumé")]), 100)
  const createdAt = new Date(t.app.clock().getTime() - 49 * 3600 * 1000)
  const file = { kind: "resume", name: "cv.txt", mediaType: "text/plain", bytes: 8, digest: "-" } as const
  await db.hiring.insert(files).values({ ...file, id, storageKey: key, createdAt })
  const known = () => db.hiring.select({ key: files.storageKey }).from(files).where(eq(files.id, id))
  const { remove } = storage
  storage.remove = () => Promise.reject(new Error("the bucket is away"))
  await expect(maintain(t.app)).rejects.toThrow("some of it failed")
  storage.remove = remove
  expect(await known()).toEqual([{ key }])
  await maintain(t.app)
  expect(await known()).toEqual([])
  await expect(text(storage.read(key))).rejects.toThrow()
})

it("notes erasures outside the database, and repeats them after an older backup came back", async () => {
  const path = ledgerOf(t.app.config.BACKFILL_DATA)
  expect(JSON.parse(await readFile(path, "utf8"))).toContain(ids["Bram de Boer"])
  // As if the database were of a day before this person asked to be erased.
  const later = `${path}.later`
  await writeFile(later, JSON.stringify([ids["Kofi Boateng"]]))
  expect(await replayErasures(t.app, later)).toBe(1)
  expect(await statusOf(ids["Kofi Boateng"])).toBe("erased")
  expect(await replayErasures(t.app, later)).toBe(0)
  expect(
    (
      await t.app.db.hiring
        .select()
        .from(erasures)
        .where(eq(erasures.applicationId, ids["Kofi Boateng"] as string))
    ).length,
  ).toBe(1)
})

it("leaves the audit log whole, with an anchor over it", async () => {
  // The first owner's session went with the months that passed.
  const other = await t.person("Otto Owner", ["owner"])
  expect(await other.client.system.verifyAudit()).toMatchObject({ ok: true })
})
