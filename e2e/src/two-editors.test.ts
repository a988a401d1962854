import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { openRole } from "./applicants.ts"
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
  expect(owner.faults).toEqual([])
})
