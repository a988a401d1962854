import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launch, look, newPerson } from "./browser.ts"
import { practiseAlone } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

let product: Product
let browser: Browser
let page: Page
let faults: string[]
beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  ;({ page, faults } = await newPerson(browser))
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it("lets someone practise alone from the first minute, and hire later", async () => {
  await practiseAlone(page, product)
  const rail = page.getByRole("navigation").first()
  await rail.getByText("Home").waitFor()
  expect(await rail.innerText()).not.toContain("Openings")
  await look(page, "home-alone")

  await page.getByRole("heading", { name: "Write your first story" }).waitFor()
  await rail.getByRole("link", { name: "Questions" }).click()
  await page.waitForURL("**/questions")
  await page
    .getByRole("button", { name: /^Start/ })
    .first()
    .click()
  await page.waitForURL("**/practice/*")
  const answer = page.getByLabel("Your answer")
  await answer.fill("The nightly load stopped at ten past three. I told billing before I repaired it.")
  // What was written is there again after a reload: it is saved as one types.
  await page.waitForTimeout(2500)
  await page.reload()
  await expect.poll(() => page.getByLabel("Your answer").inputValue()).toContain("I told billing")
  await page.keyboard.press("Control+Enter")
  await page.getByRole("radio").first().waitFor()
  await look(page, "practice-compare")

  await page.goto(`${product.url}/settings`)
  await page.getByLabel("Hiring is on").check({ force: true })
  await page.getByRole("button", { name: "Save settings" }).click()
  await rail.getByText("Openings").waitFor()
  expect(faults).toEqual([])
})
