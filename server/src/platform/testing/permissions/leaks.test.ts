import type { Kit } from "@backfill/core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { identityOf } from "./columns.ts"
import { planOf } from "./opening-steps.ts"
import { decideGate, openGate, screenCard, verdict, WORK, words } from "./round-steps.ts"
import { candidateCookie } from "./sign-in.ts"
import { findings, letIn, readAll } from "./walk.ts"
import { buildWorld, type Case, type World } from "./world.ts"

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
afterAll(() => world.close())

/** Every sentence in something, however deep. A topic's name is one of the format's fixed words, and no secret. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value].filter((text) => text.includes(" "))
    : value !== null && typeof value === "object"
      ? Object.values(value).flatMap(textsIn)
      : []

/** What a kit says for panels only: how answers are judged, and what is disclosed on request. */
function judgement(kit: Kit): string[] {
  const anchors = (of: Kit["questions"][number]["anchors"]) => Object.values(of)
  const questions = kit.questions.flatMap((q) => [
    ...q.probes,
    ...q.indicators.positive,
    ...q.indicators.negative,
    ...anchors(q.anchors),
    ...Object.values(q.expectations).flatMap((e) => [e.expected, e.why]),
  ])
  const exercises = kit.exercises.flatMap((e) => [
    e.panelGuide ?? "",
    ...e.indicators.positive,
    ...e.indicators.negative,
    ...anchors(e.anchors),
    ...textsIn([e.simulation, e.design, e.drill, e.coding?.suppliedDraft]),
  ])
  const criteria = kit.resumeCriteria.flatMap((c) => [
    c.looksFor,
    ...Object.values(c.evidence),
    ...anchors(c.anchors),
  ])
  return [...questions, ...exercises, ...criteria].filter((text) => text.length >= 20)
}

const here = (): Case[] => [...Object.values(world.cases), world.other]
const raters = () => [world.people.rater, world.people.secondRater, world.people.otherInterviewer]
/** Everything raters wrote about anybody. */
const allWords = () =>
  here().flatMap(({ applicant }) =>
    raters().flatMap((rater) => [words(rater, applicant, "screen"), words(rater, applicant, "core")]),
  )

describe("a candidate, and whoever isn't signed in", () => {
  const callers = ["nobody", "draft", "sealed", "decided", "other"] as const
  it.each(callers)("reads nothing of how they are judged, nor of anybody else (%s)", async (who) => {
    const own = who === "nobody" ? undefined : who === "other" ? world.other : world.cases[who]
    const pages = await readAll(world, own && (await candidateCookie(world.t, own.applicationId)))
    expect(letIn(pages)).toEqual(
      expect.arrayContaining(
        own
          ? [
              "candidate.page",
              "candidate.download",
              "candidate.attempt",
              "system.events",
              "publicPages.opening",
            ]
          : ["publicPages.opening"],
      ),
    )
    const kit = await world.people.owner.client.kits.read({ params: { kitId: "data-engineer" } })
    const secrets = judgement(kit)
    expect(secrets.length).toBeGreaterThan(300)
    expect(findings(pages, secrets)).toEqual([])
    expect(findings(pages, allWords())).toEqual([])
    expect(
      findings(
        pages,
        here().map(({ applicant }) => verdict(applicant)),
      ),
    ).toEqual([])
    const others = here().filter((one) => one !== own)
    expect(
      findings(
        pages,
        others.flatMap((one) => [...identityOf(one), one.applicationId, one.applicant.reason]),
      ),
    ).toEqual([])
    expect(findings(pages, ["knockOut", "disqualify", "panelGuide", "indicators"])).toEqual([])
  })

  it("would be found out: a rater does read all of that", async () => {
    const pages = await readAll(world, world.people.rater.cookie)
    const kit = await world.people.owner.client.kits.read({ params: { kitId: "data-engineer" } })
    expect(findings(pages, judgement(kit)).length).toBeGreaterThan(300)
    expect(findings(pages, allWords()).length).toBeGreaterThan(2)
  })
})

describe("before the debrief", () => {
  /** What each rater wrote of cards that are still sealed. */
  const sealed = (author: { id: string }) => [
    words(author, world.cases.draft.applicant, "screen"),
    words(author, world.cases.sealed.applicant, "core"),
  ]

  it.each(["rater", "secondRater"] as const)(
    "the %s reads their own notes and cards, no one else's",
    async (who) => {
      const { rater, secondRater } = world.people
      const pages = await readAll(world, world.people[who].cookie)
      expect(findings(pages, sealed(who === "rater" ? secondRater : rater))).toEqual([])
      expect(findings(pages, sealed(world.people[who])).length).toBeGreaterThan(1)
    },
  )

  it.each([
    "teamInterviewer",
    "otherInterviewer",
    "recruiter",
    "otherRecruiter",
    "manager",
    "owner",
    "member",
  ] as const)("the %s reads none", async (who) => {
    const pages = (await readAll(world, world.people[who].cookie)).filter(
      ({ name }) => name !== "applications.accessExport",
    )
    expect(findings(pages, [...sealed(world.people.rater), ...sealed(world.people.secondRater)])).toEqual([])
  })

  it("and after it, those who decide do", async () => {
    const pages = await readAll(world, world.people.manager.cookie)
    expect(
      findings(pages, [words(world.people.secondRater, world.cases.decided.applicant, "core")]).map(
        (at) => at.split(":")[0],
      ),
    ).toEqual(expect.arrayContaining(["debriefs.read", "debriefs.exportDecision"]))
  })
})

describe("why somebody asked for adjustments", () => {
  const reasons = () => here().map(({ applicant }) => applicant.reason)

  it.each([
    "rater",
    "secondRater",
    "teamInterviewer",
    "otherInterviewer",
    "manager",
    "otherRecruiter",
    "member",
  ] as const)("never reaches the %s", async (who) => {
    const theirs =
      who === "otherRecruiter"
        ? [world.cases.draft, world.cases.sealed, world.cases.decided].map(
            ({ applicant }) => applicant.reason,
          )
        : reasons()
    expect(findings(await readAll(world, world.people[who].cookie), theirs)).toEqual([])
  })

  it("reaches the recruiter who decides on it", async () => {
    expect(
      findings(await readAll(world, world.people.recruiter.cookie), reasons()).map((at) => at.split(":")[0]),
    ).toContain("applications.read")
  })
})

describe("reading blind", () => {
  const identity = () => identityOf(world.cases.draft)

  it.each(["rater", "secondRater", "manager"] as const)("the %s finds out nowhere who it is", async (who) => {
    const pages = await readAll(world, world.people[who].cookie)
    expect(letIn(pages)).toContain("applications.read")
    expect(findings(pages, identity())).toEqual([])
  })

  it("isn't told by what they hand in under their name", async () => {
    const { applicationId, attemptId } = world.cases.draft
    const { candidate } = world.t.client(await candidateCookie(world.t, applicationId))
    const params = { attemptId }
    const { version } = await candidate.attempt({ params })
    await candidate.submitAttempt({ params, body: { version } })
    const textsOf = async (who: "rater" | "manager" | "recruiter") =>
      (await world.people[who].client.attempts.list({ params: { applicationId } })).items.map(
        (attempt) => attempt.text,
      )
    for (const who of ["rater", "manager"] as const) {
      expect((await textsOf(who)).join()).toContain(WORK)
      expect(findings(await readAll(world, world.people[who].cookie), identity())).toEqual([])
    }
    expect((await textsOf("recruiter")).join()).toContain(world.cases.draft.applicant.name)
  })

  it("opens to the one who gave a reason, and to no one else", async () => {
    const { rater, secondRater, manager } = world.people
    await rater.client.applications.unblind({
      params: { applicationId: world.cases.draft.applicationId },
      body: { reason: "The agency asks for the file." },
    })
    expect(findings(await readAll(world, rater.cookie), identity()).length).toBeGreaterThan(3)
    for (const other of [secondRater, manager])
      expect(findings(await readAll(world, other.cookie), identity())).toEqual([])
  })

  it("stays blind in the debrief, where the unblinded rater's card is quoted", async () => {
    const { rater, secondRater, manager } = world.people
    const { screenId, applicant, applicationId } = world.cases.draft
    const params = { interviewId: screenId }
    const card = await screenCard(rater, screenId, applicant)
    const named = card.ratings.map((rating) => ({
      ...rating,
      evidence: [{ kind: "resume" as const, ref: `text=0-${applicant.name.length}`, quote: "" }],
    }))
    await rater.client.interviews.submitScorecard({ params, body: { ...card, ratings: named, version: 1 } })
    await secondRater.client.interviews.submitScorecard({
      params,
      body: { ...(await screenCard(secondRater, screenId, applicant)), version: 1 },
    })
    const gate = { applicationId, applicant, stageIndex: planOf.screen }
    const panel = { recruiter: world.people.recruiter, manager: undefined, raters: [], team: [] }
    await openGate(panel, gate)
    // Whoever decides here knows the name, and the decision is kept as they saw the debrief.
    const decisionId = await decideGate(panel, gate, "hold")
    for (const reader of [manager, secondRater]) {
      const pages = await readAll(world, reader.cookie, [{ ...world.cases.draft, decisionId }])
      const quoted = pages.filter(({ text }) => text.includes(words(rater, applicant, "screen")))
      expect(quoted.map(({ name }) => name)).toEqual(["debriefs.read", "debriefs.exportDecision"])
      expect(findings(pages, identity())).toEqual([])
    }
  })
})

describe("an application that was erased", () => {
  it("is nowhere told of any more, and nothing breaks over it", async () => {
    const { owner, manager, rater, recruiter } = world.people
    const { applicationId, applicant } = world.cases.decided
    const params = { applicationId }
    const { version } = await owner.client.applications.read({ params })
    await owner.client.applications.erase({ params, body: { reason: "Asked for by letter.", version } })
    const left = [
      ...identityOf(world.cases.decided),
      applicant.reason,
      verdict(applicant),
      words(rater, applicant, "core"),
    ]
    for (const reader of [owner, manager, rater, recruiter]) {
      const pages = await readAll(world, reader.cookie, [world.cases.decided])
      expect(pages.filter(({ status }) => status >= 500)).toEqual([])
      expect(findings(pages, left)).toEqual([])
    }
  })
})
