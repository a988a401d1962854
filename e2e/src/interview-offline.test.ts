import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launch, look } from "./browser.ts"
import { type Person, setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

let product: Product
let browser: Browser
let owner: Person
let interviewId: string

beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  owner = await setUp(product, browser)
  await owner.client.openings.sample({ body: {} })
  const { items } = await owner.client.interviews.mine()
  interviewId = items.find((i) => i.kind === "interview" && i.state === "planned")?.id as string
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

const said = async () =>
  (await owner.client.interviews.console({ params: { interviewId } })).notes
    .filter((n) => !n.deleted)
    .map((n) => n.text)

it("keeps every line of an interview through a lost network, a killed server and a closed page", async () => {
  const { page } = owner
  await page.goto(`${product.url}/interviews/${interviewId}`)
  await page.getByRole("button", { name: /Start the round/ }).click()
  const note = page.getByRole("textbox", { name: "New note" })
  await note.click()
  await note.pressSequentially("n p j 1 2 3 s ? are only letters here\n")
  await note.pressSequentially("+2 told finance before they opened the report\n")
  await expect
    .poll(said, { timeout: 15_000 })
    .toEqual(["n p j 1 2 3 s ? are only letters here", expect.stringContaining("told finance")])

  await page.keyboard.press("Control+Enter")
  await page.context().setOffline(true)
  await note.click()
  await note.pressSequentially("said while the train was in the tunnel\n")
  await note.pressSequentially("-1 restarts first, looks later\n")
  await page.getByText(/kept here/).waitFor()
  await look(page, "console-offline")
  await product.kill("SIGKILL")
  await note.click()
  await note.pressSequentially("half a line that was never fin")
  await page.waitForTimeout(1000)
  await product.restart()
  await page.context().setOffline(false)

  await expect.poll(said, { timeout: 40_000 }).toHaveLength(4)
  await page.reload()
  await page.getByText("said while the train was in the tunnel").waitFor()
  // What was being typed when the page closed is there to go on with.
  await expect
    .poll(() => page.getByRole("textbox", { name: /note/i }).first().inputValue(), { timeout: 10_000 })
    .toContain("half a line that was never fin")
  expect(new Set(await said()).size).toBe(4)
})

it("leaves nothing to find for the next person, once its writer has signed out", async () => {
  const { page } = owner
  await page.getByRole("textbox", { name: /note/i }).first().press("Enter")
  await expect.poll(said, { timeout: 15_000 }).toHaveLength(5)
  await expect.poll(() => kept(page), { timeout: 15_000 }).toMatchObject({ shelves: 1, consoles: 1 })
  await page.goto(`${product.url}/settings`)
  await page.getByRole("button", { name: "Sign out here" }).click()
  await page.waitForURL(/\/sign-in/)
  await expect.poll(() => kept(page)).toEqual({ shelves: 0, consoles: 0, notes: 0, drafts: 0 })
  await page.context().setOffline(true)
  await expect(page.goto(`${product.url}/interviews/${interviewId}`)).rejects.toThrow(/ERR_/)
})

/** What this browser holds of consoles: pages put aside, and rows. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const opened = indexedDB.open("backfill-console")
    await new Promise((resolve) => (opened.onsuccess = resolve))
    const count = (table: string) =>
      new Promise<number>((resolve) => {
        const asked = opened.result.transaction(table).objectStore(table).count()
        asked.onsuccess = () => resolve(asked.result)
      })
    const [consoles, notes, drafts] = [await count("consoles"), await count("notes"), await count("drafts")]
    opened.result.close()
    return { shelves: (await caches.keys()).length, consoles, notes, drafts }
  })
