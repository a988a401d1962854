import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { criteriaOf } from "./criteria.ts"
import { refusal } from "../../platform/testing/refusal.ts"
import { type Applied, OFFER, type Scene, SCREEN, startScene, TALKS } from "./scene.test-data.ts"

let s: Scene
beforeAll(async () => {
  s = await startScene()
})
afterAll(() => s.close())

/** Two raters, neither of whose cards will come. */
async function givenUp(): Promise<Applied> {
  const application = await s.apply(TALKS)
  const interviewId = await application.hold({}, s.amara, s.henrik)
  for (const [rater, reason] of [
    [s.amara, "Left the company."],
    [s.henrik, "Ill for three weeks"],
  ] as const)
    await s.manager.client.applications.waiveCard({
      params: { interviewId },
      body: { raterId: rater.id, reason },
    })
  return application
}
const BECAUSE =
  "none will come from Amara Diallo (“Left the company”) and Henrik Solberg (“Ill for three weeks”)"

describe("a stage whose every scorecard was given up", () => {
  it("is decided on the plan's criteria with reasons alone, and says so wherever it is read", async () => {
    const application = await givenUp()
    const params = { applicationId: application.id, stageIndex: TALKS }
    const waiting = await s.manager.client.applications.read({ params: { applicationId: application.id } })
    expect(waiting.gates.find((gate) => gate.stageIndex === TALKS)).toMatchObject({
      state: "ready",
      awaited: [{ person: { id: s.manager.id }, what: "Open the debrief" }],
    })
    const debrief = await s.manager.client.debriefs.open({
      params,
      body: { version: await application.version() },
    })
    expect(debrief).toMatchObject({
      headline: "Nobody rated this",
      withoutScorecards: BECAUSE,
      raters: [],
      choices: ["advance", "stop", "hold"],
    })
    const asked = s.plan.stages[TALKS]?.rounds.flatMap(({ items }) => items.flatMap((i) => i.competencies))
    expect(debrief.rows.map((row) => row.competencyId).toSorted()).toEqual([...new Set(asked)].toSorted())
    expect(debrief.rows.every(({ ratings, mean }) => ratings.length === 0 && mean === null)).toBe(true)

    const decide = async (reasons: { competencyId: string; reason: string; evidence: [] }[]) =>
      s.manager.client.debriefs.decide({
        params,
        body: {
          choice: "advance",
          summary: "Goes on.",
          reasons,
          supersedes: null,
          version: await application.version(),
        },
      })
    expect(await refusal(decide([]))).toBe("invalid_request")
    expect(await refusal(decide([{ competencyId: "charm", reason: "Nice.", evidence: [] }]))).toBe(
      "invalid_request",
    )
    const made = await decide([
      { competencyId: "pipelines", reason: "The first talk went deep enough.", evidence: [] },
    ])
    expect(made.withoutScorecards).toBe(BECAUSE)
    expect((await s.manager.client.debriefs.read({ params })).decisions[0]?.withoutScorecards).toBe(BECAUSE)

    const words = `Nobody rated this; decided without scorecards because ${BECAUSE}`
    const file = await s.t.fetch(`/api/decisions/${made.id}/export`, {
      headers: { cookie: s.manager.cookie },
    })
    const page = await file.text()
    expect(page.split(words).length - 1, "at its head and in its story").toBe(2)
    const told = async (person: typeof s.manager) =>
      (
        await person.client.applications.story({ params: { applicationId: application.id }, query: {} })
      ).items.map((entry) => entry.title)
    expect(await told(s.manager)).toContain(words)
    expect((await told(s.amara)).join()).not.toContain("without scorecards")

    const offer = await s.manager.client.debriefs.read({
      params: { applicationId: application.id, stageIndex: OFFER },
    })
    expect(offer).toMatchObject({ withoutScorecards: BECAUSE, choices: ["offer", "no-offer"] })
    expect(offer.rows.length).toBeGreaterThan(debrief.rows.length - 1)
  })
})

describe("what a stage is decided on", () => {
  const asked = (index: number, kind: string, rounds = true) => {
    const { kit, plan } = s
    const stages = plan.stages.map((stage) => (rounds ? stage : { ...stage, rounds: [] }))
    return [...criteriaOf({ plan: { ...plan, stages }, kit, stage: { index, kind }, cards: [] })].toSorted()
  }

  it("is what its own rounds ask, the résumé's criteria where it screens, and everything at the offer", () => {
    const criteria = s.kit.resumeCriteria.map(({ id }) => id)
    const all = s.kit.competencies.map(({ id }) => id)
    expect(asked(SCREEN, "screen")).toEqual([...criteria, "ownership"].toSorted())
    expect(asked(OFFER, "offer")).toEqual([...criteria, ...all].toSorted())
  })

  it("is every weighted competency where the plan has nobody rate", () => {
    expect(asked(TALKS, "interviews", false)).toEqual(s.kit.competencies.map(({ id }) => id).toSorted())
  })
})
