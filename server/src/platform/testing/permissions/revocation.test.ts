import { randomUUID } from "node:crypto"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { candidateCookie } from "./sign-in.ts"
import { findings, readAll } from "./walk.ts"
import { buildWorld, type World } from "./world.ts"

let world: World
beforeAll(async () => {
  world = await buildWorld()
})
afterAll(() => world.close())

/** An open page's event stream: everything it heard, and when it was closed. */
async function listen(
  cookie: string,
): Promise<{ heard: () => string; closed: Promise<number>; stop: () => void }> {
  const stop = new AbortController()
  const answer = await world.t.fetch("/api/events", { headers: { cookie }, signal: stop.signal })
  expect(answer.status).toBe(200)
  const reader = answer.body?.getReader()
  const decoder = new TextDecoder()
  let heard = ""
  let ready: () => void = () => {}
  const greeted = new Promise<void>((resolve) => (ready = resolve))
  const closed = (async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      heard += decoder.decode(part.value)
      ready()
    }
    return Date.now()
  })().catch(() => Date.now())
  await greeted
  return { heard: () => heard, closed, stop: () => stop.abort() }
}

const WITHIN_MS = 5000
const late = () =>
  new Promise<number>((resolve) => setTimeout(() => resolve(Number.POSITIVE_INFINITY), WITHIN_MS))

/** Does something that ends a session, and holds the open page to hearing of it in time. */
async function expectRevoked(cookie: string, act: () => Promise<unknown>): Promise<void> {
  const page = await listen(cookie)
  await act()
  const start = Date.now()
  expect((await Promise.race([page.closed, late()])) - start).toBeLessThan(WITHIN_MS)
  expect(page.heard()).toContain('"kind":"revoked"')
}

const status = async (cookie: string, path: string) =>
  (await world.t.fetch(path, { headers: { cookie } })).status

describe("somebody who loses a role", () => {
  it("is refused from the next request on, and an open page hears of it", async () => {
    const { owner, secondRater } = world.people
    const path = `/api/applications/${world.cases.sealed.applicationId}`
    expect(await status(secondRater.cookie, path)).toBe(200)
    await expectRevoked(secondRater.cookie, () =>
      owner.client.accounts.update({
        params: { accountId: secondRater.id },
        body: { roles: ["member"], version: secondRater.version },
      }),
    )
    expect(await status(secondRater.cookie, path)).toBe(403)
    const pages = await readAll(world, secondRater.cookie)
    expect(
      findings(
        pages,
        Object.values(world.cases).flatMap((one) => [one.applicationId, one.applicant.name]),
      ),
    ).toEqual([])
  })

  it("keeps no place in an opening that the role gave them", async () => {
    const { owner, otherRecruiter } = world.people
    const path = `/api/applications/${world.other.applicationId}`
    expect(await status(otherRecruiter.cookie, path)).toBe(200)
    await expectRevoked(otherRecruiter.cookie, () =>
      owner.client.accounts.update({
        params: { accountId: otherRecruiter.id },
        body: { roles: ["interviewer"], version: otherRecruiter.version },
      }),
    )
    expect(await status(otherRecruiter.cookie, path)).toBe(404)
    expect(await status(otherRecruiter.cookie, `/api/openings/${world.other.openingId}`)).toBe(404)
    expect(
      findings(await readAll(world, otherRecruiter.cookie), [
        world.other.applicationId,
        world.other.openingId,
      ]),
    ).toEqual([])
  })

  it("is signed out when the account is disabled", async () => {
    const { owner, otherInterviewer } = world.people
    await expectRevoked(otherInterviewer.cookie, () =>
      owner.client.accounts.update({
        params: { accountId: otherInterviewer.id },
        body: { disabled: true, version: otherInterviewer.version },
      }),
    )
    expect(await status(otherInterviewer.cookie, "/api/interviews")).toBe(401)
  })

  it("is out everywhere after signing out everywhere", async () => {
    const { member } = world.people
    await expectRevoked(member.cookie, () => member.client.accounts.signOutEverywhere())
    expect(await status(member.cookie, "/api/practice/attempts")).toBe(401)
  })

  it("loses an opening with their place in its team", async () => {
    const { owner, teamInterviewer } = world.people
    const params = { openingId: world.cases.draft.openingId }
    expect(await status(teamInterviewer.cookie, `/api/openings/${params.openingId}`)).toBe(200)
    const { team, version } = await owner.client.openings.read({ params })
    const ids = (people: { id: string }[]) =>
      people.map(({ id }) => id).filter((id) => id !== teamInterviewer.id)
    await owner.client.openings.saveTeam({
      params,
      body: {
        recruiters: ids(team.recruiters),
        hiringManagers: ids(team.hiringManagers),
        interviewers: ids(team.interviewers),
        version,
      },
    })
    expect(await status(teamInterviewer.cookie, `/api/openings/${params.openingId}`)).toBe(404)
  })
})

describe("a candidate's page", () => {
  it("closes when its link is replaced", async () => {
    const { applicationId } = world.cases.decided
    const cookie = await candidateCookie(world.t, applicationId)
    await expectRevoked(cookie, () =>
      world.people.recruiter.client.applications.resendLink({ params: { applicationId } }),
    )
    expect(await status(cookie, "/api/candidate")).toBe(401)
  })
})

describe("an employee who applies", () => {
  it("finds nothing of their own application on the hiring side", async () => {
    const { manager, recruiter, rater } = world.people
    const { slug, openingId } = world.cases.draft
    const { items } = await rater.client.screening.queue()
    const before = new Set(items.map((item) => item.interviewId))
    await world.t.client().publicPages.apply({
      params: { slug },
      key: randomUUID(),
      body: {
        name: "Own Application",
        email: manager.email.toUpperCase(),
        phone: "",
        timeZone: "Europe/Amsterdam",
        uploadId: null,
        resumeText: "Ran this team for years.",
        coverLetter: "",
        adjustments: null,
        answers: {
          "right-to-work": "yes",
          "on-call-rotation": "yes",
          "years-running-pipelines": 6,
          "strongest-areas": ["pipelines"],
          "pipeline-you-ran": "One.",
        },
      },
    })
    const board = await recruiter.client.openings.board({ params: { openingId } })
    const card = board.columns.flatMap((column) => column.cards).find((one) => one.name === "Own Application")
    const applicationId = card?.applicationId ?? ""
    const screenId =
      (await rater.client.screening.queue()).items.find((item) => !before.has(item.interviewId))
        ?.interviewId ?? ""
    expect([applicationId, screenId]).not.toContain("")
    const own = { ...world.cases.draft, applicationId, screenId, interviewId: screenId }

    const pages = await readAll(world, manager.cookie, [own])
    expect(findings(pages, [applicationId, screenId, "Own Application"])).toEqual([])
    const aimed = pages.filter(
      ({ name }) =>
        /^(applications\.(read|file)|attempts\.list|interviews\.|screening\.read|debriefs\.read)/.test(
          name,
        ) && name !== "interviews.mine",
    )
    expect(aimed.map(({ name, status: answered }) => `${name} ${answered}`)).toEqual(
      aimed.map(({ name }) => `${name} 404`),
    )
    for (const act of [
      () =>
        manager.client.applications.unblind({ params: { applicationId }, body: { reason: "Just curious." } }),
      () =>
        manager.client.applications.decideHumanLook({
          params: { applicationId },
          body: { outcome: "reinstate", reason: "I am fine.", version: 1 },
        }),
      () =>
        manager.client.applications.waiveCard({
          params: { interviewId: screenId },
          body: { raterId: rater.id, reason: "Not needed." },
        }),
      () => manager.client.debriefs.open({ params: { applicationId, stageIndex: 1 }, body: { version: 1 } }),
    ]) {
      await expect(act()).rejects.toMatchObject({ problem: { id: "not_found" } })
    }
  })
})

describe("the event stream", () => {
  it("tells of a change those who may know of it, and no one else", async () => {
    const { owner, recruiter, rater } = world.people
    const { applicationId } = world.cases.sealed
    const those = await Promise.all(
      [owner.cookie, recruiter.cookie, rater.cookie, await candidateCookie(world.t, applicationId)].map(
        listen,
      ),
    )
    const others = await Promise.all(
      [
        await candidateCookie(world.t, world.cases.draft.applicationId),
        (await world.t.person("Unrelated", ["interviewer", "recruiter"])).cookie,
      ].map(listen),
    )
    const { version } = await owner.client.applications.read({ params: { applicationId } })
    await owner.client.applications.legalHold({
      params: { applicationId },
      body: { hold: true, reason: "A letter came.", version },
    })
    await expect
      .poll(() => those.filter((page) => page.heard().includes(applicationId)).length, { timeout: WITHIN_MS })
      .toBe(those.length)
    for (const page of others) expect(page.heard()).not.toContain(applicationId)
    for (const page of [...those, ...others]) page.stop()
  })
})
