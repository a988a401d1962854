import { mkdtemp, readdir, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Client } from "@backfill/contract"
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { applyTo, openRole } from "./applicants.ts"
import { ARGS, launch, newPerson } from "./browser.ts"
import { clientOf, type Person, setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

/** What happens to recordings in browsers that crash, are killed, lose a permission or keep nothing. */
const ALLOWED = { permissions: ["camera", "microphone"] }
const EXERCISE = "who-would-miss-it"
const CAMERA = "--use-fake-device-for-media-stream"
/** So long at least, in ms, is recorded before something goes wrong. */
const SAID = 4000

let product: Product
let browser: Browser
let owner: Person
let role: { openingId: string; slug: string }
const seated = new Set<string>()
beforeAll(async () => {
  product = await startProduct()
  browser = await launch([CAMERA])
  owner = await setUp(product, browser)
  role = await openRole(owner.client)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** Somebody who has applied and been given the exercise: the link to their page, and its address. */
async function applicant(): Promise<{ link: string; attemptId: string }> {
  const nth = seated.size + 1
  const person = { name: `Mirela Dobre ${nth}`, email: `mirela${nth}@mail.example` }
  const link = await applyTo(product.url, role.slug, person, `203.0.113.${nth}`)
  const params = { openingId: role.openingId }
  const { columns } = await owner.client.openings.board({ params })
  const ids = columns.flatMap(({ cards }) => cards.map((card) => card.applicationId))
  const applicationId = ids.find((id) => !seated.has(id)) as string
  seated.add(applicationId)
  const { id: attemptId } = await owner.client.attempts.schedule({
    params: { applicationId },
    body: { exerciseId: EXERCISE, availableFrom: null },
  })
  return { link, attemptId }
}

/** Opens the exercise of somebody in a page, and begins its time. */
async function sitDown(
  page: Page,
  { link, attemptId }: { link: string; attemptId: string },
): Promise<Client> {
  await page.goto(link)
  await page.getByRole("heading", { level: 1 }).waitFor()
  const client = await clientOf(page, product.url)
  await client.candidate.startAttempt({ params: { attemptId }, body: {} })
  await page.goto(`${product.url}/c/exercises/${attemptId}`)
  await page.getByRole("button", { name: "Set up camera and microphone" }).waitFor()
  return client
}

async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Set up camera and microphone" }).click()
  await page.getByRole("button", { name: "Start recording" }).click()
  await page.getByRole("button", { name: "Stop" }).waitFor()
}

/** Waits until the one take has become a file; answers how long that is, in ms. */
async function lengthOf(client: Client, attemptId: string): Promise<number> {
  const takes = async () => (await client.recordings.list({ params: { attemptId } })).items
  await expect
    .poll(async () => (await takes()).map(({ state }) => state), { timeout: 60_000 })
    .toEqual(["ready"])
  return (await takes())[0]?.durationMs ?? 0
}

const seatIn = async (): Promise<{
  context: BrowserContext
  page: Page
  client: Client
  attemptId: string
}> => {
  const one = await applicant()
  const { context, page } = await newPerson(browser, ALLOWED)
  return { context, page, client: await sitDown(page, one), attemptId: one.attemptId }
}

/** Kills every process of the browser that keeps its data in this folder. */
async function killBrowserOf(folder: string): Promise<void> {
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")
    if (line.includes(`--user-data-dir=${folder}`)) process.kill(Number(pid), "SIGKILL")
  }
}

it("a browser killed after it recorded without a network sends every piece when it is back", async () => {
  const one = await applicant()
  const folder = await mkdtemp(join(tmpdir(), "backfill-profile-"))
  const open = () =>
    chromium.launchPersistentContext(folder, {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [...ARGS, CAMERA],
      ...ALLOWED,
    })
  try {
    const before = await open()
    const page = await before.newPage()
    const client = await sitDown(page, one)
    await begin(page)
    await page.waitForTimeout(SAID / 2)
    await before.setOffline(true)
    await page.waitForTimeout(SAID)
    await page.getByRole("button", { name: "Stop" }).click()
    await page
      .getByText(/rest is kept on this device/)
      .first()
      .waitFor()
    await killBrowserOf(folder)
    await before.close().catch(() => {})
    const [held] = (await client.recordings.list({ params: { attemptId: one.attemptId } })).items
    expect(held?.state ?? "receiving").toBe("receiving")
    const after = await open()
    const back = await after.newPage()
    await back.goto(one.link)
    await back.getByRole("heading", { level: 1 }).waitFor()
    await back.goto(`${product.url}/c/exercises/${one.attemptId}`)
    await back.getByRole("button", { name: /^Watch/ }).click()
    await back.getByText("All of it has arrived and is safe.").waitFor()
    const ms = await lengthOf(client, one.attemptId)
    expect(ms).toBeGreaterThan(1.5 * SAID - 1000)
    expect(ms).toBeLessThan(1.5 * SAID + 4000)
    await after.close()
  } finally {
    await killBrowserOf(folder)
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})

it("a tab that crashes while it records keeps all but the last moment, and says what is missing", async () => {
  const { context, page, client, attemptId } = await seatIn()
  await begin(page)
  await page.waitForTimeout(SAID)
  const crashed = page.waitForEvent("crash")
  const devtools = await context.newCDPSession(page)
  devtools.send("Page.crash").catch(() => {})
  await crashed
  const next = await context.newPage()
  await next.goto(`${product.url}/c/exercises/${attemptId}`)
  await next.getByRole("button", { name: /^Watch/ }).click()
  await next.getByText(/was closed while it recorded/).waitFor()
  const ms = await lengthOf(client, attemptId)
  expect(ms).toBeGreaterThan(SAID - 2000)
  expect(ms).toBeLessThan(SAID + 3000)
  await context.close()
})

it("a permission that is taken back while it records holds the recording, and what there is plays", async () => {
  const { context, page, client, attemptId } = await seatIn()
  await begin(page)
  await page.waitForTimeout(SAID)
  await context.clearPermissions()
  await page
    .getByText(/stopped sending/)
    .first()
    .waitFor()
  await page.getByRole("button", { name: "Finish with what there is" }).click()
  await page.getByText("All of it has arrived and is safe.").waitFor()
  expect(await lengthOf(client, attemptId)).toBeGreaterThan(SAID - 1000)
  await context.close()
})

it("a device without space warns before the start, and what doesn’t fit there arrives all the same", async () => {
  const one = await applicant()
  const { context, page } = await newPerson(browser, ALLOWED)
  // Chromium tells pages of a made-up quota, whatever the real one is: so the one is told, and the other set.
  await page.addInitScript(() => {
    navigator.storage.estimate = async () => ({ quota: 300_000, usage: 0 })
  })
  const client = await sitDown(page, one)
  const devtools = await context.newCDPSession(page)
  await devtools.send("Storage.overrideQuotaForOrigin", { origin: product.url, quotaSize: 300_000 })
  await page.getByRole("button", { name: "Set up camera and microphone" }).click()
  await page.getByText(/has little space left/).waitFor()
  await page.getByRole("button", { name: "Start recording" }).click()
  await page.waitForTimeout(SAID)
  await page.getByRole("button", { name: "Stop" }).click()
  await page.getByText("All of it has arrived and is safe.").waitFor()
  expect(await lengthOf(client, one.attemptId)).toBeGreaterThan(SAID - 1000)
  await context.close()
})

it("a window that keeps nothing, as a private one, warns before the start", async () => {
  const closed = await newPerson(browser, ALLOWED)
  await closed.page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException("A private window.", "SecurityError")
    }
  })
  const client = await sitDown(closed.page, await applicant())
  const attemptId = closed.page.url().split("/").at(-1) as string
  await closed.page.getByRole("button", { name: "Set up camera and microphone" }).click()
  await closed.page.getByText(/keeps nothing on your device/).waitFor()
  await closed.page.getByRole("button", { name: "Start recording" }).click()
  await closed.page.waitForTimeout(SAID)
  await closed.page.getByRole("button", { name: "Stop" }).click()
  await closed.page.getByText("All of it has arrived and is safe.").waitFor()
  expect(await lengthOf(client, attemptId)).toBeGreaterThan(SAID - 1000)
  await closed.context.close()
})
