import type { Application } from "@backfill/contract"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch, newPerson } from "./browser.ts"
import { accept, type Person, setUp } from "./people.ts"
import type { Product } from "./product.ts"

/**
 * One candidate from application to offer, as five people in five browsers: the test file that calls this runs it on the
 * product that `start` gives.
 * @param see takes the pictures of pages that only a journey reaches
 */
export function journey<P extends Product>(
  start: () => Promise<P>,
  see: (page: Page, name: string) => Promise<void>,
  atEnd: (product: P) => void = () => {},
): void {
  let product: P
  let browser: Browser
  let owner: Person
  let recruiter: Person
  let manager: Person
  let interviewer: Person
  let candidate: { page: Page; faults: string[] }
  let openingId: string
  let slug: string
  let link: string
  let applicationId: string

  beforeAll(async () => {
    product = await start()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await product?.stop()
  })

  const read = (): Promise<Application> => manager.client.applications.read({ params: { applicationId } })

  describe("one candidate, from application to decision", () => {
    it("1. the owner sets up and invites three colleagues", async () => {
      owner = await setUp(product, browser)
      const invite = async (name: string, roles: ("recruiter" | "hiring-manager" | "interviewer")[]) => {
        const { link: invitation } = await owner.client.accounts.invite({ body: { roles } })
        return accept(product, browser, invitation, name)
      }
      recruiter = await invite("Rina Aalto", ["recruiter"])
      manager = await invite("Max Oduya", ["hiring-manager", "interviewer"])
      interviewer = await invite("Ida Bergman", ["interviewer"])
      await recruiter.page.goto(product.url)
      await expect.poll(() => recruiter.page.url()).toContain("/openings")
    })

    it("2. the manager opens a role from the kit and plans it", async () => {
      const { page, client } = manager
      await page.goto(`${product.url}/openings/new`)
      await page
        .getByText(/Data engineer/)
        .first()
        .click()
      await page.getByLabel("senior", { exact: true }).check({ force: true })
      await page.getByLabel("Title").fill("Senior data engineer")
      await page.getByLabel("Where").fill("Rotterdam")
      await page.getByLabel("Public description").fill("You own the pipelines behind our port-call figures.")
      await page.locator("form button[type=submit]").click()
      await page.waitForURL(/\/openings\/[0-9a-f-]{36}/)
      openingId = /[0-9a-f-]{36}/.exec(page.url())?.[0] as string
      const params = { openingId }
      const { version } = await client.openings.read({ params })
      const people = {
        recruiters: [await idOf(recruiter)],
        hiringManagers: [await idOf(manager)],
        interviewers: [await idOf(manager), await idOf(interviewer)],
      }
      await client.openings.saveTeam({ params, body: { ...people, version } })
      const { plan, planVersion } = await client.openings.plan({ params })
      const raters = people.interviewers
      const stages = plan.stages
        .filter((s) => ["application", "resume-screen", "core-interviews", "offer"].includes(s.id))
        .map((s) => ({
          ...s,
          rounds: s.rounds
            .filter((r) => ["resume-screen", "behavioural"].includes(r.id))
            .map((r) => ({ ...r, interviewers: raters, items: r.items.slice(0, 1) })),
        }))
      const asked = stages.flatMap((s) => s.rounds.flatMap((r) => r.items.flatMap((i) => i.competencies)))
      const weights = Object.fromEntries(Object.keys(plan.weights).map((c) => [c, c === asked[0] ? 100 : 0]))
      await client.openings.savePlan({ params, body: { plan: { ...plan, stages, weights }, planVersion } })
      const now = await client.openings.read({ params })
      slug = (await client.openings.update({ params, body: { state: "open", version: now.version } })).slug
      // Nobody from outside its team sees the opening.
      const stranger = await accept(
        product,
        browser,
        (await owner.client.accounts.invite({ body: { roles: ["interviewer"] } })).link,
        "Sven Strand",
      )
      await expect(stranger.client.openings.read({ params })).rejects.toMatchObject({
        problem: { id: "not_found" },
      })
    })

    it("3. the candidate applies on a phone, reads it back and sends it once", async () => {
      candidate = await newPerson(browser, {
        viewport: { width: 390, height: 844 },
        timezoneId: "Europe/Bucharest",
      })
      const { page } = candidate
      await page.goto(`${product.url}/jobs/${slug}/apply`)
      await page.getByLabel("Name", { exact: true }).fill("Mirela Dobre")
      await page.getByLabel("E-mail").fill("mirela@mail.example")
      await page
        .getByLabel("Résumé as text")
        .fill(
          "Mirela Dobre\nmirela@mail.example\n- Runs the port-call stream, replayed from raw twice\n- Cut the warehouse bill from 9,400 to 5,100 euros a month",
        )
      // The draft outlives the page.
      await page.waitForTimeout(800)
      await page.reload()
      await expect.poll(() => page.getByLabel("Name", { exact: true }).inputValue()).toBe("Mirela Dobre")
      for (const yes of await page.getByLabel("Yes", { exact: true }).all()) await yes.check({ force: true })
      await page.getByLabel(/how many years/i).fill("8")
      await page.getByLabel("Streaming", { exact: true }).check({ force: true })
      await page
        .getByLabel(/Describe one pipeline/)
        .fill("Port calls, read by planners at six; after a failed night the check now stops the load.")
      await page.getByRole("button", { name: /Read it back/ }).click()
      await page.getByText("8", { exact: true }).first().waitFor()
      await see(page, "apply-read-back")
      const send = page.getByRole("button", { name: "Send application" })
      await send.dblclick()
      link = await page
        .getByLabel("The link to your own page")
        .inputValue()
        .catch(() => page.locator("text=/\\/c#/").first().innerText())
      expect(link).toContain("/c#")
      const board = await recruiter.client.openings.board({ params: { openingId } })
      const cards = board.columns.flatMap((c) => c.cards)
      expect(cards.map((c) => c.name)).toEqual(["Mirela Dobre"])
      applicationId = cards[0]?.applicationId as string
    })

    it("4. two people read the résumé without the name, one of them by keyboard alone", async () => {
      const { page, client } = interviewer
      const { items } = await client.screening.queue()
      await page.goto(`${product.url}/screens/${items[0]?.interviewId}`)
      await page.getByText(/port-call stream/).waitFor()
      expect(await page.locator("main").innerText()).not.toMatch(/Mirela|Dobre/)
      await see(page, "screen")
      for (let criterion = 0; criterion < 8; criterion++) {
        await page.keyboard.press("ArrowDown")
        await page.keyboard.press("4")
        await page.keyboard.press("j")
      }
      await page.getByLabel("Yes", { exact: true }).check({ force: true })
      await page.getByLabel("Why, in a sentence").fill("Owns a stream that people plan by.")
      await page.keyboard.press("Control+Enter")
      await expect
        .poll(async () => (await client.screening.queue()).items.filter((i) => i.mine !== "submitted").length)
        .toBe(0)
      await rateByApi(manager, "screen", 4)
      await decideByApi("advance", 1)
    })

    it("5. the interviewer talks and types; the notes are there", async () => {
      const gate = (await read()).gates.find((g) => g.stageIndex === 2)
      const round = gate?.roundsToSchedule[0]
      await recruiter.client.applications.schedule({
        params: { applicationId },
        body: {
          roundId: round?.roundId as string,
          startsAt: new Date(Date.now() + 5 * 60_000).toISOString(),
          timeZone: "Europe/Amsterdam",
          where: "Room 4",
          interviewers: [await idOf(manager), await idOf(interviewer)],
        },
      })
      const { page, client } = interviewer
      const interviewId = (await client.interviews.mine()).items.find((i) => i.kind === "interview")
        ?.id as string
      await page.goto(`${product.url}/interviews/${interviewId}`)
      await page.getByRole("button", { name: /Start the round/ }).click()
      await page.keyboard.press("Control+Enter")
      const note = page.getByRole("textbox", { name: "New note" })
      await note.click()
      await note.pressSequentially("+1 row count went red at ten past three\n")
      await note.pressSequentially("told billing before they asked\n")
      await expect
        .poll(async () => (await client.interviews.console({ params: { interviewId } })).notes.length, {
          timeout: 15_000,
        })
        .toBe(2)
    })

    it("6. the interviewer scores against the anchors; nothing is seen before the debrief", async () => {
      const { page, client } = interviewer
      const interviewId = (await client.interviews.mine()).items.find((i) => i.kind === "interview")
        ?.id as string
      await page.goto(`${product.url}/interviews/${interviewId}/scorecard`)
      await page.getByRole("radio").nth(3).check({ force: true })
      await page
        .getByRole("checkbox", { name: /row count went red/ })
        .first()
        .check({ force: true })
      await page
        .getByRole("button", { name: /Next|Overall/ })
        .first()
        .click()
      await page.getByLabel("Yes", { exact: true }).check({ force: true })
      await page
        .getByLabel("Why, in a sentence")
        .fill("Detected, told, and made it impossible to happen again.")
      await page.getByRole("button", { name: /Submit scorecard/ }).click()
      await page.getByRole("alertdialog").getByRole("button", { name: "Submit scorecard" }).click()
      await expect
        .poll(async () => (await client.interviews.scorecard({ params: { interviewId } })).state)
        .toBe("submitted")
      await expect(
        manager.client.debriefs.read({ params: { applicationId, stageIndex: 2 } }),
      ).rejects.toMatchObject({ problem: { status: expect.any(Number) } })
      await rateByApi(manager, "interview", 2)
    })

    it("7. the manager reads the disagreement and records a decision with its evidence", async () => {
      const { page, client } = manager
      const { version } = await read()
      await client.debriefs.open({ params: { applicationId, stageIndex: 2 }, body: { version } })
      await page.goto(`${product.url}/applications/${applicationId}/stages/2/debrief`)
      await page.getByRole("heading", { level: 1 }).waitFor()
      await page.getByRole("radio", { name: /Advance/ }).check({ force: true })
      await page
        .getByLabel(/^Reason, /)
        .first()
        .fill("Found it first and told those affected.")
      await page.getByRole("button", { name: "Pick evidence" }).first().click()
      await page
        .getByRole("checkbox", { name: /row count went red/ })
        .first()
        .check({ force: true })
      await page.getByLabel("The decision in a sentence").fill("On to the offer.")
      await see(page, "debrief-deciding")
      await page.getByRole("button", { name: "Record decision" }).click()
      await page.getByRole("alertdialog").getByRole("button", { name: "Record decision" }).click()
      await expect.poll(async () => (await read()).status).toBe("offer")
      const decisionId = (await read()).gates.find((g) => g.stageIndex === 2)?.decision?.id
      const cookie = (await page.context().cookies()).map((c) => `${c.name}=${c.value}`).join("; ")
      const file = await (
        await fetch(`${product.url}/api/decisions/${decisionId}/export`, { headers: { cookie } })
      ).text()
      expect(file).toContain("row count went red at ten past three")
      expect(file).toContain("Found it first and told those affected.")
      expect(file).not.toContain("<script")
      await decideByApi("offer", 3)
    })

    it("8. the board and the candidate's own page say where things stand, and tell no more", async () => {
      const board = await manager.client.openings.board({ params: { openingId } })
      expect(
        [...board.columns.flatMap((c) => c.cards), ...board.ended.cards].find(
          (c) => c.applicationId === applicationId,
        )?.status,
      ).toBe("offered")
      const { page } = candidate
      await page.goto(link)
      await page.getByRole("heading", { level: 1 }).filter({ hasText: "Mirela" }).waitFor()
      const text = await page.locator("body").innerText()
      expect(text).not.toMatch(/row count went red|Found it first|Detected, told/)
      await expect.poll(() => page.url()).not.toContain("#")
      for (const { faults } of [owner, recruiter, manager, interviewer, candidate]) expect(faults).toEqual([])
      atEnd(product)
    })
  })

  /** A gate's decision through the API, for the gates whose page isn't the one being shown. */
  async function decideByApi(choice: "advance" | "offer", stageIndex: number): Promise<void> {
    const { client } = manager
    const params = { applicationId, stageIndex }
    const { version } = await read()
    const debrief =
      choice === "offer"
        ? await client.debriefs.read({ params })
        : await client.debriefs.open({ params, body: { version } })
    const row = debrief.rows.find((r) => r.ratings.some((x) => x.evidence.length > 0))
    const [cited] = row?.ratings.flatMap((r) => r.evidence) ?? []
    const reasons =
      row && cited
        ? [
            {
              competencyId: row.competencyId,
              reason: "Shown with a case.",
              evidence: [{ kind: cited.kind, ref: cited.ref, quote: cited.quote }],
            },
          ]
        : []
    await client.debriefs.decide({
      params,
      body: {
        choice,
        summary: "As read together.",
        reasons,
        supersedes: null,
        version: debrief.applicationVersion,
      },
    })
  }
}

async function idOf(person: Person): Promise<string> {
  return (await person.client.accounts.session()).account?.id as string
}

/** The second rater's card, written through the API: the browser has shown the first one's. */
async function rateByApi(rater: Person, kind: "screen" | "interview", score: number): Promise<void> {
  const interviewId = (await rater.client.interviews.mine()).items.find((i) => i.kind === kind)?.id as string
  const params = { interviewId }
  const end = {
    recommendation: score > 3 ? ("yes" as const) : ("no" as const),
    reason: "As scored.",
    version: 0,
  }
  if (kind === "screen") {
    const screen = await rater.client.screening.read({ params })
    const ratings = screen.criteria.map((c) => ({
      itemId: c.id,
      score,
      comment: "",
      evidence: [{ kind: "resume" as const, ref: "text=0-8", quote: screen.text.slice(0, 8) }],
    }))
    await rater.client.interviews.submitScorecard({ params, body: { ratings, ...end } })
    return
  }
  const seat = await rater.client.interviews.console({ params })
  const itemId = seat.items[0]?.id as string
  const id = crypto.randomUUID()
  await rater.client.interviews.sync({
    params,
    body: {
      events: [],
      notes: [
        {
          id,
          itemId,
          atSeconds: 200,
          text: "restarts first, looks later",
          editedAt: new Date().toISOString(),
          deleted: false,
          device: "test",
          seq: 1,
        },
      ],
    },
  })
  await rater.client.interviews.submitScorecard({
    params,
    body: {
      ratings: [{ itemId, score, comment: "", evidence: [{ kind: "note", ref: id, quote: "" }] }],
      ...end,
    },
  })
}
