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
  await practiseAlone(page, product)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const inDays = (days: number) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(Date.now() + days * 86_400_000)

/** Tabs until what has the focus is called this; nothing but the keyboard is used. */
async function tabTo(name: RegExp): Promise<void> {
  for (let at = 0; at < 150; at++) {
    await page.keyboard.press("Tab")
    const here = await page.evaluate(() => {
      const one = document.activeElement
      const label = one instanceof HTMLInputElement ? (one.labels?.[0]?.textContent ?? "") : ""
      return `${one?.getAttribute("aria-label") ?? ""} ${label} ${one?.textContent ?? ""}`
    })
    if (name.test(here)) return
  }
  throw new Error(`Tab never reached ${name}`)
}

it("says what to do next and plans back from a date", async () => {
  await page.getByText("What to do next").waitFor()
  await page.getByRole("heading", { name: "Write your first story" }).waitFor()
  await page.getByText("Your stories tell 0 of 20 themes").waitFor()
  await look(page, "home-fresh")

  await page.getByLabel("Day of the on-site").fill(inDays(21))
  await page.getByRole("button", { name: "Plan back from it" }).click()
  await page.getByRole("heading", { name: "21 days to the on-site" }).waitFor()
  expect(await page.getByText("Write 3 stories").count()).toBe(2)
  expect(await page.getByText("A mock interview with another engineer").count()).toBe(1)
  await look(page, "home-plan")

  await page.getByLabel("Day of the on-site").fill(inDays(2))
  await page.getByRole("button", { name: "Move the date" }).click()
  await page.getByText(/No longer fits/).waitFor()
  // The day's own list of the last week is ticked where it stands, and is there after a reload.
  const numbers = page.getByRole("checkbox", { name: /Go through the numbers/ })
  await numbers.check()
  await page.reload()
  expect(await numbers.isChecked()).toBe(true)
  await look(page, "home-two-days")
})

it("draws a question by keyboard alone and asks further, probe by probe", async () => {
  await page.keyboard.press("g")
  await page.keyboard.press("q")
  await page.waitForURL("**/questions")
  await page.getByRole("button", { name: "Draw a question" }).waitFor()
  await page.keyboard.press("d")
  await page.getByRole("button", { name: "Draw another" }).waitFor()
  await look(page, "questions-drawn")
  await page.keyboard.press("s")
  await page.waitForURL("**/practice/*")
  await page.getByLabel("Your answer", { exact: true }).waitFor()
  await page.keyboard.type("The load stopped at ten past three. I told billing, then repaired it.")
  await tabTo(/ask me further/)
  await page.keyboard.press("Enter")
  const first = page.getByLabel(/^Your answer to: /)
  await first.waitFor()
  await page.keyboard.type("By phone, at four, with a time for the next word.")
  expect(await first.count()).toBe(1)
  await tabTo(/Ask me the next one/)
  await page.keyboard.press("Enter")
  await expect.poll(() => first.count()).toBe(2)
  await look(page, "probes")
  await page.getByText("Saved", { exact: true }).waitFor()
  await page.reload()
  await expect.poll(() => first.first().inputValue()).toContain("By phone, at four")
  await page.keyboard.press("Control+Enter")
  await page.getByText("What a good answer holds").waitFor()
  await page.getByText("By phone, at four").waitFor()
  await look(page, "probes-compare")
})

it("works through an exercise, ticks it, and makes a list one’s own", async () => {
  await page.goto(`${product.url}/home`)
  await page.getByText("What to do next").waitFor()
  await page.keyboard.press("g")
  await page.keyboard.press("r")
  await page.waitForURL("**/readiness")
  await page.getByRole("heading", { name: /technical items/ }).waitFor()
  await look(page, "readiness")
  await tabTo(/^\s*Bring a day of changes into a table/)
  await page.keyboard.press("Enter")
  await page.waitForURL("**/readiness/merge")
  expect(await page.getByText("First take the last change").count()).toBe(0)
  await page.getByRole("button", { name: "Show the worked answer" }).waitFor()
  await page.keyboard.press("a")
  await page.getByText("First take the last change").waitFor()
  await look(page, "exercise-answer")
  await tabTo(/Tick it off/)
  await page.keyboard.press("Enter")
  await page.getByText(/^Ticked: MERGE/).waitFor()
  await page.goto(`${product.url}/readiness`)
  expect(await page.getByRole("checkbox", { name: /^MERGE/ }).isChecked()).toBe(true)

  await page.getByRole("button", { name: "Change the list Questions to ask the panel" }).click()
  await page.getByLabel(/Your own, under The team/).fill("Who was the last person to leave, and why?")
  await page.getByRole("button", { name: "Add under The team" }).click()
  await page.getByText("Who was the last person to leave, and why?").waitFor()
  await page.getByRole("button", { name: /^Hide: How many are you/ }).click()
  await page.getByRole("button", { name: /^Bring back: How many are you/ }).waitFor()
  await page.getByRole("button", { name: /^Reword: What did last Tuesday/ }).click()
  await page.getByLabel("Your wording").fill("What did last Friday look like?")
  await page.getByRole("button", { name: "Save the wording" }).click()
  await page.getByRole("button", { name: "Restore the first wording" }).waitFor()
  await look(page, "readiness-editing")
  await page.getByRole("button", { name: "Done changing Questions to ask the panel" }).click()
  await page.getByRole("checkbox", { name: "What did last Friday look like?" }).waitFor()
  expect(await page.getByText("How many are you, and who decides").count()).toBe(0)
  expect(faults).toEqual([])
})
