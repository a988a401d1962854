import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launch, look } from "./browser.ts"
import { accept, type Person, setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

/** Two people in two browsers: one asks, one answers, then they swap. */
let product: Product
let browser: Browser
let ada: Person
let ben: Person
let cleo: Person
let link: string
let mockId: string

beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  ada = await setUp(product, browser)
  const invite = async (name: string) => {
    const { link: to } = await ada.client.accounts.invite({ body: { roles: ["member"] } })
    return accept(product, browser, to, name)
  }
  ben = await invite("Benedikt Aurelius von Hohenlinden-Wartensleben")
  cleo = await invite("Cleo Third")
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const secondsOn = async (page: Page): Promise<number> => {
  const [minutes = 0, seconds = 0] = (await page.getByRole("timer").innerText()).split(":").map(Number)
  return minutes * 60 + seconds
}
const focusOn = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? "")
/** Goes on with Tab until what has the focus reads like this, then presses a key. */
async function tabTo(page: Page, words: RegExp, key = "Enter"): Promise<void> {
  for (let i = 0; i < 120; i++) {
    if (words.test(await focusOn(page))) return page.keyboard.press(key)
    await page.keyboard.press("Tab")
  }
  throw new Error(`no way to ${words} with Tab`)
}

it("is set up by keyboard, and gives a link that is shown once", async () => {
  const { page } = ada
  await page.goto(`${product.url}/home`)
  await page.getByRole("navigation").first().waitFor()
  await page.keyboard.press("g")
  await page.keyboard.press("m")
  await page.getByText("No mocks yet").waitFor()
  await look(page, "mocks-empty")
  await tabTo(page, /^Set up your first mock/)
  await page.getByRole("button", { name: /^Draw/ }).waitFor()
  await look(page, "mock-new")
  await tabTo(page, /^Draw/)
  await page.getByText(/^3 questions, about/).waitFor()
  await page.keyboard.press("Enter")
  await look(page, "mock-new-chosen")
  await tabTo(page, /^Set up the mock/)
  await page.waitForURL(/\/mocks\/[0-9a-f-]{36}$/)
  mockId = page.url().split("/").at(-1) ?? ""
  link = await page.getByLabel("Link").inputValue()
  expect(link).toMatch(/\/mocks\/join#.{40}/)
  await look(page, "mock-link")
  await page.reload()
  await page.getByText("can’t be shown again").waitFor()
  await look(page, "mock-link-again")
  await page.getByRole("button", { name: "Make a link" }).click()
  await expect.poll(() => page.getByLabel("Link").inputValue()).not.toBe(link)
  const spent = link
  link = await page.getByLabel("Link").inputValue()
  await cleo.page.goto(spent)
  await cleo.page.getByText("This link no longer opens anything").waitFor()
  await look(cleo.page, "mock-link-spent")
})

it("is joined by one other person, who then waits", async () => {
  const { page } = ben
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(link)
  await page.getByText("Olga Marin asks, you answer").waitFor()
  await look(page, "mock-join")
  await page.getByRole("button", { name: "Take the seat" }).dblclick()
  await page.getByText("It begins when Olga Marin starts the clock").waitFor()
  await look(page, "mock-ready-answerer")
  await cleo.page.goto("about:blank")
  await cleo.page.goto(link)
  await cleo.page.getByText("This link no longer opens anything").waitFor()
  await cleo.page.goto(`${product.url}/mocks/${mockId}`)
  await cleo.page.getByText(/nothing here that you can open/).waitFor()
})

it("is asked by keyboard alone, with the question and one clock on both sides", async () => {
  const { page } = ada
  await page.getByRole("button", { name: /Start the clock/ }).waitFor()
  await look(page, "mock-ready-asker")
  await page.keyboard.press("Control+Enter")
  await page.getByText(/^Question 1 of 3/).waitFor()
  await page.keyboard.type("+1 told finance before the report opened")
  await page.keyboard.press("Enter")
  await page.keyboard.type(`A long line: ${"and then the partition, ".repeat(30)}`)
  await page.keyboard.press("Enter")
  await page.keyboard.press("Escape")
  await page.keyboard.press("w")
  await page.keyboard.press("Shift+1")
  await page.keyboard.press("a")
  await page.getByText("tell: On-call moment waved away").waitFor()
  await look(page, "mock-asking")

  await ben.page.getByText("Question 1 of 3").waitFor()
  expect(await ben.page.locator(".lead").innerText()).toBe(await page.locator("h2.lead").innerText())
  const [asked, answered] = [await secondsOn(page), await secondsOn(ben.page)]
  expect(Math.abs(asked - answered)).toBeLessThanOrEqual(2)
  await look(ben.page, "mock-answering")
  const seen = await ben.page.locator("body").innerText()
  for (const word of ["told finance", "waved away", "Good signs", "Warning signs"])
    expect(seen).not.toContain(word)
})

it("goes on through a lost network, and catches up", async () => {
  const { page } = ada
  await page.context().setOffline(true)
  await page.keyboard.press("i")
  await page.keyboard.type("said in the tunnel")
  await page.keyboard.press("Enter")
  await page.keyboard.press("Control+Enter")
  await page.getByText(/^Question 2 of 3/).waitFor()
  await page.getByText(/Offline, .*kept here/).waitFor()
  await look(page, "mock-asking-offline")
  // Nothing of what was typed hangs on the page: with the server gone too, it opens again from this device.
  await expect.poll(() => shelves(page)).toEqual(["backfill-console/mocks/"])
  await product.kill("SIGKILL")
  await page.reload()
  await page.getByText(/^Question 2 of 3/).waitFor()
  await page.getByText("Offline, 1 line kept here").waitFor()
  await page.getByRole("textbox", { name: "New note" }).fill("said after the reload")
  await page.keyboard.press("Enter")
  await page.getByText("Offline, 2 lines kept here").waitFor()
  await look(page, "mock-asking-reopened")
  await ben.page.getByText("Offline; the next question comes").waitFor()
  await product.restart()
  const before = await secondsOn(ben.page)
  await ben.page.waitForTimeout(2100)
  expect(await secondsOn(ben.page)).toBeLessThan(before)
  expect(await ben.page.getByText("Question 1 of 3").count()).toBe(1)
  await page.context().setOffline(false)
  await ben.page.getByText("Question 2 of 3").waitFor()
  await page.reload()
  await page.getByText(/^Question 2 of 3/).waitFor()
  await expect
    .poll(async () => (await ada.client.mocks.console({ params: { mockId } })).notes.map(({ text }) => text))
    .toEqual(expect.arrayContaining(["said in the tunnel", "said after the reload"]))
})

it("ends with ratings by anchors, which go to the other one and leave nothing behind", async () => {
  const { page } = ada
  await page.getByRole("button", { name: /Next question/ }).waitFor()
  await page.keyboard.press("Control+Enter")
  await page.keyboard.press("Control+Enter")
  await page.getByText("Which anchor is nearest to each answer?").waitFor()
  await ben.page.getByText("Olga Marin is going through the notes").waitFor()
  await look(ben.page, "mock-ended-answerer")
  await page.getByRole("radio").nth(3).check({ force: true })
  const word = page.getByRole("textbox").first()
  await word.fill("Say who was paged, and what you changed.")
  // A talk taken up again keeps what was said of it.
  await page.getByRole("button", { name: "Go on with the talk" }).click()
  await page.getByRole("button", { name: /End this half/ }).click()
  await expect.poll(() => word.inputValue()).toContain("Say who was paged")
  await page.getByText("Saved", { exact: true }).waitFor()
  await page.reload()
  await expect.poll(() => word.inputValue()).toContain("Say who was paged")
  await look(page, "mock-review")
  await page.getByRole("button", { name: "Hand over" }).click()
  await page.getByText(/you can’t open it again/).waitFor()
  await look(page, "mock-hand-over")
  await page.getByRole("alertdialog").getByRole("button", { name: "Hand over" }).dblclick()
  await page.getByText(/Your notes are .*’s now/).waitFor()
  await look(page, "mock-handed-asker")
  expect(await keptHere(page)).toEqual({ rows: 0, stored: 0 })
  await expect(ada.client.mocks.console({ params: { mockId } })).rejects.toMatchObject({
    problem: { id: "not_found" },
  })
  await page.goto(`${product.url}/mocks/${mockId}/feedback`)
  await page.getByText("Nothing was handed to you here").waitFor()
})

it("shows the one who answered what was heard, to keep or delete", async () => {
  const { page } = ben
  await page.getByText("Olga Marin has handed you the notes").waitFor()
  await look(page, "mock-handed-answerer")
  await page.getByRole("link", { name: "Read your notes first" }).click()
  await page.getByText("1 tell to mend before the day").waitFor()
  await page.getByText("said in the tunnel").waitFor()
  await page.getByText("Say who was paged").waitFor()
  await look(page, "mock-feedback")
})

it("swaps", async () => {
  const { page } = ben
  await page.goto(`${product.url}/mocks/${mockId}`)
  await page.getByRole("link", { name: "Swap: ask now" }).click()
  await page.getByRole("checkbox").first().check()
  await look(page, "mock-swap")
  await page.getByRole("button", { name: "Begin the second half" }).click()
  await page.getByRole("button", { name: /Start the clock/ }).click()
  await ada.page.goto(`${product.url}/mocks/${mockId}`)
  await ada.page.getByText("Question 1 of 1").waitFor()
  await page.getByRole("button", { name: /End this half/ }).click()
  await page.getByRole("button", { name: "Hand over" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Hand over" }).click()
  await page.getByText("You have both asked and answered").waitFor()
  await ada.page.getByRole("link", { name: "Read your notes" }).click()
  await ada.page.getByText("No tells heard").waitFor()
  await ada.page.goto(`${product.url}/mocks`)
  await ada.page.getByText("Both halves are done").waitFor()
  await look(ada.page, "mocks-list")

  await page.getByRole("link", { name: "Read your notes" }).click()
  await page.getByRole("button", { name: "Delete these notes" }).click()
  await page.getByRole("button", { name: "Delete for good" }).click()
  await page.getByText("Both halves are done").waitFor()
  await expect(ben.client.mocks.feedback({ params: { mockId } })).rejects.toMatchObject({
    problem: { id: "not_found" },
  })
  for (const { faults } of [ada, ben, cleo]) expect(faults).toEqual([])
})

/** The pages that this browser has put aside. */
const shelves = (page: Page) => page.evaluate(() => caches.keys())

/** What this browser still holds of anybody's console. */
const keptHere = (page: Page) =>
  page.evaluate(async () => {
    const opened = indexedDB.open("backfill-console")
    await new Promise((resolve) => (opened.onsuccess = resolve))
    let rows = 0
    for (const table of ["consoles", "notes", "events", "drafts"]) {
      const asked = opened.result.transaction(table).objectStore(table).count()
      rows += await new Promise<number>((resolve) => (asked.onsuccess = () => resolve(asked.result)))
    }
    opened.result.close()
    return { rows, stored: Object.keys(localStorage).filter((key) => key.startsWith("backfill.mock")).length }
  })
