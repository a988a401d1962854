import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { auditPayloads } from "../../platform/database/schema/platform.ts"
import { refusal } from "../../platform/testing/refusal.ts"
import {
  type Applied,
  cite,
  note,
  rate,
  RESUME,
  type Scene,
  SCREEN,
  startScene,
  submitCard,
  TALKS,
} from "../debriefs/scene.test-data.ts"

let s: Scene
let application: Applied
let interviewId: string
beforeAll(async () => {
  s = await startScene()
})
afterAll(() => s.close())

async function newRound() {
  application = await s.apply(TALKS)
  interviewId = await application.hold({}, s.amara, s.henrik)
  return { interviewId }
}

describe("a scorecard", () => {
  it("is for its rater alone until the debrief, whatever the role of who asks", async () => {
    const params = await newRound()
    await submitCard(s.amara, interviewId, 5)
    expect((await s.amara.client.interviews.scorecard({ params })).state).toBe("submitted")
    expect((await s.henrik.client.interviews.scorecard({ params })).ratings).toEqual([])
    for (const person of [s.owner, s.recruiter, s.manager, s.bystander, s.stranger])
      expect(await refusal(person.client.interviews.scorecard({ params }))).toBe("not_found")
    for (const person of [s.owner, s.manager, s.henrik])
      expect(
        await refusal(
          person.client.debriefs.read({ params: { applicationId: application.id, stageIndex: TALKS } }),
        ),
      ).toBe("sealed")
    const payloads = await s.t.app.db.hiring.select().from(auditPayloads)
    expect(
      payloads.filter((row) => JSON.stringify(row.payload).includes("It shows.")).every((row) => row.sealed),
    ).toBe(true)
  })

  it("is saved as a draft under the version read, and a repeated save is no quarrel", async () => {
    const params = await newRound()
    const draft = { ratings: [rate(3)], recommendation: null, reason: "" }
    const save = (version: number, reason = "") =>
      s.amara.client.interviews.saveScorecard({ params, body: { ...draft, reason, version } })
    expect((await save(0)).version).toBe(1)
    expect((await save(0)).version).toBe(1)
    expect(await refusal(save(0, "another"))).toBe("stale_version")
    expect((await save(1, "another")).version).toBe(2)
  })

  it("is submitted once: again is the same answer, other content a problem", async () => {
    const params = await newRound()
    const written = note()
    await s.amara.client.interviews.sync({ params, body: { notes: [written], events: [] } })
    const body = {
      ratings: [rate(4, cite(written.id), cite("rerun-a-load:+2", "tick"))],
      recommendation: "yes" as const,
      reason: "It shows.",
      version: 0,
    }
    const [one, two] = await Promise.all([
      s.amara.client.interviews.submitScorecard({ params, body }),
      s.amara.client.interviews.submitScorecard({ params, body }),
    ])
    expect(one).toEqual(two)
    expect(one.ratings[0]?.evidence.map((e) => e.quote)).toEqual([
      "+2 deletes the partition first",
      "Names a key or partition that makes the load repeatable",
    ])
    expect(
      await refusal(
        s.amara.client.interviews.submitScorecard({ params, body: { ...body, reason: "Other" } }),
      ),
    ).toBe("wrong_state")
    expect(
      await refusal(s.amara.client.interviews.saveScorecard({ params, body: { ...body, version: 1 } })),
    ).toBe("wrong_state")
  })

  it("rests on evidence of one's own", async () => {
    const params = await newRound()
    const theirs = note()
    await s.henrik.client.interviews.sync({ params, body: { notes: [theirs], events: [] } })
    const submit = (...evidence: ReturnType<typeof cite>[]) =>
      refusal(
        s.amara.client.interviews.submitScorecard({
          params,
          body: { ratings: [rate(4, ...evidence)], recommendation: "yes", reason: "It shows.", version: 0 },
        }),
      )
    expect(await submit()).toBe("evidence_missing")
    expect(await submit(cite(theirs.id))).toBe("invalid_request")
    expect(await submit(cite("rerun-a-load:+2", "tick"))).toBe("invalid_request")
  })

  it("keeps the original when amended", async () => {
    const params = await newRound()
    const written = await submitCard(s.amara, interviewId, 4)
    const amend = {
      ratings: [rate(2, cite(written.id))],
      recommendation: "no" as const,
      reason: "On reflection.",
      why: "Misread the anchor",
      version: 1,
    }
    expect(await refusal(s.henrik.client.interviews.amendScorecard({ params, body: amend }))).toBe(
      "wrong_state",
    )
    const card = await s.amara.client.interviews.amendScorecard({ params, body: amend })
    const again = await s.amara.client.interviews.amendScorecard({ params, body: amend })
    expect(again.amendments).toHaveLength(1)
    expect(card.ratings[0]?.score).toBe(2)
    expect(card.amendments[0]).toMatchObject({
      reason: "Misread the anchor",
      phase: "before-debrief",
      recommendationBefore: "yes",
      before: [{ score: 4 }],
    })
  })
})

describe("a résumé screen", () => {
  it("shows redacted text and the alias, and takes cards that cite it", async () => {
    const screened = await s.apply(SCREEN)
    const screen = await screened.hold(
      { kind: "screen", roundId: "resume-screen", title: "Résumé", startsAt: null },
      s.amara,
      s.henrik,
    )
    const params = { interviewId: screen }
    const page = await s.amara.client.screening.read({ params })
    expect(JSON.stringify(page)).not.toMatch(/mirela|stoica/i)
    expect(page).toMatchObject({ alias: "Candidate 7", position: 1, total: 1, nextInterviewId: null })
    expect(page.redactions.map(({ start, end }) => page.text.slice(start, end))).toContain("[name]")
    expect(RESUME).toContain("Mirela")
    const queue = await s.amara.client.screening.queue()
    expect(JSON.stringify(queue)).not.toMatch(/mirela/i)
    expect(queue.items.map((item) => item.interviewId)).toContain(screen)
    const mine = (await s.amara.client.interviews.mine()).items.find((item) => item.id === screen)
    expect(mine?.candidate).toBe("Candidate 7")
    expect(mine?.raters.map((rater) => rater.person.name)).toEqual(["Amara Diallo"])
    for (const person of [s.bystander, s.stranger, s.manager])
      expect(await refusal(person.client.screening.read({ params }))).toBe("not_found")

    const at = page.text.indexOf("nightly load")
    const evidence = [cite(`${at}-${at + 12}`, "resume")]
    const card = await s.amara.client.interviews.submitScorecard({
      params,
      body: {
        ratings: [{ itemId: page.criteria[0]?.id ?? "", score: 4, evidence, comment: "" }],
        recommendation: "yes",
        reason: "Ran it.",
        version: 0,
      },
    })
    expect(card.ratings[0]?.evidence[0]?.quote).toBe("nightly load")
    expect(
      (await s.amara.client.screening.queue()).items.find((item) => item.interviewId === screen)?.mine,
    ).toBe("submitted")
  })
})
