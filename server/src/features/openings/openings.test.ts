import { ApiProblem } from "@backfill/contract"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { pinnedKits } from "../../platform/database/schema/platform.ts"
import { startTestApp, type TestApp, type TestPerson } from "../../platform/testing/test-app.ts"
import { openRole, submission } from "./test-role.ts"

let t: TestApp
let manager: TestPerson
let recruiter: TestPerson
let stranger: TestPerson
beforeAll(async () => {
  t = await startTestApp()
  manager = await t.person("Ines Baptista", ["hiring-manager", "interviewer"])
  recruiter = await t.person("Tomas Lind", ["recruiter"])
  stranger = await t.person("Olu Ade", ["recruiter", "interviewer"])
})
afterAll(() => t.close())

const problem = (id: string) => expect.objectContaining({ problem: expect.objectContaining({ id }) })

describe("opening a role", () => {
  it("pins the kit, builds the plan from it and makes its creator part of the team", async () => {
    const opening = await manager.client.openings.create({
      body: {
        kitId: "data-engineer",
        level: "senior",
        title: "Senior data engineer",
        location: "Rotterdam",
        description: "Ours.",
      },
    })
    expect(opening).toMatchObject({
      state: "draft",
      planVersion: 1,
      planLocked: false,
      level: "senior",
      kit: { id: "data-engineer" },
    })
    expect(opening.slug).toMatch(/^senior-data-engineer-[0-9a-f]{6}$/)
    expect(opening.team.hiringManagers).toEqual([{ id: manager.id, name: "Ines Baptista" }])
    const [pinned] = await t.app.db.platform
      .select()
      .from(pinnedKits)
      .where(eq(pinnedKits.digest, opening.kit.digest))
    expect(pinned?.bundle.length).toBeGreaterThan(10_000)
    const view = await manager.client.openings.plan({ params: { openingId: opening.id } })
    expect(view.warnings.some((warning) => warning.code === "no-interviewer")).toBe(true)
    const kit = await manager.client.openings.kit({ params: { openingId: opening.id } })
    expect(view.plan.stages.map((stage) => stage.id)).toEqual(kit.stages.map((stage) => stage.id))
    expect(kit.questions.every((question) => question.audience !== "practice")).toBe(true)
  })

  it("is nobody else's business", async () => {
    const opening = await manager.client.openings.create({
      body: {
        kitId: "data-engineer",
        level: "mid",
        title: "Data engineer",
        location: "",
        description: "Ours.",
      },
    })
    await expect(stranger.client.openings.read({ params: { openingId: opening.id } })).rejects.toEqual(
      problem("not_found"),
    )
    await expect(stranger.client.openings.board({ params: { openingId: opening.id } })).rejects.toEqual(
      problem("not_found"),
    )
    expect((await stranger.client.openings.list()).items).toEqual([])
  })

  it("is closed to a session that isn't valid, and to roles that hire nobody", async () => {
    const opening = await manager.client.openings.create({
      body: { kitId: "data-engineer", level: "mid", title: "Closed", location: "", description: "Ours." },
    })
    const member = await t.person("Mia Berg", ["member"])
    const ask = async (cookie: string, id = opening.id) =>
      (await t.fetch(`/api/openings/${id}`, { headers: { cookie } })).status
    expect(await ask(manager.cookie)).toBe(200)
    expect(await ask("")).toBe(401)
    expect(await ask("backfill-session=invented")).toBe(401)
    expect(await ask("backfill-session=invented", "no-id")).toBe(401)
    expect(await ask(manager.cookie, "no-id")).toBe(404)
    expect(await ask(member.cookie)).toBe(403)
    t.setTime(new Date(Date.now() + 2 * 86_400_000))
    expect(await ask(manager.cookie)).toBe(401)
    t.setTime(undefined)
  })

  it("happens once for a repeated request", async () => {
    const body = {
      kitId: "data-engineer",
      level: "mid" as const,
      title: "Twice",
      location: "",
      description: "Ours.",
    }
    const [first, second] = await Promise.all([
      manager.client.openings.create({ body, key: "twice" }),
      manager.client.openings.create({ body, key: "twice" }),
    ])
    expect(second.id).toBe(first.id)
  })

  it("needs a kit that is there", async () => {
    await expect(
      manager.client.openings.create({
        body: { kitId: "no-such-kit", level: "mid", title: "X", location: "", description: "Y" },
      }),
    ).rejects.toEqual(problem("not_found"))
  })
})

describe("the team", () => {
  it("takes people with the role only, and names those without", async () => {
    const opening = await manager.client.openings.create({
      body: { kitId: "data-engineer", level: "mid", title: "Team", location: "", description: "Ours." },
    })
    const params = { openingId: opening.id }
    const wrong = manager.client.openings.saveTeam({
      params,
      body: {
        recruiters: [manager.id],
        hiringManagers: [manager.id],
        interviewers: [],
        version: opening.version,
      },
    })
    await expect(wrong).rejects.toSatisfy(
      (error) => error instanceof ApiProblem && error.problem.errors?.[0]?.path === "body.recruiters.0",
    )
    const saved = await manager.client.openings.saveTeam({
      params,
      body: {
        recruiters: [recruiter.id],
        hiringManagers: [manager.id],
        interviewers: [manager.id],
        version: opening.version,
      },
    })
    expect(saved.team.recruiters.map((one) => one.name)).toEqual(["Tomas Lind"])
    await expect(
      manager.client.openings.saveTeam({
        params,
        body: { recruiters: [], hiringManagers: [], interviewers: [], version: opening.version },
      }),
    ).rejects.toEqual(problem("stale_version"))
    expect((await recruiter.client.openings.read({ params })).id).toBe(opening.id)
  })
})

describe("the plan", () => {
  it("is versioned with what changed, and refuses a stale writer", async () => {
    const opening = await manager.client.openings.create({
      body: { kitId: "data-engineer", level: "mid", title: "Plan", location: "", description: "Ours." },
    })
    const params = { openingId: opening.id }
    const { plan, planVersion } = await manager.client.openings.plan({ params })
    const round = plan.stages[3]?.rounds[0]
    if (round) round.interviewers = [manager.id]
    const saved = await manager.client.openings.savePlan({ params, body: { plan, planVersion } })
    expect(saved.planVersion).toBe(2)
    expect(saved.history[0]?.changes).toEqual([`${round?.title}: Ines Baptista will interview.`])
    expect(
      (await manager.client.openings.savePlan({ params, body: { plan, planVersion: 2 } })).planVersion,
    ).toBe(2)
    await expect(
      manager.client.openings.savePlan({ params, body: { plan, planVersion: 1 } }),
    ).rejects.toEqual(problem("stale_version"))
    if (round) round.interviewers = ["00000000-0000-4000-8000-000000000000"]
    await expect(
      manager.client.openings.savePlan({ params, body: { plan, planVersion: 2 } }),
    ).rejects.toEqual(problem("invalid_request"))
  })

  it("needs a reason once an interview is scheduled, and then leaves the interviewed with theirs", async () => {
    const role = await openRole(t, { manager, recruiter, raters: [manager] })
    await t.client().publicPages.apply({ params: { slug: role.slug }, body: submission("Mirela Stan") })
    const early = (await manager.client.openings.board({ params: { openingId: role.openingId } })).columns[1]
      ?.cards[0]
    expect(early).toMatchObject({ blind: true, nextStep: "Read the résumé", awaited: ["Ines Baptista"] })
    const params = { openingId: role.openingId }
    const view = await manager.client.openings.plan({ params })
    view.plan.weights = Object.fromEntries(
      Object.entries(view.plan.weights).map(([id], index) => [id, index === 0 ? 100 : 0]),
    )
    const followed = await manager.client.openings.savePlan({
      params,
      body: { plan: view.plan, planVersion: view.planVersion },
    })
    const { gates } = await manager.client.applications.read({
      params: { applicationId: early?.applicationId ?? "" },
    })
    await manager.client.applications.schedule({
      params: { applicationId: early?.applicationId ?? "" },
      body: {
        roundId: gates[0]?.roundsToSchedule[0]?.roundId ?? "",
        startsAt: "2026-12-01T10:00:00Z",
        timeZone: "Europe/Amsterdam",
        where: "Video",
        interviewers: [manager.id],
      },
    })
    expect((await manager.client.openings.read({ params })).planLocked).toBe(true)
    view.plan.weights = Object.fromEntries(
      Object.keys(view.plan.weights).map((id, index) => [id, index === 1 ? 100 : 0]),
    )
    await expect(
      manager.client.openings.savePlan({
        params,
        body: { plan: view.plan, planVersion: followed.planVersion },
      }),
    ).rejects.toEqual(problem("plan_locked"))
    const later = await manager.client.openings.savePlan({
      params,
      body: { plan: view.plan, planVersion: followed.planVersion, reason: "The kit's weights didn't fit." },
    })
    expect(later.history[0]).toMatchObject({
      reason: "The kit's weights didn't fit.",
      planVersion: followed.planVersion + 1,
    })
    const { items } = await recruiter.client.applications.story({
      params: { applicationId: early?.applicationId ?? "" },
      query: {},
    })
    expect(items.filter((entry) => entry.kind === "plan-changed")).toHaveLength(1)
  })
})
