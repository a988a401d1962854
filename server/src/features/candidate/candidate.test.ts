import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eq } from "drizzle-orm"
import { attemptEvents, attempts } from "../../platform/database/schema/hiring.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { openRole, submission } from "../openings/test-role.ts"
import { applyAs, openLink } from "./test-candidate.ts"

let t: TestApp
let manager: TestPerson
let recruiter: TestPerson
let role: { openingId: string; slug: string }
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.person("Ines Baptista", ["hiring-manager", "interviewer"])
  recruiter = await t.person("Tomas Lind", ["recruiter", "interviewer"])
  role = await openRole(t, { manager, recruiter, raters: [manager, recruiter] })
})
afterAll(() => t.close())

const problem = (id: string) => expect.objectContaining({ problem: expect.objectContaining({ id }) })

describe("the link", () => {
  it("opens the page by POST only, and not after it was replaced", async () => {
    const one = await applyAs(t, role.slug, submission("Link Holder"))
    expect((await t.fetch("/api/candidate")).status).toBe(401)
    expect(one.cookie).toMatch(/^backfill-candidate=/)
    const made = await recruiter.client.applications.resendLink({
      params: { applicationId: one.applicationId },
    })
    expect(made.mailed).toBe(false)
    await expect(openLink(t, one.link)).rejects.toEqual(problem("link_spent"))
    await expect(one.client.candidate.page()).rejects.toEqual(problem("not_signed_in"))
    expect((await t.client(await openLink(t, made.link)).candidate.page()).name).toBe("Link Holder")
  })

  it("ends with time", async () => {
    const one = await applyAs(t, role.slug, submission("Late Comer"))
    t.setTime(new Date(Date.now() + 13 * 3600_000))
    await expect(one.client.candidate.page()).rejects.toEqual(problem("not_signed_in"))
    const again = t.client(await openLink(t, one.link))
    expect((await again.candidate.page()).name).toBe("Late Comer")
    t.setTime(new Date(Date.now() + 181 * 24 * 3600_000))
    await expect(openLink(t, one.link)).rejects.toEqual(problem("link_spent"))
    t.setTime(undefined)
  })
})

describe("the page", () => {
  it("tells where the candidate is, what comes and how it is judged, and nothing that is the panel's", async () => {
    const one = await applyAs(t, role.slug, submission("Mirela Stan"))
    const page = await one.client.candidate.page()
    expect(page).toMatchObject({
      name: "Mirela Stan",
      organisation: "Havn",
      status: "in-progress",
      canAskHumanLook: false,
      contact: "jobs@havn.example",
      seenBy: 2,
    })
    expect(page.headline).toContain("Mirela")
    expect(page.steps.map((step) => step.state)).toEqual([
      "done",
      "current",
      ...page.steps.slice(2).map(() => "ahead"),
    ])
    expect(page.judgedOn.length).toBeGreaterThan(0)
    const round = (await recruiter.client.applications.read({ params: { applicationId: one.applicationId } }))
      .gates[0]?.roundsToSchedule[0]
    const card = await recruiter.client.applications.schedule({
      params: { applicationId: one.applicationId },
      body: {
        roundId: round?.roundId ?? "",
        startsAt: new Date(Date.now() + 86_400_000).toISOString(),
        timeZone: "Europe/Amsterdam",
        where: "https://video.example/1",
        interviewers: [manager.id],
      },
    })
    const next = (await one.client.candidate.page()).next
    expect(next).toMatchObject({
      interviewId: card.id,
      withPeople: ["Ines Baptista"],
      where: "https://video.example/1",
      timeZone: "Europe/Bucharest",
      minutes: round?.minutes,
    })
    const ics = await t.fetch(`/api/candidate/interviews/${card.id}/calendar`, {
      headers: { cookie: one.cookie },
    })
    expect(await ics.text()).toContain("BEGIN:VEVENT")
    const other = await applyAs(t, role.slug, submission("Someone Else"))
    expect(
      (await t.fetch(`/api/candidate/interviews/${card.id}/calendar`, { headers: { cookie: other.cookie } }))
        .status,
    ).toBe(404)
    await one.client.candidate.askForAnotherTime({
      params: { interviewId: card.id },
      body: { note: "I am on a train then." },
    })
    const story = await recruiter.client.applications.story({
      params: { applicationId: one.applicationId },
      query: {},
    })
    expect(story.items[0]).toMatchObject({ kind: "another-time-asked", detail: "I am on a train then." })
  })

  it("lets a person look again at what a rule ended", async () => {
    const body = submission("Jan Vos")
    body.answers["right-to-work"] = "no"
    const one = await applyAs(t, role.slug, body)
    expect(await one.client.candidate.page()).toMatchObject({
      status: "disqualified",
      canAskHumanLook: true,
      rule: expect.stringMatching(/permission/),
    })
    expect(
      await one.client.candidate.humanLook({ body: { note: "My permit starts in March." } }),
    ).toMatchObject({ status: "human-look", canAskHumanLook: false })
    await expect(one.client.candidate.humanLook({ body: { note: "Again" } })).rejects.toEqual(
      problem("wrong_state"),
    )
    const params = { applicationId: one.applicationId }
    const seen = await manager.client.applications.read({ params })
    expect(seen).toMatchObject({
      humanLookNote: "My permit starts in March.",
      can: expect.arrayContaining(["decideHumanLook"]),
    })
    const after = await manager.client.applications.decideHumanLook({
      params,
      body: { outcome: "reinstate", reason: "The permit is in time.", version: seen.version },
    })
    expect(after.status).toBe("in-stage")
    expect(after.gates[0]?.interviews).toHaveLength(1)
    expect((await one.client.candidate.page()).status).toBe("in-progress")
  })

  it("ends when the candidate withdraws, and takes interviews out of the calendars", async () => {
    const one = await applyAs(t, role.slug, submission("With Drawn"))
    expect(await one.client.candidate.withdraw({ body: {} })).toMatchObject({ status: "withdrawn" })
    await expect(one.client.candidate.withdraw({ body: {} })).rejects.toEqual(problem("wrong_state"))
    const seen = await recruiter.client.applications.read({ params: { applicationId: one.applicationId } })
    expect(seen.gates[0]?.interviews.map((held) => held.state)).toEqual(["cancelled"])
  })

  it("gives a copy of what was given", async () => {
    const one = await applyAs(t, role.slug, submission("Copy Taker"))
    const copy = await t.fetch("/api/candidate/download", { headers: { cookie: one.cookie } })
    expect(copy.headers.get("content-disposition")).toMatch(/^attachment/)
    expect(JSON.parse(await copy.text())).toMatchObject({
      you: { name: "Copy Taker" },
      application: { answers: { "on-call-rotation": true } },
    })
  })
})

describe("an exercise by hand", () => {
  it("runs against the server's clock, adjusted, and is handed in once", async () => {
    const one = await applyAs(
      t,
      role.slug,
      submission("Exercise Doer", { adjustments: { kinds: ["extra-time"], note: "Because" } }),
    )
    const start = new Date()
    const at = (seconds: number) => t.setTime(new Date(start.getTime() + seconds * 1000))
    at(0)
    const params = { applicationId: one.applicationId }
    const given = await recruiter.client.attempts.schedule({
      params,
      body: { exerciseId: "pipeline-health", availableFrom: null },
    })
    expect(given).toMatchObject({ minutes: 20, factor: 1, state: "scheduled" })
    const mine = { attemptId: given.id }
    expect((await one.client.candidate.attempt({ params: mine })).brief).toBeNull()
    await expect(
      one.client.candidate.saveAttempt({ params: mine, body: { text: "early", version: given.version } }),
    ).rejects.toEqual(problem("wrong_state"))
    const started = await one.client.candidate.startAttempt({ params: mine, body: {} })
    expect(started.deadline).toBe(new Date(start.getTime() + 20 * 60_000).toISOString())
    expect(started.brief).toContain("check_pipeline_health")
    expect(JSON.stringify(started)).not.toMatch(/Names a test for every status|panelGuide|anchors/)
    const seen = await recruiter.client.applications.read({ params })
    await recruiter.client.applications.decideAdjustments({
      params,
      body: {
        granted: ["extra-time"],
        timeFactor: 1.5,
        answer: "Half as much again.",
        version: seen.version,
      },
    })
    const longer = await one.client.candidate.attempt({ params: mine })
    expect(longer).toMatchObject({
      factor: 1.5,
      deadline: new Date(start.getTime() + 30 * 60_000).toISOString(),
    })
    const saved = await one.client.candidate.saveAttempt({
      params: mine,
      body: { text: "def check(): ...", version: longer.version },
    })
    expect(
      await one.client.candidate.saveAttempt({
        params: mine,
        body: { text: "def check(): ...", version: longer.version },
      }),
    ).toMatchObject({ version: saved.version })
    await expect(
      one.client.candidate.saveAttempt({
        params: mine,
        body: { text: "older tab", version: longer.version },
      }),
    ).rejects.toEqual(problem("stale_version"))
    expect((await manager.client.attempts.list({ params })).items[0]).toMatchObject({
      state: "running",
      text: "",
    })
    const withFile = await one.client.candidate.uploadToAttempt({
      params: mine,
      query: { name: "../notes.md" },
      upload: Buffer.from("# notes"),
    })
    expect(withFile.files.map((file) => file.name)).toEqual(["notes.md"])
    at(29 * 60)
    const submitted = await one.client.candidate.submitAttempt({
      params: mine,
      body: { version: withFile.version },
    })
    expect(submitted).toMatchObject({ state: "submitted", deadline: longer.deadline })
    await expect(
      one.client.candidate.submitAttempt({ params: mine, body: { version: submitted.version } }),
    ).rejects.toEqual(problem("wrong_state"))
    const cited = await manager.client.attempts.cite({
      params: mine,
      body: { artifact: "text-redacted", selector: "text=4-9", quote: "check" },
    })
    expect(cited.address).toMatch(new RegExp(`^${given.id}/text-redacted@[0-9a-f]{64}#text=4-9$`))
    await expect(
      manager.client.attempts.cite({
        params: mine,
        body: { artifact: "text-redacted", selector: "text=4-9", quote: "other" },
      }),
    ).rejects.toEqual(problem("invalid_request"))
    const log = await t.app.db.hiring
      .select()
      .from(attemptEvents)
      .where(eq(attemptEvents.attemptId, given.id))
    expect(log.map((entry) => entry.kind)).toEqual([
      "scheduled",
      "started",
      "time adjusted",
      "saved",
      "file added",
      "submitted",
    ])
    t.setTime(undefined)
  })

  it("says of an exercise what is to be done with it now: wait, start, go on", async () => {
    const one = await applyAs(t, role.slug, submission("Ada Beginner"))
    const opens = Date.now() + 3600_000
    const given = await recruiter.client.attempts.schedule({
      params: { applicationId: one.applicationId },
      body: { exerciseId: "pipeline-health", availableFrom: new Date(opens).toISOString() },
    })
    const waiting = await one.client.candidate.page()
    expect(waiting.headline).toBe(`Ada, next comes: ${given.title}`)
    expect(waiting.next?.summary).toContain("opens at the time below")
    t.setTime(new Date(opens + 60_000))
    const open = await one.client.candidate.page()
    expect(open.headline).toBe(`Ada, your turn: ${given.title}`)
    expect(open.next?.summary).toContain("Start when you are ready")
    await one.client.candidate.startAttempt({ params: { attemptId: given.id }, body: {} })
    const running = await one.client.candidate.page()
    expect(running.headline).toBe(`Ada, you have begun: ${given.title}`)
    expect(running.next?.summary).toBe("Go on where you left off.")
    for (const page of [waiting, open, running]) expect(page.explanation).not.toMatch(/nothing you need/)
    t.setTime(undefined)
  })

  it("keeps what was saved when time runs out, and takes nothing later", async () => {
    const one = await applyAs(t, role.slug, submission("Ilse Laat"))
    const params = { applicationId: one.applicationId }
    const start = new Date()
    const given = await recruiter.client.attempts.schedule({
      params,
      body: { exerciseId: "pipeline-health", availableFrom: null },
    })
    const mine = { attemptId: given.id }
    t.setTime(start)
    const started = await one.client.candidate.startAttempt({ params: mine, body: {} })
    t.setTime(new Date(start.getTime() + 20 * 60_000 + 20_000))
    const late = await one.client.candidate.saveAttempt({
      params: mine,
      body: { text: "sent in time", version: started.version },
    })
    expect(late).toMatchObject({ state: "expired", text: "sent in time" })
    t.setTime(new Date(start.getTime() + 20 * 60_000 + 31_000))
    await expect(
      one.client.candidate.saveAttempt({ params: mine, body: { text: "too late", version: late.version } }),
    ).rejects.toEqual(problem("wrong_state"))
    expect((await manager.client.attempts.list({ params })).items[0]).toMatchObject({
      state: "expired",
      text: "sent in time",
    })
    t.setTime(undefined)
    const [row] = await t.app.db.hiring.select().from(attempts).where(eq(attempts.id, given.id))
    expect(row?.submittedAt).toBeNull()
  })

  it("is another candidate's business in no way", async () => {
    const one = await applyAs(t, role.slug, submission("First Candidate"))
    const other = await applyAs(t, role.slug, submission("Other Candidate"))
    const given = await recruiter.client.attempts.schedule({
      params: { applicationId: one.applicationId },
      body: { exerciseId: "pipeline-health", availableFrom: null },
    })
    const params = { attemptId: given.id }
    await expect(other.client.candidate.attempt({ params })).rejects.toEqual(problem("not_found"))
    await expect(other.client.candidate.startAttempt({ params, body: {} })).rejects.toEqual(
      problem("not_found"),
    )
    await expect(
      other.client.candidate.uploadToAttempt({ params, query: { name: "x" }, upload: Buffer.from("x") }),
    ).rejects.toEqual(problem("not_found"))
  })
})
