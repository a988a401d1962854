import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Client } from "@backfill/contract"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch, look, newPerson } from "./browser.ts"
import { accept, clientOf, practiseAlone } from "./people.ts"
import { type Product, startProduct } from "./product.ts"
import { writeSpokenSound } from "./spoken-sound.ts"
import { uploadRehearsal } from "./upload-rehearsal.ts"

/** Rehearsals with the picture, and what of them stays on a device: for the next visit, for nobody else, and no longer than wanted. */
let folder: string
let product: Product
let browser: Browser
let page: Page
let faults: string[]
let client: Client
let storyId: string
let recordingId: string

const STORY = {
  title: "The hour that happened twice",
  text: "On the last Sunday of October I was on call and the row count went red. I looked at the raw files before I touched the pipeline. I told the billing lead what was missing. Billing started on time.",
  themes: { "late-data": "tells", "pipeline-broke": "could" } as const,
  badHour: true,
  kinds: ["incident" as const],
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-voice-"))
  const voice = join(folder, "voice.wav")
  await writeSpokenSound(voice, [4, 1.5])
  product = await startProduct()
  browser = await launch([
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${voice}`,
    "--autoplay-policy=no-user-gesture-required",
  ])
  ;({ page, faults } = await newPerson(browser, { permissions: ["microphone", "camera"] }))
  await practiseAlone(page, product)
  client = await clientOf(page, product.url)
  const { items } = await client.stories.create({ body: { stories: [STORY] } })
  storyId = items[0]?.id ?? ""
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  await rm(folder, { recursive: true, force: true })
})

const open = async (path: string, at = page) => {
  await at.goto(product.url + path)
  await at.getByRole("heading", { level: 1 }).waitFor()
}
const pace = (at = page) => at.getByRole("heading", { name: /syllables a second|Too little speech/ })
/** The sound is fetched by what listens; the player’s own requests are of another kind. */
const listens = (at: Page): { times: number } => {
  const counted = { times: 0 }
  at.on("request", (request) => {
    if (request.resourceType() === "fetch" && request.url().endsWith("/media")) counted.times += 1
  })
  return counted
}

/** What this browser keeps of rehearsals: recordings that wait, what was heard, and notes that aren’t saved. */
const keptHere = () =>
  page.evaluate(async () => {
    const all = async (name: string, store: string) => {
      const known = await indexedDB.databases()
      if (!known.some((one) => one.name === name)) return 0
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name)
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error)
      })
      const counting = db.transaction(store).objectStore(store).count()
      const count = await new Promise<number>(
        (resolve) => (counting.onsuccess = () => resolve(counting.result)),
      )
      db.close()
      return count
    }
    return {
      takes: await all("backfill-recordings", "takes"),
      pieces: await all("backfill-recordings", "pieces"),
      heard: await all("backfill-heard", "heard"),
      notes: Object.keys(localStorage).filter((key) => key.startsWith("backfill.kept.")).length,
    }
  })
const NOTHING = { takes: 0, pieces: 0, heard: 0, notes: 0 }

/** No byte of a recording gets out of this browser, from now on or until `let go`. */
async function hold(on = page): Promise<() => Promise<void>> {
  const uploads = "**/api/practice/recordings**"
  await on
    .context()
    .route(uploads, (route) =>
      ["POST", "PATCH"].includes(route.request().method()) ? route.abort() : route.fallback(),
    )
  return () => on.context().unroute(uploads)
}
async function tellToTheDevice(): Promise<void> {
  await open(`/rehearse/tell?story=%22${storyId}%22`)
  await page.getByRole("button", { name: "Switch the microphone on" }).click()
  await page.getByRole("button", { name: "Start" }).click()
  await page.getByRole("timer", { name: "Told so far" }).waitFor()
  await page.waitForTimeout(3000)
  await page.getByRole("button", { name: "Stop" }).click()
  await page.getByRole("button", { name: "Tell it again" }).waitFor()
}

describe("with the picture", () => {
  it("is suggested at home while nobody has heard the story, in a plan and without one", async () => {
    await client.readiness.saveOnSite({
      body: { onSite: new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10) },
    })
    await open("/home")
    await page.getByRole("heading", { name: `Tell “${STORY.title}” aloud`, level: 1 }).waitFor()
    await look(page, "home-tell")
    await page.getByRole("link", { name: "Tell it", exact: true }).click()
    await page.waitForURL(/rehearse\/tell\?story=.*item=/)
  })

  it("records camera and microphone, and shows how it looks before and meanwhile", async () => {
    await page.getByRole("button", { name: "Add the picture" }).click()
    await page.getByText("We hear you").waitFor()
    const mirror = page.locator("video")
    await expect.poll(() => mirror.evaluate((video: HTMLVideoElement) => video.videoWidth)).toBeGreaterThan(0)
    await look(page, "rehearse-picture-check")
    await page.keyboard.press("Space")
    await page.getByRole("timer", { name: "Told so far" }).waitFor()
    await page.waitForTimeout(2000)
    await look(page, "rehearse-picture-telling")
    await page.waitForTimeout(7000)
    await page.keyboard.press("Space")
    await page.getByText("All of it has arrived and is safe.").waitFor()
    await look(page, "rehearse-picture-told")
    await page.keyboard.press("l")
    await page.waitForURL(/rehearse\/[0-9a-f-]{36}/)
    recordingId = page.url().split("/").at(-1) ?? ""
    expect(faults).toEqual([])
  })

  it("plays the picture beside what is heard, and takes marks", async () => {
    await pace().waitFor({ timeout: 60_000 })
    const { recording } = await client.rehearsals.read({ params: { recordingId } })
    expect(recording).toMatchObject({ kind: "video", state: "ready" })
    expect(recording.width).toBeGreaterThan(300)
    expect(recording.digest).toMatch(/^[0-9a-f]{64}$/)
    const picture = page.getByLabel("The recording", { exact: true })
    await expect
      .poll(() => picture.evaluate((video: HTMLVideoElement) => video.videoWidth))
      .toBe(recording.width)
    await page.locator("h1").focus()
    await page.keyboard.press("Space")
    await page.waitForTimeout(1000)
    await page.keyboard.press("s")
    await page.waitForTimeout(1500)
    await page.keyboard.press("m")
    await page.keyboard.press("a")
    await page.waitForTimeout(800)
    await page.keyboard.press("u")
    await page.keyboard.press("Space")
    expect(await picture.evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(2)
    await expect
      .poll(async () => {
        const { marks, parts } = await client.rehearsals.read({ params: { recordingId } })
        return [marks.map(({ kind }) => kind), parts.map(({ part }) => part)]
      })
      .toEqual([
        ["ramble", "hesitation"],
        ["situation", "action"],
      ])
    await look(page, "rehearsal-picture")
    expect(faults).toEqual([])
  })
})

describe("what was heard", () => {
  it("stands there at once on a second visit, without another listening", async () => {
    expect((await keptHere()).heard).toBe(1)
    const counted = listens(page)
    await page.reload()
    await pace().waitFor()
    await page.getByRole("img", { name: /^Speech in \d+ stretches/ }).waitFor()
    expect(await page.getByRole("slider").locator("polygon").count()).toBe(2)
    expect(counted.times).toBe(0)
  })

  it("shows the pauses at once on another device, also before that has listened", async () => {
    const other = await newPerson(browser)
    await other.context.addCookies(await page.context().cookies())
    const counted = listens(other.page)
    await other.context.route("**/media", (route) =>
      route.request().resourceType() === "fetch" ? route.abort() : route.fallback(),
    )
    await open(`/rehearse/${recordingId}`, other.page)
    await other.page.getByRole("img", { name: /^Speech in \d+ stretches/ }).waitFor()
    await other.page.getByText("the waveform can’t be drawn").waitFor()
    expect(counted.times).toBe(1)
    await look(other.page, "rehearsal-unheard")
    await other.context.close()
  })

  it("is forgotten with its recording, with notes that weren’t saved", async () => {
    await open(`/rehearse/${recordingId}`)
    await page
      .context()
      .route("**/api/practice/rehearsals/*", (route) =>
        route.request().method() === "PUT" ? route.abort() : route.fallback(),
      )
    await page.getByRole("list", { name: "Marks" }).waitFor()
    await page.locator("h1").focus()
    await page.keyboard.press("u")
    await page.getByText(/Kept on this device/).waitFor()
    expect(await keptHere()).toEqual({ ...NOTHING, heard: 1, notes: 1 })
    await page.getByRole("button", { name: "Delete this rehearsal" }).click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete for good" }).click()
    await page.waitForURL(/\/rehearse$/)
    await page.context().unroute("**/api/practice/rehearsals/*")
    expect(await keptHere()).toEqual(NOTHING)
  })
})

const focused = () => page.evaluate(() => document.activeElement?.textContent)

describe("many takes", () => {
  it("are compared six at a time, the latest first, and earlier ones when asked for", async () => {
    for (let nth = 0; nth < 8; nth++) await uploadRehearsal(page, client, { storyId })
    const [newest] = (await client.rehearsals.list({ query: {} })).items
    const lost = `**/${newest?.recording.id}/media`
    await page.context().route(lost, (route) => route.abort())
    await open(`/rehearse/takes?story=%22${storyId}%22`)
    const list = page.getByRole("list", { name: "Takes on one time scale" })
    await expect
      .poll(() => list.getByRole("link").allInnerTexts())
      .toEqual([8, 7, 6, 5, 4, 3].map((n) => `Take ${n}`))
    await page.getByText("the latest 6 of 8").waitFor()
    await look(page, "rehearse-takes-many")
    const again = list.getByRole("button", { name: "Listen again" })
    await again.waitFor({ timeout: 90_000 })
    await look(page, "rehearse-takes-unread")
    await page.context().unroute(lost)
    await again.click()
    // By keyboard one goes on where one was.
    await expect.poll(focused).toBe("Take 8")
    await page.getByRole("button", { name: "Show 2 earlier takes" }).click()
    await expect.poll(() => list.getByRole("link").count()).toBe(8)
    expect(await focused()).toBe("Take 2")
    await expect.poll(() => page.getByRole("table").innerText(), { timeout: 90_000 }).not.toContain("…")
    expect(await page.getByRole("button", { name: /earlier/ }).count()).toBe(0)
    expect((await keptHere()).heard).toBe(8)
    // Eight recordings are listened to, one after the other.
  }, 600_000)
})

describe("a browser that two people use", () => {
  const MAIL = "noor.visser@havenlicht.example"
  let other: Client
  const signOut = async () => {
    await open("/settings")
    await page.getByRole("button", { name: "Sign out here" }).click()
    await page.waitForURL(/\/sign-in/)
  }
  const signIn = async (mail: string) => {
    await page.getByLabel("E-mail").fill(mail)
    await page.getByLabel("Password").fill("a long enough one")
    await page.locator("form button[type=submit]").click()
    await page.getByRole("navigation").first().waitFor()
  }
  const told = async (who: Client) => (await who.rehearsals.list({ query: {} })).items.length

  it("sends what one left on it under nobody else’s name, and once they are back", async () => {
    const { link } = await client.accounts.invite({ body: { roles: ["member"] } })
    ;({ client: other } = await accept(product, browser, link, "Noor Visser"))
    const letGo = await hold()
    await tellToTheDevice()
    // A second window of the first person stays open all the while, and is about to send.
    const left = await page.context().newPage()
    await open("/rehearse", left)
    await left.getByText(/still on this device/).waitFor()
    expect((await keptHere()).takes).toBe(1)
    await signOut()
    await expect.poll(keptHere).toMatchObject({ takes: 1, heard: 0 })
    await signIn(MAIL)
    await letGo()
    await page.goto(`${product.url}/rehearse`)
    await page.getByText("Nothing told yet").waitFor()
    expect(await page.getByText(/still on this device/).count()).toBe(0)
    await left.waitForTimeout(6000)
    expect(await left.getByText(/still on this device/).count()).toBe(0)
    expect([await told(other), (await keptHere()).takes]).toEqual([0, 1])
    await left.close()
    await signOut()
    await signIn("sami@home.example")
    client = await clientOf(page, product.url)
    await open("/rehearse")
    await expect.poll(() => told(client), { timeout: 60_000 }).toBe(9)
    await expect.poll(keptHere).toEqual(NOTHING)
    expect(await told(other)).toBe(0)
  })

  it("forgets all of it with “Delete all of my practice”, and nothing goes up afterwards", async () => {
    const [latest] = (await client.rehearsals.list({ query: {} })).items
    await open(`/rehearse/${latest?.recording.id}`)
    await pace().waitFor({ timeout: 60_000 })
    await page.getByText("Saved", { exact: true }).waitFor()
    await page
      .context()
      .route("**/api/practice/rehearsals/*", (route) =>
        route.request().method() === "PUT" ? route.abort() : route.fallback(),
      )
    await page.locator("h1").focus()
    await page.keyboard.press("m")
    await page.getByText(/Kept on this device/).waitFor()
    const letGo = await hold()
    await tellToTheDevice()
    // Somebody else’s draft on the same device is theirs to keep.
    await page.evaluate(() => localStorage.setItem("backfill.kept.0000.story.1", "theirs"))
    await expect.poll(keptHere).toMatchObject({ takes: 1, heard: 1, notes: 2 })
    await open("/your-practice")
    await page.getByRole("button", { name: "Delete all of my practice" }).click()
    const dialog = page.getByRole("alertdialog")
    await dialog.getByRole("textbox").fill("delete")
    await dialog.getByRole("button", { name: "Delete it all" }).click()
    await page.getByText("All of your practice is deleted.").waitFor()
    expect(await keptHere()).toEqual({ ...NOTHING, notes: 1 })
    await letGo()
    await open("/rehearse")
    await page.getByText("Nothing told yet").waitFor()
    await page.waitForTimeout(4000)
    expect(await told(client)).toBe(0)
    expect((await client.practiceRecordings.list({ query: {} })).bytes).toBe(0)
    expect(faults).toEqual([])
  })
})
