import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { applyTo, openRole } from "./applicants.ts"
import { launch, look, newPerson } from "./browser.ts"
import { type Person, setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

/** An interviewer with a script, a customer's facts and a drill's truth in hand; a candidate with none of it. */
let product: Product
let browser: Browser
let owner: Person
let page: Page
let candidate: Page
let link: string
let applicationId: string
let interviewId: string

/** One exercise of each kind, all in one round. */
const GIVEN = ["late-revenue-model", "real-time-analytics", "two-numbers-of-sign-ups", "pipeline-health"]

beforeAll(async () => {
  product = await startProduct(process.env.PARTS_PORT ? { PORT: process.env.PARTS_PORT } : {})
  browser = await launch()
  owner = await setUp(product, browser)
  page = owner.page
  candidate = (await newPerson(browser)).page
  const { client } = owner
  const { openingId, slug } = await openRole(client)
  const params = { openingId }
  const me = (await client.accounts.session()).account?.id as string
  const { version } = await client.openings.read({ params })
  await client.openings.saveTeam({
    params,
    body: { recruiters: [me], hiringManagers: [me], interviewers: [me], version },
  })
  const { plan, planVersion } = await client.openings.plan({ params })
  const rounds = plan.stages.flatMap((stage) => stage.rounds)
  const talk = rounds.find(({ id }) => id === "work-simulation") as (typeof rounds)[number]
  const items = GIVEN.map(
    (id) =>
      rounds.flatMap((round) => round.items).find((item) => item.id === id) as (typeof talk.items)[number],
  )
  const minutes = items.reduce((sum, item) => sum + item.minutes, 10)
  const round = { ...talk, items, minutes, opening: 5, closing: 5, interviewers: [me] }
  const stages = plan.stages
    .filter(({ id }) => ["application", "core-interviews", "offer"].includes(id))
    .map((stage) => ({ ...stage, rounds: stage.kind === "interviews" ? [round] : [] }))
  await client.openings.savePlan({ params, body: { plan: { ...plan, stages }, planVersion } })
  link = await applyTo(product.url, slug, { name: "Sofia Lindqvist", email: "sofia@lindqvist.example" })
  const board = await client.openings.board({ params })
  applicationId = board.columns.flatMap((column) => column.cards)[0]?.applicationId as string
  const { id } = await client.applications.schedule({
    params: { applicationId },
    body: {
      roundId: round.id,
      startsAt: new Date(Date.now() + 3_600_000).toISOString(),
      timeZone: "Europe/Amsterdam",
      where: "Video call",
      interviewers: [me],
    },
  })
  interviewId = id
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const enter = (title: RegExp) =>
  page.getByRole("navigation", { name: "Order of the round" }).getByRole("button", { name: title }).click()
const console_ = () => owner.client.interviews.console({ params: { interviewId } })
const events = async (kind: string) => (await console_()).events.filter((event) => event.kind === kind)
/** Sets the browser's clock on, with the seconds that the page counts. */
const wait = (minutes: number) => page.clock.fastForward(minutes * 60_000)
const note = () => page.getByRole("textbox", { name: "New note" })

describe("in hand during the talk", () => {
  it("finds a partner's fact from within a note, in a few letters, and goes back to the note", async () => {
    await page.clock.install()
    await page.goto(`${product.url}/interviews/${interviewId}`)
    await page.getByRole("button", { name: /Start the round/ }).click()
    await enter(/late revenue/i)
    await note().click()
    await note().pressSequentially("asks who reads f t m ")
    await page.keyboard.press("Control+f")
    await page.keyboard.type("who reads")
    await page.getByRole("button", { name: /Fourteen dashboards and a monthly export/ }).waitFor()
    await look(page, "part-simulation-search")
    await page.keyboard.press("Enter")
    await page.keyboard.type("and waits")
    expect(await note().inputValue()).toBe("asks who reads f t m and waits")
    await page.keyboard.press("Enter")
    await page.getByText(/told: Downstream/).waitFor()
    await expect.poll(() => events("tell")).toHaveLength(1)
    await page.keyboard.press("Escape")
  })

  it("brings a tension in at its moment, and keeps in sight what is never said", async () => {
    const strip = page.getByRole("region", { name: "Where the exercise stands" })
    await strip.getByText("After about 10 minutes").waitFor()
    await wait(11)
    await strip.getByText("Now: After about 10 minutes").waitFor()
    await strip.getByText(/Never/).waitFor()
    await look(page, "part-simulation")
    await page.keyboard.press("t")
    await strip.getByText("After about 18 minutes").waitFor()
    await expect.poll(() => events("cue")).toHaveLength(1)
    await page.keyboard.press("m")
    await page.getByText("Settle what finance wants; both messages stand.").waitFor()
    await page.keyboard.press("m")
  })

  it("leads a design through its timed parts", async () => {
    await enter(/real-time/i)
    await wait(6)
    const strip = page.getByRole("region", { name: "Where the exercise stands" })
    await strip.getByText(/Estimate: \d:\d\d left/).waitFor()
    expect(await page.getByText("Single events 13 months").first().isVisible()).toBe(true)
    await page.getByRole("button", { name: "Chosen: The processor dies" }).click()
    await page.getByText("Saved state and position belong together").waitFor()
    expect(await page.getByText("keyed by scooter, 24 partitions").isVisible()).toBe(false)
    await look(page, "part-design")
  })

  it("ticks a drill's runbook, also without a network", async () => {
    await enter(/sign-ups/i)
    await page.context().setOffline(true)
    await page.getByRole("region", { name: "Expected runbook" }).getByRole("checkbox").nth(1).check()
    await page.getByRole("textbox", { name: /^Find in/ }).fill("a")
    await page.keyboard.press("Enter")
    await page.getByText("Offline, what you marked is kept here").waitFor()
    await look(page, "part-drill")
    await page.reload()
    await page.getByRole("region", { name: "Expected runbook" }).getByRole("checkbox").nth(1).waitFor()
    expect(
      await page.getByRole("region", { name: "Expected runbook" }).getByRole("checkbox").nth(1).isChecked(),
    ).toBe(true)
    await page.context().setOffline(false)
    await wait(1)
    await expect.poll(() => events("step"), { timeout: 20_000 }).toHaveLength(1)
    await enter(/pipeline health/i)
    await page.getByText("The code they start from").click()
    await look(page, "part-coding")
    expect(owner.faults).toEqual([])
  })
})

describe("the candidate", () => {
  it("has the language and the code to begin with, and nothing of the rest", async () => {
    await owner.client.attempts.schedule({
      params: { applicationId },
      body: { exerciseId: "pipeline-health", availableFrom: null },
    })
    await candidate.goto(link)
    await candidate.locator("h1").waitFor()
    await candidate
      .getByRole("link", { name: /health/i })
      .first()
      .click()
    await candidate.getByText("Python, or another language agreed beforehand").waitFor()
    await candidate.getByRole("button", { name: "Start the exercise" }).click()
    await candidate.getByRole("button", { name: "Start the clock" }).click()
    await candidate.getByRole("button", { name: "Put it into your answer" }).click()
    expect(await candidate.getByLabel("Your answer").inputValue()).toContain("def check_pipeline_health")
    await look(candidate, "exercise-coding")
    const { items } = await console_()
    const coding = items.at(-1)
    for (const secret of [coding?.guide, coding?.positive[0], coding?.anchors[4]])
      expect(await candidate.content()).not.toContain((secret as string).slice(0, 40))
  })
})
