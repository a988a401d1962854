import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { decisions, interviewRaters } from "../../platform/database/schema/hiring.ts"
import type { Letter } from "../../platform/mail.ts"
import { refusal } from "../../platform/testing/refusal.ts"
import {
  type Applied,
  cite,
  OFFER,
  rate,
  type Scene,
  SCREEN,
  startScene,
  submitCard,
  TALKS,
} from "./scene.test-data.ts"

let s: Scene
beforeAll(async () => {
  s = await startScene()
})
afterAll(() => s.close())

async function twoCards() {
  const application = await s.apply(TALKS)
  const interviewId = await application.hold({}, s.amara, s.henrik)
  const notes = {
    amara: await submitCard(s.amara, interviewId, 5),
    henrik: await submitCard(s.henrik, interviewId, 2, "asks what had been written"),
  }
  return { application, interviewId, notes, at: { applicationId: application.id, stageIndex: TALKS } }
}
const open = async (application: Applied, stageIndex: number, person = s.manager) =>
  person.client.debriefs.open({
    params: { applicationId: application.id, stageIndex },
    body: { version: await application.version() },
  })
const because = (ref: string) => [
  { competencyId: "pipelines", reason: "Would not double a row.", evidence: [cite(ref)] },
]

describe("opening", () => {
  it("waits for every card, or for the reason why one won't come", async () => {
    const application = await s.apply(TALKS)
    const interviewId = await application.hold({}, s.amara, s.henrik)
    await submitCard(s.amara, interviewId, 4)
    expect(await refusal(open(application, TALKS))).toBe("cards_missing")
    await s.t.app.db.hiring
      .update(interviewRaters)
      .set({ waivedReason: "Ill for three weeks", waivedBy: s.manager.id })
      .where(eq(interviewRaters.accountId, s.henrik.id))
    const debrief = await open(application, TALKS)
    expect(debrief.waivers).toEqual([
      {
        rater: { id: s.henrik.id, name: "Henrik Solberg" },
        roundTitle: "Engineering talk",
        reason: "Ill for three weeks",
      },
    ])
    expect(await refusal(submitCard(s.henrik, interviewId, 1))).toBe("wrong_state")
    expect(await refusal(open(application, TALKS))).toBe("wrong_state")
    await s.t.app.db.hiring.update(interviewRaters).set({ waivedReason: null })
  })

  it("is for those who handle the opening, once, on the version they read", async () => {
    const { application, at } = await twoCards()
    const body = { version: await application.version() }
    expect(await refusal(s.amara.client.debriefs.open({ params: at, body }))).toBe("not_allowed")
    expect(await refusal(s.stranger.client.debriefs.open({ params: at, body }))).toBe("not_found")
    const both = await Promise.all(
      [s.manager, s.recruiter].map((person) => refusal(person.client.debriefs.open({ params: at, body }))),
    )
    expect(both.sort()).toEqual(["done", "stale_version"])
  })
})

describe("reading", () => {
  it("shows each score with its anchor, evidence and the note as written, to the panel of the stage", async () => {
    const { application, interviewId, at, notes } = await twoCards()
    await open(application, TALKS)
    const debrief = await s.henrik.client.debriefs.read({ params: at })
    expect(debrief.headline).toContain("Henrik 2")
    expect(debrief.candidate).toBe("Mirela Stoica")
    const row = debrief.rows[0]
    expect(row).toMatchObject({ competencyId: "pipelines", range: 3, mean: 3.5, weight: 50 })
    const amara = row?.ratings.find((rating) => rating.raterId === s.amara.id)
    expect(amara).toMatchObject({
      score: 5,
      interviewId,
      evidence: [{ ref: notes.amara.id, quote: notes.amara.text, atSeconds: 120 }],
    })
    expect(amara?.anchor).toBe(s.kit.questions.find((question) => question.id === "rerun-a-load")?.anchors[5])
    expect(debrief.composite.value).toBeNull()
    expect(debrief.composite.missing).toHaveLength(2)
    expect([debrief.canDecide, debrief.choices]).toEqual([false, []])
    expect((await s.manager.client.debriefs.read({ params: at })).choices).toEqual([
      "advance",
      "stop",
      "hold",
    ])
    for (const person of [s.bystander, s.stranger])
      expect(await refusal(person.client.debriefs.read({ params: at }))).toBe("not_found")
  })

  it("keeps both scores when one changes afterwards", async () => {
    const { application, interviewId, at, notes } = await twoCards()
    await open(application, TALKS)
    await s.henrik.client.interviews.amendScorecard({
      params: { interviewId },
      body: {
        ratings: [rate(4, cite(notes.henrik.id))],
        recommendation: "yes",
        reason: "Convinced.",
        why: "Heard the quote",
        version: 1,
      },
    })
    const row = (await s.manager.client.debriefs.read({ params: at })).rows[0]
    expect(row?.cells.find((cell) => cell.raterId === s.henrik.id)).toEqual({
      raterId: s.henrik.id,
      score: 4,
      sinceOpening: { kind: "changed", from: 2 },
    })
    expect(row?.cells.find((cell) => cell.raterId === s.amara.id)?.sinceOpening).toEqual({
      kind: "unchanged",
    })
    expect(row?.ratings.map((rating) => rating.sinceOpening.kind).toSorted()).toEqual([
      "changed",
      "unchanged",
    ])
    expect(row?.mean).toBe(4.5)
    const card = await s.henrik.client.interviews.scorecard({ params: { interviewId } })
    expect(card.amendments[0]?.phase).toBe("after-debrief")
  })
})

describe("scores since the opening", () => {
  it("tell a score that came later from one that was taken back", async () => {
    const { application, interviewId, at, notes } = await twoCards()
    await open(application, TALKS)
    const amend = async (itemId: string, version: number) =>
      s.henrik.client.interviews.amendScorecard({
        params: { interviewId },
        body: {
          ratings: [{ ...rate(3, cite(notes.henrik.id)), itemId }],
          recommendation: "no",
          reason: "It shows.",
          why: "Scored the wrong question",
          version,
        },
      })
    await amend("grain-of-a-table", 1)
    const { rows } = await s.manager.client.debriefs.read({ params: at })
    const his = rows.flatMap(({ ratings }) => ratings).filter(({ raterId }) => raterId === s.henrik.id)
    const since = (itemId: string) => his.find((rating) => rating.itemId === itemId)
    expect(since("rerun-a-load")).toMatchObject({
      score: null,
      sinceOpening: { kind: "changed", from: 2 },
    })
    expect(since("grain-of-a-table")).toMatchObject({
      score: 3,
      sinceOpening: { kind: "changed", from: null },
    })
  })
})

describe("deciding", () => {
  it("needs reasons with evidence the debrief shows, is made once, and is only superseded", async () => {
    const { application, at, notes } = await twoCards()
    await open(application, TALKS)
    const decide = async (over: object = {}, key?: string) =>
      s.manager.client.debriefs.decide({
        params: at,
        key,
        body: {
          choice: "hold" as const,
          summary: "",
          reasons: because(notes.amara.id),
          supersedes: null,
          version: await application.version(),
          ...over,
        },
      })
    expect(await refusal(decide({ reasons: [] }))).toBe("invalid_request")
    expect(await refusal(decide({ reasons: because(randomUUID()) }))).toBe("invalid_request")
    const bare = (competencyId: string) => ({ competencyId, reason: "Said so.", evidence: [] })
    expect(await refusal(decide({ reasons: [bare("pipelines")] }))).toBe("evidence_missing")
    expect(await refusal(decide({ reasons: [bare("ownership")] }))).toBe("evidence_missing")
    expect(
      await refusal(decide({ reasons: [{ ...because(notes.amara.id)[0], competencyId: "charm" }] })),
    ).toBe("invalid_request")
    expect(await refusal(decide({ choice: "offer" }))).toBe("invalid_request")
    expect(await refusal(decide({ version: 1 }))).toBe("stale_version")
    const version = await application.version()
    const [one, two] = await Promise.all([decide({ version }, "same-key"), decide({ version }, "same-key")])
    expect(one).toEqual(two)
    expect(await refusal(decide())).toBe("wrong_state")
    const final = await decide({ choice: "advance", supersedes: one.id })
    const [first, second] = (await s.manager.client.debriefs.read({ params: at })).decisions
    expect(first).toMatchObject({
      choice: "hold",
      supersededBy: final.id,
      reasons: [{ competencyId: "pipelines", evidence: [{ quote: notes.amara.text }] }],
    })
    expect(second).toMatchObject({ choice: "advance", supersedes: one.id, supersededBy: null })
  })

  it("leads past the last gate to the offer, which sees all cards", async () => {
    const { application, at, notes } = await twoCards()
    const offer = { applicationId: application.id, stageIndex: OFFER }
    expect(await refusal(s.manager.client.debriefs.read({ params: offer }))).toBe("sealed")
    await open(application, TALKS)
    await s.manager.client.debriefs.decide({
      params: at,
      body: {
        choice: "advance",
        summary: "",
        reasons: because(notes.amara.id),
        supersedes: null,
        version: await application.version(),
      },
    })
    const debrief = await s.manager.client.debriefs.read({ params: offer })
    expect(debrief.choices).toEqual(["offer", "no-offer"])
    expect(debrief.rows[0]?.ratings).toHaveLength(2)
    expect(await refusal(s.amara.client.debriefs.read({ params: offer }))).toBe("not_found")
    await s.manager.client.debriefs.decide({
      params: offer,
      body: {
        choice: "offer",
        summary: "Welcome",
        reasons: because(notes.amara.id),
        supersedes: null,
        version: await application.version(),
      },
    })
    expect((await s.manager.client.debriefs.read({ params: offer })).decisions.map((d) => d.choice)).toEqual([
      "offer",
    ])
  })

  it("keeps the ground it was made on, and exports it to its readers only", async () => {
    const { application, at, interviewId, notes } = await twoCards()
    await open(application, TALKS)
    const { id } = await s.manager.client.debriefs.decide({
      params: at,
      body: {
        choice: "stop",
        summary: "Not <b>now</b>",
        reasons: because(notes.henrik.id),
        supersedes: null,
        version: await application.version(),
      },
    })
    await s.henrik.client.interviews.amendScorecard({
      params: { interviewId },
      body: {
        ratings: [rate(4, cite(notes.henrik.id))],
        recommendation: "yes",
        reason: "Convinced.",
        why: "Too late",
        version: 1,
      },
    })
    const get = async (cookie: string) => s.t.fetch(`/api/decisions/${id}/export`, { headers: { cookie } })
    const answer = await get(s.henrik.cookie)
    expect(answer.headers.get("content-disposition")).toContain("attachment")
    const page = await answer.text()
    for (const words of [
      "Not &lt;b&gt;now&lt;/b&gt;",
      "Mirela Stoica",
      notes.henrik.text,
      "Would not double a row.",
    ])
      expect(page, words).toContain(words)
    expect(page).not.toContain("Convinced.")
    for (const person of [s.bystander, s.stranger]) expect((await get(person.cookie)).status).toBe(404)
    expect(
      (await s.t.fetch(`/api/decisions/${id}/export`, { headers: { cookie: application.candidateCookie } }))
        .status,
    ).toBe(401)
    const [row] = await s.t.app.db.hiring.select().from(decisions).where(eq(decisions.id, id))
    expect(row?.snapshot).toHaveProperty("debrief.rows.0.mean", 3.5)
  })

  it("writes to the candidate once for each outcome, plainly, and not about a hold", async () => {
    const { application, at, notes } = await twoCards()
    await open(application, TALKS)
    const letters: Letter[] = []
    s.t.app.mail = { available: true, send: async (letter) => void letters.push(letter) }
    const decide = async (choice: "hold" | "stop", supersedes: string | null, key: string, version: number) =>
      s.manager.client.debriefs.decide({
        params: at,
        key,
        body: { choice, summary: "Secret summary", reasons: because(notes.amara.id), supersedes, version },
      })
    const hold = await decide("hold", null, "a", await application.version())
    const version = await application.version()
    const stop = await decide("stop", hold.id, "b", version)
    await decide("stop", hold.id, "b", version)
    await decide("stop", stop.id, "c", await application.version())
    s.t.app.mail = { available: false, send: async () => undefined }
    expect(letters.map((letter) => letter.to)).toEqual([expect.stringContaining("@stoica.example")])
    expect(letters[0]?.text).toContain("decided not to go on")
    expect(JSON.stringify(letters)).not.toMatch(/secret|double a row|partition|amara|henrik/i)
  })

  it("keeps a screened-out name closed to those who read blind, in the debrief and its export", async () => {
    const application = await s.apply(SCREEN)
    const interviewId = await application.hold(
      { kind: "screen", roundId: "resume-screen", title: "Résumé", startsAt: null },
      s.amara,
    )
    const talk = await application.hold({}, s.henrik)
    const { criteria, text } = await s.amara.client.screening.read({ params: { interviewId } })
    const itemId = criteria[0]?.id ?? ""
    expect(text.length).toBeGreaterThan(20)
    const card = await s.amara.client.interviews.submitScorecard({
      params: { interviewId },
      body: {
        ratings: [{ itemId, score: 2, evidence: [cite("0-20", "resume")], comment: "" }],
        recommendation: "no",
        reason: "Too little.",
        version: 0,
      },
    })
    await s.henrik.client.interviews.submitScorecard({
      params: { interviewId: talk },
      body: { ratings: [], recommendation: "no_decision", reason: "Didn't take place.", version: 0 },
    })
    await open(application, SCREEN, s.recruiter)
    const at = { applicationId: application.id, stageIndex: SCREEN }
    const [cited] = card.ratings[0]?.evidence ?? []
    const decision = await s.recruiter.client.debriefs.decide({
      params: at,
      body: {
        choice: "stop",
        summary: "",
        reasons: [{ competencyId: itemId, reason: "Too little of it.", evidence: cited ? [cited] : [] }],
        supersedes: null,
        version: await application.version(),
      },
    })
    const debrief = await s.amara.client.debriefs.read({ params: at })
    expect(debrief.candidate).toBe("Candidate 7")
    const page = await (
      await s.t.fetch(`/api/decisions/${decision.id}/export`, { headers: { cookie: s.amara.cookie } })
    ).text()
    expect(page).toContain("Too little of it.")
    expect(page).not.toMatch(/mirela|stoica/i)
    expect(
      await (
        await s.t.fetch(`/api/decisions/${decision.id}/export`, { headers: { cookie: s.recruiter.cookie } })
      ).text(),
    ).toContain("Mirela Stoica")
  })
})
