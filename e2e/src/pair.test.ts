import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launch } from "./browser.ts"
import { type Pair, startPair } from "./pair.ts"
import { accept, type Person, setUp } from "./people.ts"
import type { ServerProcess } from "./product.ts"

/** What pages show when their own server isn't the one that a change comes through. */
let pair: Pair
let browser: Browser
let owner: Person

beforeAll(async () => {
  pair = await startPair()
  browser = await launch()
  owner = await setUp(pair, browser)
})
afterAll(async () => {
  await browser?.close()
  await pair?.stop()
})

/** This person's page on one of the two servers itself, past the balancer. */
async function pageAt(person: Person, server: ServerProcess, path: string): Promise<Page> {
  const page = await person.page.context().newPage()
  const listening = page.waitForResponse((answer) => answer.url().endsWith("/api/events"))
  await page.goto(`http://localhost:${server.port}${path}`)
  await listening
  return page
}

const newOpening = (title: string) =>
  owner.client.openings.create({
    body: { kitId: "data-engineer", level: "mid", title, location: "", description: "Tides." },
  })

it("shows on a page of one server what somebody changes on the other", async () => {
  const pages = [await pageAt(owner, pair.one, "/openings"), await pageAt(owner, pair.other, "/openings")]
  for (const { port } of [pair.one, pair.other]) {
    const title = `Data engineer by way of ${port}`
    const page = await pageAt(owner, port === pair.one.port ? pair.one : pair.other, "/openings/new")
    await page
      .getByText(/Data engineer/)
      .first()
      .click()
    await page.getByLabel("Title").fill(title)
    await page.getByLabel("Public description").fill("Tides.")
    await page.locator("form button[type=submit]").click()
    await page.waitForURL(/\/openings\/[0-9a-f-]{36}/)
    for (const open of pages) await open.getByText(title).first().waitFor({ timeout: 5_000 })
    await page.close()
  }
  for (const open of pages) await open.close()
})

it("closes a page of one server within five seconds when the account is disabled on the other", async () => {
  const { link } = await owner.client.accounts.invite({ body: { roles: ["interviewer"] } })
  const leaver = await accept(pair, browser, link, "Lena Vos")
  const page = await pageAt(leaver, pair.one, "/interviews")
  await page.getByRole("heading", { level: 1 }).waitFor()
  const people = await pageAt(owner, pair.other, "/people")
  const row = people.getByRole("row").filter({ hasText: "Lena Vos" })
  await row.getByRole("button").first().click()
  await people
    .getByRole("dialog")
    .getByRole("button", { name: /Disable/ })
    .click()
  await page.waitForURL(/\/sign-in/, { timeout: 5_000 })
  expect(await page.locator("body").innerText()).not.toContain("Lena Vos")
  await people.close()
})

it("loses no note when the server of an interview is killed and the talk goes on through the other", async () => {
  await owner.client.openings.sample({ body: {} })
  const { items } = await owner.client.interviews.mine()
  const interviewId = items.find((i) => i.kind === "interview" && i.state === "planned")?.id as string
  const { page } = owner
  await page.goto(`${pair.url}/interviews/${interviewId}`)
  await page.getByRole("button", { name: /Start the round/ }).click()
  await page.keyboard.press("Control+Enter")
  const note = page.getByRole("textbox", { name: "New note" })
  const lines = Array.from({ length: 12 }, (_, n) => `line ${n + 1} of what was said`)
  await note.click()
  for (const [n, line] of lines.entries()) {
    // Killed in the middle of typing, not between two acknowledged lines; one comes back, then the other goes.
    if (n === 3) void pair.one.kill("SIGKILL")
    if (n === 8) {
      await pair.one.restart()
      void pair.other.kill("SIGKILL")
    }
    await note.pressSequentially(`${line}\n`, { delay: 15 })
  }
  const told = async () =>
    (await owner.client.interviews.console({ params: { interviewId } })).notes
      .filter((n) => !n.deleted)
      .map((n) => n.text)
      .sort()
  await expect.poll(told, { timeout: 40_000 }).toEqual([...lines].sort())
  await pair.other.restart()
})

it("takes up a broken line at the other server, and reads what it missed meanwhile", async () => {
  const { page } = owner
  await page.goto(`${pair.url}/openings`)
  await page.getByRole("heading", { level: 1 }).waitFor()
  await page.waitForTimeout(500)
  // Wherever the page's line goes, it breaks; the change falls into the gap.
  await Promise.all([pair.one.kill("SIGKILL"), pair.other.kill("SIGKILL")])
  await pair.other.restart()
  await newOpening("Data engineer in the gap")
  await page.getByText("Data engineer in the gap").first().waitFor({ timeout: 15_000 })
  await pair.one.restart()
  for (const { faults } of [owner]) expect(faults).toEqual([])
})
