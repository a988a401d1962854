import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { applyTo, openRole } from "./applicants.ts"
import { launch, look } from "./browser.ts"
import { type Person, setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

/** Two people at one thing: what the other saved stands beside one's own, and nothing is overwritten unseen. */
let product: Product
let browser: Browser
let owner: Person
let page: Page
let openingId: string

beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  owner = await setUp(product, browser)
  page = owner.page
  ;({ openingId } = await openRole(owner.client))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const open = async (tab: string) => {
  await page.goto(`${product.url}/openings/${openingId}?tab=${tab}`)
  await page.getByRole("link", { name: "Public text" }).waitFor()
}
const params = () => ({ params: { openingId } })
const theySave = async (description: string) => {
  const { version } = await owner.client.openings.read(params())
  await owner.client.openings.update({ ...params(), body: { description, version } })
}
const saved = async () => (await owner.client.openings.read(params())).description

it("follows what others save as long as nothing is typed", async () => {
  await open("text")
  await theySave("Their first words.")
  await expect.poll(() => page.getByLabel("Description").inputValue()).toBe("Their first words.")
})

it("shows the text of a colleague beside one's own, and saves only what was chosen", async () => {
  await open("text")
  const field = page.getByLabel("Description")
  await field.fill("My own words, half an hour of them.")
  await theySave("Their other words.")
  const both = page.getByRole("alert")
  await both.getByText("Their other words.").waitFor()
  expect(await field.inputValue()).toBe("My own words, half an hour of them.")
  await look(page, "text-two-versions")
  await page.getByRole("button", { name: "Save the text" }).click({ force: true })
  await page.waitForTimeout(500)
  expect(await saved()).toBe("Their other words.")
  await page.getByRole("button", { name: "Go on with mine" }).click()
  await page.getByRole("button", { name: "Save the text" }).click()
  await expect.poll(saved).toBe("My own words, half an hour of them.")
  expect(await both.count()).toBe(0)
  await field.fill("Other words that I give up again.")
  await theySave("Theirs are better.")
  await page.getByRole("button", { name: "Take theirs" }).click()
  expect(await field.inputValue()).toBe("Theirs are better.")
})

it("goes on without asking when others changed something else", async () => {
  await open("text")
  await page.getByLabel("Description").fill("Mine, while they closed the role.")
  const { version } = await owner.client.openings.read(params())
  await owner.client.openings.update({ ...params(), body: { state: "closed", version } })
  await page.getByRole("button", { name: "Open again" }).waitFor()
  await page.getByRole("button", { name: "Save the text" }).click()
  await expect.poll(saved).toBe("Mine, while they closed the role.")
})

it("shows what a colleague changed in the plan", async () => {
  await open("plan")
  const weight = page.getByLabel("Weight of Data orchestration")
  const { plan, planVersion } = await owner.client.openings.plan(params())
  const other = Object.keys(plan.weights).at(-1) as string
  await weight.fill("3")
  await weight.press("Tab")
  await page.getByText("1 change not saved").waitFor()
  const theirs = { ...plan, weights: { ...plan.weights, [other]: 7 } }
  await owner.client.openings.savePlan({ ...params(), body: { plan: theirs, planVersion } })
  await page.getByText(`A colleague saved version ${planVersion + 1}`).waitFor()
  await page.getByRole("alert").getByText("became 7 %").waitFor()
  await look(page, "plan-two-versions")
  await page.keyboard.press("Control+s")
  expect((await owner.client.openings.plan(params())).planVersion).toBe(planVersion + 1)
  await page.getByRole("button", { name: "Take theirs" }).click()
  await expect.poll(() => weight.inputValue()).toBe(String(plan.weights["data-orchestration"]))
})

it("shows the settings that another owner saved, and overwrites none of them unseen", async () => {
  await page.goto(`${product.url}/settings`)
  const field = page.getByLabel("Contact")
  await field.fill("mine@havenlicht.example")
  const { mail: _mail, ...now } = await owner.client.accounts.settings()
  await owner.client.accounts.saveSettings({ body: { ...now, retentionMonths: 11, contact: "theirs" } })
  const contact = async () => (await owner.client.accounts.settings()).contact
  const save = page.getByRole("button", { name: "Save settings" })
  await save.click()
  const both = page.getByRole("alert")
  await both.getByText("11 months").waitFor()
  await look(page, "settings-two-versions")
  await save.click({ force: true })
  await page.waitForTimeout(300)
  expect(await contact()).toBe("theirs")
  expect(await field.inputValue()).toBe("mine@havenlicht.example")
  await both.getByRole("button", { name: "Go on with mine" }).click()
  await save.click()
  await expect.poll(contact).toBe("mine@havenlicht.example")
})

it("shows a card saved in another window beside one's own, and saves only what was chosen", async () => {
  const { slug } = await openRole(owner.client)
  await applyTo(product.url, slug, { name: "Mirela Stan", email: "mirela@applicant.example" })
  const interviewId = (await owner.client.screening.queue()).items[0]?.interviewId as string
  const card = () => owner.client.interviews.scorecard({ params: { interviewId } })
  const elsewhere = async (reason: string) => {
    const { ratings, recommendation, version } = await card()
    const body = { ratings, recommendation, reason, version }
    await owner.client.interviews.saveScorecard({ params: { interviewId }, body })
  }
  await page.goto(`${product.url}/screens/${interviewId}`)
  await page.getByRole("button", { name: "Go to the verdict" }).click()
  const reason = page.getByLabel("Why, in a sentence")
  await elsewhere("From the other laptop.")
  await reason.fill("From this window.")
  const both = page.getByRole("alert")
  await both.getByText("From the other laptop.").waitFor()
  await look(page, "card-two-versions")
  await reason.fill("From this window, and more.")
  await page.waitForTimeout(1500)
  expect((await card()).reason).toBe("From the other laptop.")
  await page.reload()
  await both.getByRole("button", { name: "Go on with mine" }).click()
  await expect.poll(async () => (await card()).reason).toBe("From this window, and more.")
  expect(owner.faults).toEqual([])
})
