import { randomUUID } from "node:crypto"
import { inArray } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { applicationEvents, applications } from "../../platform/database/schema/hiring.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { applyAs } from "../candidate/test-candidate.ts"
import { openRole, submission } from "../openings/test-role.ts"
import { pdf } from "../public-pages/resume/test-files.ts"

let t: TestApp
let owner: TestPerson
let manager: TestPerson
let recruiter: TestPerson
let rater: TestPerson
let stranger: TestPerson
let role: { openingId: string; slug: string }
beforeAll(async () => {
  t = await startTestApp()
  owner = await t.person("Olga Owner", ["owner"])
  manager = await t.person("Ines Baptista", ["hiring-manager"])
  recruiter = await t.person("Tomas Lind", ["recruiter"])
  rater = await t.person("Rahel Kidane", ["interviewer"])
  stranger = await t.person("Olu Ade", ["recruiter", "interviewer", "hiring-manager"])
  role = await openRole(t, { manager, recruiter, raters: [rater, manager] })
})
afterAll(() => t.close())

const problem = (id: string) => expect.objectContaining({ problem: expect.objectContaining({ id }) })
const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString()

async function applicant(name: string, changes: Record<string, unknown> = {}) {
  const { uploadId } = await t.client().publicPages.uploadResume({
    params: { slug: role.slug },
    query: { name: `${name}.pdf` },
    upload: pdf([name]),
  })
  const one = await applyAs(t, role.slug, submission(name, { uploadId, ...changes }))
  return { ...one, params: { applicationId: one.applicationId } }
}

describe("who sees whom", () => {
  it("keeps name, contact and file from those who still rate the résumé, until an audited unblinding", async () => {
    const { params } = await applicant("Mirela Stan")
    const open = await recruiter.client.applications.read({ params })
    expect(open).toMatchObject({ name: "Mirela Stan", blind: false, contact: { phone: "+31 6 1234" } })
    const materials = await recruiter.client.applications.materials({ params })
    const fileId = materials.files[0]?.id ?? ""
    expect(materials).toMatchObject({
      resumeText: expect.stringContaining("pipelines"),
      answers: expect.arrayContaining([
        { label: expect.any(String), answer: "Port calls, forty thousand a day." },
      ]),
      files: [{ name: "Mirela Stan.pdf" }],
    })
    for (const reader of [rater, manager]) {
      const seen = await reader.client.applications.read({ params })
      expect(seen).toMatchObject({
        name: expect.stringMatching(/^Applicant /),
        blind: true,
        contact: null,
      })
      expect(JSON.stringify(seen)).not.toMatch(/Mirela|Stan|1234/)
      await expect(reader.client.applications.materials({ params })).rejects.toEqual(problem("not_allowed"))
      expect(
        (
          await t.fetch(`/api/applications/${params.applicationId}/files/${fileId}`, {
            headers: { cookie: reader.cookie },
          })
        ).status,
      ).toBe(403)
    }
    expect(
      (await rater.client.applications.read({ params })).gates[0]?.interviews[0]?.raters.map(
        (one) => one.person.name,
      ),
    ).toEqual(["Rahel Kidane"])
    expect(
      await rater.client.applications.unblind({ params, body: { reason: "I have to check a licence." } }),
    ).toMatchObject({ name: "Mirela Stan", blind: false })
    const file = await t.fetch(`/api/applications/${params.applicationId}/files/${fileId}`, {
      headers: { cookie: rater.cookie },
    })
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''Mirela%20Stan.pdf")
    expect(file.headers.get("content-security-policy")).toContain("sandbox")
    expect((await recruiter.client.applications.story({ params, query: {} })).items[0]).toMatchObject({
      kind: "unblinded",
      detail: "I have to check a licence.",
      by: "Rahel Kidane",
    })
    expect(await manager.client.applications.read({ params })).toMatchObject({ blind: true })
  })

  it("is nothing to strangers, nor to the candidate's own account", async () => {
    const { params } = await applicant("Private Person")
    await expect(stranger.client.applications.read({ params })).rejects.toEqual(problem("not_found"))
    const self = await t.person("Self Applicant", ["owner", "recruiter"])
    const own = await applicant("Self Applicant", { email: self.email })
    await expect(self.client.applications.read({ params: own.params })).rejects.toEqual(problem("not_found"))
    await expect(
      self.client.applications.erase({ params: own.params, body: { reason: "My own", version: 1 } }),
    ).rejects.toEqual(problem("not_found"))
    const board = await self.client.openings.board({ params: { openingId: role.openingId } })
    expect(JSON.stringify(board)).not.toContain(own.applicationId)
  })

  it("tells only recruiters why time was adjusted; the others see the length", async () => {
    const { params } = await applicant("Time Needed", {
      adjustments: { kinds: ["extra-time"], note: "Because of my eyes" },
    })
    const { version } = await recruiter.client.applications.read({ params })
    await expect(
      manager.client.applications.decideAdjustments({
        params,
        body: { granted: [], timeFactor: 1, answer: "", version },
      }),
    ).rejects.toEqual(problem("not_allowed"))
    const decided = await recruiter.client.applications.decideAdjustments({
      params,
      body: { granted: ["extra-time"], timeFactor: 2, answer: "Twice the time.", version },
    })
    expect(decided.adjustments).toMatchObject({ state: "granted", note: "Because of my eyes", timeFactor: 2 })
    for (const reader of [rater, manager]) {
      const seen = await reader.client.applications.read({ params })
      expect(seen.adjustments).toEqual({
        state: "granted",
        kinds: [],
        note: null,
        timeFactor: 2,
        granted: ["extra-time"],
        answer: "",
      })
      const { items } = await reader.client.applications.story({ params, query: {} })
      expect(items.length).toBeGreaterThan(0)
      expect(JSON.stringify(items)).not.toMatch(/adjust/i)
    }
  })
})

describe("scheduling", () => {
  it("holds each round of the stage once, with people who can run it", async () => {
    const { params } = await applicant("To Schedule")
    const before = await recruiter.client.applications.read({ params })
    const round = before.gates[0]?.roundsToSchedule[0]
    const body = {
      roundId: round?.roundId ?? "",
      startsAt: inAWeek(),
      timeZone: "Asia/Kathmandu",
      where: "Video",
      interviewers: [rater.id],
    }
    await expect(
      recruiter.client.applications.schedule({ params, body: { ...body, roundId: "values" } }),
    ).rejects.toEqual(problem("invalid_request"))
    await expect(
      recruiter.client.applications.schedule({ params, body: { ...body, timeZone: "Mars/Olympus" } }),
    ).rejects.toEqual(problem("invalid_request"))
    const answers = await Promise.allSettled([
      recruiter.client.applications.schedule({ params, body }),
      manager.client.applications.schedule({ params, body }),
    ])
    expect(answers.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"])
    const after = await recruiter.client.applications.read({ params })
    expect(after.gates[0]?.interviews.filter((held) => held.kind === "interview")).toHaveLength(1)
    expect(after.gates[0]?.roundsToSchedule.map((one) => one.roundId)).not.toContain(round?.roundId)
    expect(after.version).toBeGreaterThan(before.version)
  })

  it("goes on without a card once somebody says why", async () => {
    const { params } = await applicant("Waived Card")
    const screen = (await recruiter.client.applications.read({ params })).gates[0]?.interviews[0]
    const interview = { interviewId: screen?.id ?? "" }
    const body = { raterId: rater.id, reason: "On leave until January." }
    await expect(rater.client.applications.waiveCard({ params: interview, body })).rejects.toEqual(
      problem("not_allowed"),
    )
    expect(await recruiter.client.applications.waiveCard({ params: interview, body })).toEqual({ ok: true })
    await expect(recruiter.client.applications.waiveCard({ params: interview, body })).rejects.toEqual(
      problem("already_exists"),
    )
    const seen = await recruiter.client.applications.read({ params })
    expect(seen.gates[0]?.awaited.map((one) => one.person.name)).toEqual(["Ines Baptista"])
    expect((await recruiter.client.applications.story({ params, query: {} })).items[0]).toMatchObject({
      kind: "card-waived",
      title: "No scorecard from Rahel Kidane",
    })
  })
})

describe("the story of an application", () => {
  it("comes in pages, the latest first, each event once", async () => {
    const { applicationId, params } = await applicant("Long Story")
    const [first] = (await recruiter.client.applications.story({ params, query: {} })).items
    await t.app.db.hiring.insert(applicationEvents).values(
      Array.from({ length: 120 }, (_, n) => ({
        id: randomUUID(),
        applicationId,
        seq: 1000 + n,
        kind: "interview-cancelled",
        data: { title: `Talk ${n}` },
        at: new Date(),
      })),
    )
    const pages = [await recruiter.client.applications.story({ params, query: {} })]
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
      pages.push(await recruiter.client.applications.story({ params, query: { cursor: next } }))
    expect(pages.map(({ items }) => items.length)).toEqual([50, 50, expect.any(Number)])
    const titles = pages.flatMap(({ items }) => items.map((entry) => entry.title))
    expect(titles.slice(0, 120)).toEqual(Array.from({ length: 120 }, (_, n) => `Cancelled: Talk ${119 - n}`))
    expect(pages.flatMap(({ items }) => items)[120]).toEqual(first)
    await expect(
      recruiter.client.applications.story({ params, query: { cursor: "0; drop" } }),
    ).rejects.toEqual(problem("invalid_request"))
  })
})

describe("keeping and letting go", () => {
  it("exports everything held for the owner only, and records it", async () => {
    const { params } = await applicant("Access Request")
    expect(
      (
        await t.fetch(`/api/applications/${params.applicationId}/export`, {
          headers: { cookie: recruiter.cookie },
        })
      ).status,
    ).toBe(403)
    const all = await (
      await t.fetch(`/api/applications/${params.applicationId}/export`, { headers: { cookie: owner.cookie } })
    ).json()
    expect(all).toMatchObject({
      you: { name: "Access Request" },
      scorecards: [],
      interviews: [{ kind: "screen" }],
      story: expect.any(Array),
    })
    const { items } = await owner.client.system.audit({ query: { recordId: params.applicationId } })
    expect(items.map((entry) => entry.action)).toContain("exported for an access request")
  })

  it("lists what the retention rule would erase, without what is held or still going on", async () => {
    const ended = await applicant("Long Gone")
    const held = await applicant("Long Held")
    const active = await applicant("Still Here")
    for (const one of [ended, held]) await one.client.candidate.withdraw({ body: {} })
    const { version } = await owner.client.applications.read({ params: held.params })
    await owner.client.applications.legalHold({
      params: held.params,
      body: { hold: true, reason: "A dispute", version },
    })
    expect((await owner.client.applications.retention()).items).toEqual([])
    const longAgo = new Date(Date.now() - 200 * 86_400_000)
    await t.app.db.hiring
      .update(applications)
      .set({ endedAt: longAgo })
      .where(inArray(applications.id, [ended.applicationId, held.applicationId]))
    const { items } = await owner.client.applications.retention()
    const ids = items.map((item) => item.applicationId)
    expect(ids).toContain(ended.applicationId)
    expect(ids).not.toContain(held.applicationId)
    expect(ids).not.toContain(active.applicationId)
  })

  it("refuses a second writer who has read an older version", async () => {
    const { params } = await applicant("Two Writers")
    const { version } = await owner.client.applications.read({ params })
    const body = { hold: true, reason: "A dispute", version }
    const answers = await Promise.allSettled([
      owner.client.applications.legalHold({ params, body }),
      owner.client.applications.legalHold({ params, body }),
    ])
    const refused = answers.find((one) => one.status === "rejected")
    expect(answers.filter((one) => one.status === "fulfilled")).toHaveLength(1)
    expect(refused?.status === "rejected" && refused.reason).toEqual(problem("stale_version"))
  })
})
