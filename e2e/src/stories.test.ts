import { readFileSync } from "node:fs"
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
  ;({ page, faults } = await newPerson(browser, { acceptDownloads: true }))
  await practiseAlone(page, product)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const FIRST = `At the ferry line I worked for, a nightly load counted passengers for the harbour fee. On a Sunday I was on call and the pager went at 02:10: the load had stopped. The fee had to be filed by eight. I told the harbour office first that the figures would be late. Then I read the logs, found a column that the ticket machines had renamed, and compared both shapes by hand. I offered the vendor a contract with versions and kept a view with the old name. We filed at 07:20 and saved a fine of 9,000 euros. Since then a check refuses a renamed column before it reaches the load.`

const FILE = [
  ["Two ledgers side by side", "Tells: migration\nCould tell: hard-pipeline\nKinds: migration, cross-team"],
  ["The bill that doubled", "Tells: cost-reduction, cost-vs-velocity\nKinds: cost-win"],
  [
    "What counts as active",
    "Tells: definition-disagreement\nCould tell: pushback-leadership\nKinds: stakeholder-conflict",
  ],
  [
    "A very long title about the winter in which three depots, two vendors and one spreadsheet disagreed about what a parcel is",
    "Could tell: triage, mentoring",
  ],
]
  .map(([title, marks]) => `# ${title}\n\n${marks}\n\nWords about it, to be written out later.\n`)
  .join("\n")

const row = (title: string) => page.getByRole("row").filter({ hasText: title })

it("leads from an empty inventory to a first story and into the matrix", async () => {
  await page.getByRole("navigation").first().getByText("Stories").click()
  await page.getByText("Six to eight true stories").waitFor()
  await look(page, "stories-empty")
  await page.keyboard.press("n")
  await page.getByLabel("Title", { exact: true }).fill("The night the machines renamed a column")
  await page.getByLabel("Your story").fill(FIRST)
  // The coach hears the bad hour; the person marks it.
  await page.getByRole("button", { name: "Mark it" }).click()
  await page.getByRole("button", { name: "It tells A schema changed" }).click()
  await page.getByLabel("Incident").check({ force: true })
  await page.getByText("Saved", { exact: true }).waitFor()
  await page.getByLabel("A name for how it reads now").fill("First telling")
  await page.getByRole("button", { name: "Keep this version" }).click()
  await page.getByText("First telling").waitFor()
  await look(page, "story")
  // Saved as one types: it is there again after a reload.
  await page.reload()
  await expect.poll(() => page.getByLabel("Your story").inputValue()).toContain("renamed column")
  await page.getByLabel("Your story").fill("Something shorter.")
  await page.getByText("Saved", { exact: true }).waitFor()
  await page.getByRole("button", { name: "Look at it" }).click()
  await look(page, "story-version")
  await page.getByRole("button", { name: "Go back to this" }).click()
  await expect.poll(() => page.getByLabel("Your story").inputValue()).toBe(FIRST)
  await page.getByText("Before going back").waitFor()
})

it("brings a file in, shown before it is saved, and writes the same out again", async () => {
  await page.goto(`${product.url}/stories/import`)
  const upload = (name: string, text: string | Buffer) =>
    page
      .getByLabel("Your files")
      .setInputFiles({ name, mimeType: "text/markdown", buffer: Buffer.from(text as string) })
  await upload("picture.md", Buffer.from([0xff, 0xd8, 0x00]) as never)
  await page.getByText("picture.md isn’t plain text").waitFor()
  await upload("mine.md", FILE)
  await page.getByText("4 stories found").waitFor()
  await look(page, "stories-import")
  await page.getByRole("button", { name: "Add 4 stories" }).click()
  await row("The bill that doubled").waitFor()
  await look(page, "stories")
  const saved = page.waitForEvent("download")
  await page.getByRole("button", { name: "Download as Markdown" }).click()
  const text = readFileSync(await (await saved).path(), "utf8")
  expect(text).toContain(FILE)
  expect(text).toContain(
    "# The night the machines renamed a column\n\nTells: schema-change\nKinds: incident\nBreaks at a bad hour: yes\n",
  )
  const printed = page.waitForEvent("download")
  await page.getByRole("button", { name: "Download as PDF" }).click()
  const pdf = await printed
  expect(pdf.suggestedFilename()).toBe("stories.pdf")
  expect(
    readFileSync(await pdf.path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-")
})

it("marks the matrix by keyboard alone, and names the empty columns", async () => {
  await page.goto(`${product.url}/stories/matrix`)
  const cell = (name: string) => page.getByRole("button", { name })
  const first = cell("The night the machines renamed a column, A pipeline broke: not marked")
  await first.focus()
  await page.keyboard.press("ArrowDown")
  await page.keyboard.press("ArrowUp")
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("Space")
  await cell("The night the machines renamed a column, Bad data went out: could tell it").waitFor()
  await page.keyboard.press("Space")
  await cell("The night the machines renamed a column, Bad data went out: tells it").waitFor()
  await page.keyboard.press("End")
  await page.keyboard.press("ArrowRight")
  await page.keyboard.press("ArrowLeft")
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-cell"))).toBe("0/18")
  expect(await page.locator("[data-cell][tabindex='0']").count()).toBe(1)
  expect(await page.getByText(/(No story yet for|Nothing sounds like)/).innerText()).toContain("late data")
  await look(page, "stories-matrix")
})

it("shows worked stories, part by part, and stories on paper", async () => {
  await page.goto(`${product.url}/stories/learn`)
  await expect.poll(() => page.getByRole("row").count()).toBe(9)
  await look(page, "stories-learn")
  await page.getByText("Fourteen scripts and one summer").click()
  await page.getByRole("button", { name: /^H/ }).click()
  await look(page, "stories-worked")
  await page.goto(`${product.url}/stories/print`)
  await page.getByRole("heading", { name: "The bill that doubled" }).waitFor()
  await look(page, "stories-print")
})

it("takes all of one’s practice out, deletes it on a typed word, and takes it in again", async () => {
  await page.goto(`${product.url}/your-practice`)
  await look(page, "your-practice")
  const saved = page.waitForEvent("download")
  await page.getByText("Download everything").click()
  const file = readFileSync(await (await saved).path())
  await page.getByRole("button", { name: "Delete all of my practice" }).click()
  await page.getByRole("textbox").fill("delete")
  await page.getByRole("button", { name: "Delete it all" }).click()
  await page.getByText("All of your practice is deleted.").waitFor()
  await page.goto(`${product.url}/stories`)
  await page.getByText("Six to eight true stories").waitFor()
  await page.goto(`${product.url}/your-practice`)
  await page
    .getByLabel("A file that Backfill wrote")
    .setInputFiles({ name: "practice.json", mimeType: "application/json", buffer: file })
  await page.getByText("5 of them stories").waitFor()
  await page.goto(`${product.url}/stories`)
  await row("The bill that doubled").waitFor()
  expect(faults).toEqual([])
})
