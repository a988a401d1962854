import type { Attempt, CardEvidence } from "@backfill/contract"
import { formatEvidence } from "@backfill/core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { refusal } from "../../platform/testing/refusal.ts"
import { type Applied, cite, type Scene, SCREEN, startScene, TALKS } from "../debriefs/scene.test-data.ts"

const EXERCISE = "late-orders"
const WORK = "Mirela Stoica, design\nOrders count on the day they were sold.\nFinance hears of each change."
const PASSAGE = "Orders count on the day they were sold."

let s: Scene
beforeAll(async () => {
  s = await startScene()
})
afterAll(() => s.close())

/** Gives the exercise to someone and hands it in for them: a text with their name in it, and a file. */
async function handIn(application: Applied): Promise<void> {
  const given = await s.recruiter.client.attempts.schedule({
    params: { applicationId: application.id },
    body: { exerciseId: EXERCISE, availableFrom: null },
  })
  const params = { attemptId: given.id }
  const { candidate } = s.t.client(application.candidateCookie)
  const { version } = await candidate.startAttempt({ params, body: {} })
  await candidate.saveAttempt({ params, body: { text: WORK, version } })
  const work = await candidate.uploadToAttempt({
    params,
    query: { name: "Mirela Stoica sketch.pdf" },
    upload: "a sketch",
  })
  await candidate.submitAttempt({ params, body: { version: work.version } })
}
async function readBy(person: Scene["owner"], application: Applied): Promise<Attempt> {
  const { items } = await person.client.attempts.list({ params: { applicationId: application.id } })
  const [attempt] = items
  if (!attempt) throw new Error("no attempt")
  return attempt
}
/** A passage as a page cites it, out of the attempt as its reader was given it. */
function passageOf({ id, text, textArtifact, textDigest }: Attempt, words: string): CardEvidence {
  const start = text.indexOf(words)
  const ref = formatEvidence({
    attempt: id,
    artifact: textArtifact,
    digest: textDigest,
    selector: { kind: "text", start, end: start + words.length },
  })
  return { kind: "attempt", ref, quote: words }
}
const wholeFile = ({ id, files: [file] }: Attempt): CardEvidence => ({
  kind: "attempt",
  ref: formatEvidence({
    attempt: id,
    artifact: file?.id ?? "none",
    digest: file?.digest ?? "",
    selector: { kind: "whole" },
  }),
  quote: "whatever the rater wrote",
})
const submit = (person: Scene["owner"], interviewId: string, evidence: CardEvidence[]) =>
  person.client.interviews.submitScorecard({
    params: { interviewId },
    body: {
      ratings: [{ itemId: EXERCISE, score: 4, evidence, comment: "" }],
      recommendation: "yes",
      reason: "It holds.",
      version: 0,
    },
  })

describe("a part of an exercise on a scorecard", () => {
  it("is quoted from the hand-in, and stands within its words in the debrief and the decision's file", async () => {
    const application = await s.apply(TALKS)
    await handIn(application)
    const interviewId = await application.hold({}, s.amara)
    const attempt = await readBy(s.amara, application)
    const passage = passageOf(attempt, PASSAGE)
    for (const wrong of [
      passage.ref.replace(/#.*/, "#text=0-9999"),
      passage.ref.replace("/text@", "/text-redacted@"),
      passage.ref.replace(attempt.id, application.id),
    ])
      expect(await refusal(submit(s.amara, interviewId, [cite(wrong, "attempt")])), wrong).toBe(
        "invalid_request",
      )
    const card = await submit(s.amara, interviewId, [
      { ...passage, quote: "never written" },
      wholeFile(attempt),
    ])
    expect(card.ratings[0]?.evidence.map(({ quote }) => quote)).toEqual([PASSAGE, "Mirela Stoica sketch.pdf"])

    const params = { applicationId: application.id, stageIndex: TALKS }
    const debrief = await s.manager.client.debriefs.open({
      params,
      body: { version: await application.version() },
    })
    const [rating] = debrief.rows.flatMap(({ ratings }) => ratings)
    const exercise = s.kit.exercises.find(({ id }) => id === EXERCISE)
    const title = exercise?.title
    const code = exercise?.type === "coding-test"
    expect(rating?.evidence.map(({ source }) => source)).toEqual([
      {
        kind: "text",
        title,
        code,
        before: "Mirela Stoica, design\n",
        after: "\nFinance hears of each change.",
      },
      {
        kind: "file",
        title,
        attemptId: attempt.id,
        fileId: attempt.files[0]?.id,
        name: "Mirela Stoica sketch.pdf",
      },
    ])
    const decision = await s.manager.client.debriefs.decide({
      params,
      body: {
        choice: "advance",
        summary: "",
        reasons: [{ competencyId: "pipelines", reason: "Counts by event time.", evidence: [passage] }],
        supersedes: null,
        version: await application.version(),
      },
    })
    expect(decision.reasons[0]?.evidence).toEqual([passage])
    const file = await s.t.fetch(`/api/decisions/${decision.id}/export`, {
      headers: { cookie: s.manager.cookie },
    })
    expect(await file.text()).toContain(
      `Mirela Stoica, design\n<mark>${PASSAGE}</mark>\nFinance hears of each change.`,
    )
  })
})

describe("hand-ins, while the name is closed", () => {
  it("are read and cited without what tells who wrote them, and quoted so to whoever is still blind", async () => {
    const application = await s.apply(SCREEN)
    await handIn(application)
    const screen = await application.hold(
      { kind: "screen", roundId: "resume-screen", title: "Résumé", startsAt: null },
      s.amara,
    )
    const first = await application.hold({ roundId: "first-talk" }, s.amara)
    const talk = { roundId: "engineering-talk" }
    const interviewId = await application.hold(talk, s.henrik)
    const other = await application.hold(talk, s.recruiter)
    for (const person of [s.amara, s.henrik, s.manager]) {
      const blind = await readBy(person, application)
      expect(JSON.stringify(blind)).not.toMatch(/mirela|stoica/i)
      expect(blind).toMatchObject({ textArtifact: "text-redacted", files: [] })
      expect(blind.text).toContain(PASSAGE)
    }
    const named = await readBy(s.owner, application)
    expect(named).toMatchObject({ text: WORK, textArtifact: "text" })
    expect(named.files).toHaveLength(1)

    const blind = await readBy(s.henrik, application)
    const params = { attemptId: blind.id }
    const part = { selector: "text=0-6", quote: "Mirela" }
    expect(
      await refusal(s.henrik.client.attempts.cite({ params, body: { artifact: "text", ...part } })),
    ).toBe("invalid_request")
    const file = named.files[0]?.id ?? ""
    expect(await refusal(s.henrik.client.attempts.cite({ params, body: { artifact: file, ...part } }))).toBe(
      "invalid_request",
    )
    const start = blind.text.indexOf(PASSAGE)
    const cited = await s.henrik.client.attempts.cite({
      params,
      body: {
        artifact: "text-redacted",
        selector: `text=${start}-${start + PASSAGE.length}`,
        quote: PASSAGE,
      },
    })
    expect(cited.address).toBe(passageOf(blind, PASSAGE).ref)
    for (const closed of [passageOf(named, "Mirela Stoica"), wholeFile(named)])
      expect(await refusal(submit(s.henrik, interviewId, [closed]))).toBe("invalid_request")
    await submit(s.henrik, interviewId, [passageOf(blind, PASSAGE)])
    const open = [passageOf(named, "Mirela Stoica, design"), wholeFile(named)]
    await submit(s.recruiter, other, open)

    for (const empty of [screen, first])
      await s.amara.client.interviews.submitScorecard({
        params: { interviewId: empty },
        body: { ratings: [], recommendation: "no_decision", reason: "Too little.", version: 0 },
      })
    const at = { applicationId: application.id, stageIndex: SCREEN }
    const version = async () => ({ version: await application.version() })
    await s.recruiter.client.debriefs.open({ params: at, body: await version() })
    const { id } = await s.recruiter.client.debriefs.decide({
      params: at,
      body: {
        choice: "hold",
        summary: "",
        reasons: [{ competencyId: "pipelines", reason: "Sound.", evidence: open }],
        supersedes: null,
        ...(await version()),
      },
    })
    const page = async (person: Scene["owner"]) =>
      (await s.t.fetch(`/api/decisions/${id}/export`, { headers: { cookie: person.cookie } })).text()
    for (const person of [s.henrik, s.manager]) {
      const seen = JSON.stringify(await person.client.debriefs.read({ params: at }))
      expect(seen + (await page(person))).not.toMatch(/mirela|stoica/i)
      expect(seen).toContain(PASSAGE)
    }
    expect(await page(s.recruiter)).toContain("<mark>Mirela Stoica, design</mark>")
  })
})
