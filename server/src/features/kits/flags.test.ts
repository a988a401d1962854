import type { FlagReason } from "@backfill/contract"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { audit } from "../../platform/database/schema/platform.ts"
import { questionFlags } from "../../platform/database/schema/hiring.ts"
import { refusal } from "../../platform/testing/refusal.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"

const kitId = "data-engineer"
const params = { kitId }
let t: TestApp
let recruiter: TestPerson
let elsewhere: TestPerson
let interviewer: TestPerson
let colleague: TestPerson
let openingId: string
let questionId: string
beforeAll(async () => {
  t = await startTestApp()
  recruiter = await t.person("Tomas Lind", ["recruiter"])
  elsewhere = await t.person("Olu Ade", ["recruiter"])
  interviewer = await t.person("Amara Diallo", ["interviewer"])
  colleague = await t.person("Pieter Vos", ["interviewer"])
  const made = await recruiter.client.openings.create({
    body: { kitId, level: "mid", title: "Engineer for tides", location: "", description: "Ours." },
  })
  openingId = made.id
  await recruiter.client.openings.saveTeam({
    params: { openingId },
    body: {
      recruiters: [recruiter.id],
      hiringManagers: [],
      interviewers: [interviewer.id],
      version: made.version,
    },
  })
  const kit = await recruiter.client.openings.kit({ params: { openingId } })
  questionId = kit.questions[0]?.id ?? ""
})
afterAll(() => t.close())

const flag = (who: TestPerson, reason: FlagReason, more: { key?: string; note?: string; id?: string } = {}) =>
  who.client.kits.flag({
    key: more.key,
    body: {
      place: who === interviewer ? { kind: "opening", openingId } : { kind: "kit", kitId },
      item: { kind: "question", id: more.id ?? questionId },
      reason,
      note: more.note ?? " Two of three asked back. ",
    },
  })
const flagsOf = async (who: TestPerson) => (await who.client.kits.flags({ params })).items

describe("a flag", () => {
  it("reaches the kit's authors with who, when, which version and opening", async () => {
    const made = await flag(interviewer, "unclear")
    expect(made).toMatchObject({
      reason: "unclear",
      note: "Two of three asked back.",
      mine: true,
      during: "opening",
      opening: { id: openingId, title: "Engineer for tides" },
      by: { name: "Amara Diallo" },
    })
    const [seen] = await flagsOf(recruiter)
    expect(seen).toMatchObject({ id: made.id, mine: false, opening: { id: openingId }, kitId })
    expect(seen?.kitVersion).toMatch(/^\d+\.\d+\.\d+$/)
    // A recruiter of another opening looks after the same kit, but isn't told whose opening that is.
    expect(await flagsOf(elsewhere)).toMatchObject([{ id: made.id, during: "opening", opening: null }])
    expect(await flagsOf(colleague)).toEqual([])
  })

  it("is made once however often it is sent, and once for each reason", async () => {
    const [one, again] = await Promise.all([
      flag(colleague, "leaked", { key: "twice" }),
      flag(colleague, "leaked", { key: "twice" }),
    ])
    expect(again.id).toBe(one.id)
    expect(await refusal(flag(colleague, "leaked"))).toBe("already_exists")
    expect(await refusal(flag(colleague, "unanswerable"))).toBe("done")
    expect((await flagsOf(colleague)).map(({ during }) => during)).toEqual(["reading", "reading"])
  })

  it("is only about what the kit asks, and only from where one has business", async () => {
    expect(await refusal(flag(colleague, "unclear", { id: "no-such-question" }))).toBe("not_found")
    const place = { kind: "opening" as const, openingId }
    const body = { place, item: { kind: "question" as const, id: questionId }, reason: "unclear" as const }
    expect(await refusal(colleague.client.kits.flag({ body: { ...body, note: "" } }))).toBe("not_found")
  })

  it("can be taken back by its author alone, and then leaves neither note nor place in a list", async () => {
    const [mine] = await flagsOf(interviewer)
    const withdraw = (who: TestPerson) =>
      who.client.kits.withdrawFlag({
        params: { flagId: mine?.id ?? "" },
        body: { version: mine?.version ?? 0 },
      })
    expect(await refusal(withdraw(colleague))).toBe("not_found")
    expect(await refusal(withdraw(recruiter))).toBe("not_found")
    expect(await refusal(withdraw(interviewer))).toBe("done")
    expect(await refusal(withdraw(interviewer))).toBe("stale_version")
    expect(await flagsOf(interviewer)).toEqual([])
    const rows = await t.app.db.hiring.select().from(questionFlags)
    expect(rows.find(({ id }) => id === mine?.id)).toMatchObject({ state: "withdrawn", note: "" })
    expect(await refusal(flag(interviewer, "unclear"))).toBe("done")
  })

  it("is closed by an author with a word that its author reads", async () => {
    const open = (await flagsOf(recruiter)).find(({ reason }) => reason === "leaked")
    const resolve = (who: TestPerson, word: string) =>
      who.client.kits.resolveFlag({
        params: { flagId: open?.id ?? "" },
        body: { word, version: open?.version ?? 0 },
      })
    expect(await refusal(resolve(colleague, "Mine."))).toBe("not_allowed")
    expect(await refusal(resolve(elsewhere, "  "))).toBe("invalid_request")
    expect(await resolve(elsewhere, "Replaced in 1.0.1.")).toMatchObject({ state: "resolved" })
    expect(await refusal(resolve(elsewhere, "Again."))).toBe("stale_version")
    expect((await flagsOf(colleague)).find(({ id }) => id === open?.id)?.resolution).toMatchObject({
      by: "Olu Ade",
      word: "Replaced in 1.0.1.",
    })
    expect((await flagsOf(recruiter)).map(({ state }) => state)).toEqual(["open", "open", "resolved"])
    const entries = (await t.app.db.hiring.select().from(audit)).filter(
      ({ recordId }) => recordId === open?.id,
    )
    expect(entries.map(({ action }) => action)).toEqual([
      `flagged question ${questionId} as leaked`,
      "resolved the flag",
    ])
  })
})
