import { mkdtemp, rm } from "node:fs/promises"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Client } from "@backfill/contract"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch, look, newPerson } from "./browser.ts"
import { clientOf, practiseAlone } from "./people.ts"
import { type Product, startProduct } from "./product.ts"
import { writeSpokenSound } from "./spoken-sound.ts"

/** Rehearsals in a real browser, whose microphone hears a made-up voice that speaks four seconds and rests for one and a half. */
const PLAN = [4, 1.5]
const TOLD = 13_000

let folder: string
let product: Product
let browser: Browser
let page: Page
let faults: string[]
let client: Client
let storyId: string

const STORY = {
  title: "The hour that happened twice",
  text: "At the energy retailer I worked for, 1.4 million meters sent a reading every half hour. On the last Sunday of October I was on call and the row count went red. I looked at the raw files before I touched the pipeline. I told the billing lead what was missing. Billing started on time, with 2.8 million readings back in place. A week later the vendor agreed to send UTC.",
  themes: { "late-data": "tells", "pipeline-broke": "could" } as const,
  badHour: true,
  kinds: ["incident" as const],
}

let service: Server
/** How many recordings the transcription service was sent. */
let sent = 0

/** A transcription service: says the same whatever it hears, as quickly as none does. */
async function startService(): Promise<string> {
  service = createServer((request, response) => {
    request.resume().on("end", () => {
      sent += 1
      response.setHeader("content-type", "application/json")
      response.end(JSON.stringify({ text: HEARD }))
    })
  })
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve))
  return `127.0.0.1:${(service.address() as AddressInfo).port}`
}
const HEARD =
  "The load at the retailer was kind of slow. I basically read the plan, I moved the join, and I told finance about it. The report came two hours earlier and we added a test for it."
let host: string

beforeAll(async () => {
  host = await startService()
  folder = await mkdtemp(join(tmpdir(), "backfill-voice-"))
  const voice = join(folder, "voice.wav")
  await writeSpokenSound(voice, PLAN)
  product = await startProduct({ BACKFILL_TRANSCRIPTION_URL: `http://${host}/v1` })
  browser = await launch([
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-audio-capture=${voice}`,
    "--autoplay-policy=no-user-gesture-required",
  ])
  ;({ page, faults } = await newPerson(browser, { permissions: ["microphone", "camera"] }))
  await practiseAlone(page, product)
  client = await clientOf(page, product.url)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
  service?.close()
  await rm(folder, { recursive: true, force: true })
})

const open = async (path: string) => {
  await page.goto(product.url + path)
  await page.getByRole("heading", { level: 1 }).waitFor()
}
const key = (name: string) => page.keyboard.press(name)

/** Tells aloud with the space bar alone, from the question to the take that has arrived. */
async function tell(ms: number): Promise<void> {
  await page.getByRole("button", { name: "Switch the microphone on" }).waitFor()
  await key("Space")
  await page.getByText("We hear you").waitFor()
  await key("Space")
  await page.getByRole("button", { name: "Stop" }).waitFor()
  await page.waitForTimeout(ms)
  await key("Space")
  await page.getByText("All of it has arrived and is safe.").waitFor()
}

describe("rehearsing", () => {
  it("begins with an empty page that says what will be here", async () => {
    await open("/rehearse")
    await page.getByText("No story is written yet").waitFor()
    await look(page, "rehearse-empty")
    const { items } = await client.stories.create({ body: { stories: [STORY] } })
    storyId = items[0]?.id ?? ""
  })

  it("tells a story to a question by the space bar, its draft out of sight", async () => {
    await open("/home")
    await key("g")
    await key("e")
    await page.getByRole("heading", { name: /The hour that happened twice/, level: 1 }).waitFor()
    await key("d")
    await page.getByRole("button", { name: "Rehearse it" }).waitFor()
    await look(page, "rehearse-start")
    await page.getByRole("link", { name: "Tell the next one" }).focus()
    await key("Enter")
    await page.getByRole("button", { name: "Switch the microphone on" }).waitFor()
    await look(page, "rehearse-question")
    await key("Space")
    await page.getByText("We hear you").waitFor()
    await look(page, "rehearse-check")
    await key("t")
    await page.getByText("Nothing is recorded. Which story").waitFor()
    await look(page, "rehearse-think")
    await key("Space")
    await page.getByRole("timer", { name: "Told so far" }).waitFor()
    await look(page, "rehearse-telling")
    expect(await page.locator("body").innerText()).not.toContain("row count went red")
    await page.waitForTimeout(TOLD)
    await key("Space")
    await page.getByText("All of it has arrived and is safe.").waitFor()
    await look(page, "rehearse-told")
    await key("l")
    await page.waitForURL(/rehearse\/[0-9a-f-]{36}/)
    await page.getByRole("slider", { name: "Place in the recording" }).waitFor()
    await page.getByText("row count went red").waitFor()
    expect(faults).toEqual([])
  })

  it("hears its speech and pauses, marks by keys, and keeps them", async () => {
    await page.getByRole("heading", { name: /pause/ }).waitFor()
    const [told] = (await client.rehearsals.list({ query: {} })).items
    const recordingId = told?.recording.id ?? ""
    expect(told?.recording.storyId).toBe(storyId)
    await expect
      .poll(async () => (await client.rehearsals.read({ params: { recordingId } })).speech?.stretches.length)
      .toBeGreaterThan(1)
    const { speech } = await client.rehearsals.read({ params: { recordingId } })
    const pauses = (speech?.stretches ?? [])
      .slice(1)
      .map(([from], nth) => from - (speech?.stretches[nth]?.[1] ?? 0))
    // Every pause the voice makes is found again, through microphone, codec and gate.
    expect(pauses.length).toBeGreaterThanOrEqual(2)
    for (const pause of pauses) expect(Math.abs(pause - 1500)).toBeLessThan(250)
    await page.locator("h1").focus()
    await key("Space")
    await page.getByRole("button", { name: "Pause" }).waitFor()
    await page.waitForTimeout(800)
    await key("s")
    await page.waitForTimeout(1200)
    await key("t")
    await key("u")
    await page.waitForTimeout(1200)
    await key("a")
    await key("m")
    await key("f")
    await page.waitForTimeout(1200)
    await key("r")
    await key("h")
    await key("Space")
    await page.getByRole("button", { name: "Play" }).waitFor()
    // “h” so soon after “r” corrects it.
    const names = async () =>
      (await page.getByRole("list", { name: "Parts you heard" }).innerText()).match(/[A-Z][a-z]+/g)
    expect((await names())?.filter((word) => word !== "Delete")).toEqual([
      "Situation",
      "Task",
      "Action",
      "Hardening",
    ])
    await key("m")
    await page.getByRole("list", { name: "Marks" }).getByText("Rambles").nth(1).waitFor()
    await key("z")
    await expect.poll(() => page.getByRole("list", { name: "Marks" }).getByText("Rambles").count()).toBe(1)
    // A letter on its own draws nothing while it rests.
    await key("s")
    expect((await names())?.filter((word) => word === "Situation")).toHaveLength(1)
    await expect
      .poll(async () => {
        const kept = await client.rehearsals.read({ params: { recordingId } })
        return [kept.marks.map(({ kind }) => kind), kept.parts.map(({ part }) => part)]
      })
      .toEqual([
        ["hesitation", "ramble"],
        ["situation", "task", "action", "hardening"],
      ])
    await look(page, "rehearsal-marked")
    await page.reload()
    await page.getByRole("list", { name: "Parts you heard" }).waitFor()
    expect(faults).toEqual([])
  })

  it("reads a pasted transcript, and its questions stand on the time", async () => {
    await page
      .getByRole("textbox", { name: "Transcript" })
      .fill(
        "We had a nightly load at a retailer and it was slow for many months and everybody knew about it. It was slow because of many things in the cluster and the network and the disks. Then we fixed the job and we made it faster and um we added more machines. It was done in the end and everybody was happy with the result of our work there.",
      )
    const asked = page.getByRole("list", { name: "Questions about what you said" })
    await asked.getByRole("button").first().waitFor()
    expect(await asked.getByRole("listitem").count()).toBeLessThanOrEqual(3)
    await page.getByRole("img", { name: /The parts as the words tell them/ }).waitFor()
    await look(page, "rehearsal-transcript")
    await page.locator("h1").focus()
    await key("j")
    await key("Enter")
    await page.getByRole("button", { name: "Pause" }).waitFor()
    await key("Space")
    // Typing is typing: no letter of it is a mark.
    await page.getByRole("textbox", { name: "Transcript" }).press("End")
    const before = await page.getByRole("list", { name: "Marks" }).getByRole("listitem").count()
    await page.keyboard.type(" mum")
    expect(await page.getByRole("list", { name: "Marks" }).getByRole("listitem").count()).toBe(before)
    expect(faults).toEqual([])
  })

  it("sets a question aside with a reason, for this recording and for good, and asks it again when told to", async () => {
    const asked = page.getByRole("list", { name: "Questions about what you said" })
    const first = await asked.locator("[data-asked]").first().innerText()
    await asked
      .getByRole("button", { name: /^Set aside/ })
      .first()
      .click()
    const dialog = page.getByRole("dialog")
    await dialog.getByText(first).waitFor()
    await look(page, "rehearsal-aside")
    await dialog.getByText("I keep it for a follow-up question").click()
    await dialog.getByRole("button", { name: "Set aside" }).click()
    await page.getByText("One question set aside").waitFor()
    expect(await asked.locator("[data-asked]").allInnerTexts()).not.toContain(first)
    await page.getByText("Saved", { exact: true }).waitFor()
    const kept = async () => (await client.rehearsals.list({ query: {} })).items[0]?.dismissed
    expect((await kept())?.map(({ reason }) => reason)).toEqual(["I keep it for a follow-up question"])
    await page.reload()
    await page.getByText("One question set aside").click()
    await page.getByText("I keep it for a follow-up question").waitFor()
    expect(await asked.locator("[data-asked]").allInnerTexts()).not.toContain(first)
    await look(page, "rehearsal-asided")
    await page.getByRole("button", { name: /^Ask again/ }).click()
    await expect.poll(() => asked.locator("[data-asked]").allInnerTexts()).toContain(first)
    await expect.poll(kept).toEqual([])
    expect(faults).toEqual([])
  })

  it("keeps notes without a network and sends them later", async () => {
    await page.getByText("Saved", { exact: true }).waitFor()
    await page.context().setOffline(true)
    await page.locator("h1").focus()
    await key("u")
    await page.getByText(/Kept on this device/).waitFor()
    await page.context().setOffline(false)
    await page.getByText("Saved", { exact: true }).waitFor()
    const [told] = (await client.rehearsals.list({ query: {} })).items
    expect(told?.marks).toHaveLength(3)
    expect(told?.transcript?.from).toBe("typed")
  })

  it("holds a second take against the first", async () => {
    await page.getByRole("link", { name: "Tell it again" }).focus()
    await key("Enter")
    await tell(5000)
    await key("l")
    await page.getByRole("link", { name: /Take 2 of 2, compare/ }).click()
    await page.getByRole("heading", { name: /Take 2 is .* shorter than take 1/, level: 1 }).waitFor()
    await expect.poll(() => page.getByRole("table").innerText()).not.toContain("…")
    await look(page, "rehearse-takes")
    expect(faults).toEqual([])
  })

  it("sends a recording away only when asked, shows the words first, and counts no fillers in them", async () => {
    await page.getByRole("link", { name: "Take 2" }).click()
    await page.getByRole("button", { name: `Have it transcribed by ${host}` }).click()
    const dialog = page.getByRole("dialog")
    await dialog.getByText(/leaves this installation/).waitFor()
    await look(page, "rehearsal-send")
    await dialog.getByRole("button", { name: "Keep it here" }).click()
    expect(sent).toBe(0)
    await page.getByRole("button", { name: `Have it transcribed by ${host}` }).click()
    await dialog.getByRole("button", { name: `Send it to ${host}` }).click()
    const written = page.getByLabel(`What ${host} wrote`)
    await written.waitFor()
    expect(await written.inputValue()).toBe(HEARD)
    // Nothing was read into it yet.
    expect(await page.getByRole("img", { name: /The parts as the words/ }).count()).toBe(0)
    await look(page, "rehearsal-correct")
    await written.fill(HEARD.replace("two hours", "three hours"))
    await page.getByRole("button", { name: "It is right, use it" }).click()
    await page.getByRole("img", { name: /The parts as the words/ }).waitFor()
    await page.getByText(/aren’t counted here/).waitFor()
    expect(await page.getByText("Words that soften or fill", { exact: true }).count()).toBe(0)
    await page.getByText("Saved", { exact: true }).waitFor()
    const [told] = (await client.rehearsals.list({ query: {} })).items
    expect(told?.transcript).toEqual({ text: HEARD.replace("two hours", "three hours"), from: "service" })
    expect(sent).toBe(1)
    expect(faults).toEqual([])
  })

  it("brings home what a closed window left on the device, from the page where one begins", async () => {
    await open(`/rehearse/tell?story=%22${storyId}%22`)
    await page.getByRole("button", { name: "Switch the microphone on" }).click()
    await page.getByRole("button", { name: "Start" }).click()
    await page.waitForTimeout(5000)
    await page.context().setOffline(true)
    const context = page.context()
    await page.close({ runBeforeUnload: false })
    await context.setOffline(false)
    page = await context.newPage()
    page.on("pageerror", (error) => faults.push(String(error)))
    await open("/rehearse")
    await expect
      .poll(
        async () =>
          (await client.rehearsals.list({ query: {} })).items.map(({ recording }) => recording.state),
        {
          timeout: 20_000,
        },
      )
      .toEqual(["ready", "ready", "ready"])
    await expect
      .poll(() => page.getByRole("link", { name: "The hour that happened twice" }).count())
      .toBeGreaterThan(3)
    const [last] = (await client.rehearsals.list({ query: {} })).items
    expect(last?.recording.storyId).toBe(storyId)
    expect(last?.recording.durationMs).toBeGreaterThan(2000)
    await client.practiceRecordings.remove({ params: { recordingId: last?.recording.id ?? "" } })
  })

  it("takes a phone’s voice memo", async () => {
    await open("/rehearse/tell")
    await page.getByText("I recorded it elsewhere").click()
    await look(page, "rehearse-elsewhere")
    await page
      .getByLabel("Choose a recording instead")
      .setInputFiles(
        new URL("../../server/src/platform/recordings/fixtures/voice.m4a", import.meta.url).pathname,
      )
    await page.getByText("All of it has arrived and is safe.").waitFor()
    const [memo] = (await client.rehearsals.list({ query: {} })).items
    expect(memo?.recording).toMatchObject({ kind: "audio", storyId: null, itemId: null })
    await key("l")
    await page.getByRole("slider", { name: "Place in the recording" }).waitFor()
    await client.practiceRecordings.remove({ params: { recordingId: memo?.recording.id ?? "" } })
  })

  it("says what is gone, what can’t be loaded, and holds long words", async () => {
    await open("/rehearse/00000000-0000-4000-8000-000000000000")
    await page.getByRole("link", { name: "Back to your rehearsals" }).waitFor()
    await look(page, "rehearsal-gone")
    await page.route("**/api/practice/rehearsals", (route) => route.abort())
    await open("/rehearse")
    await page.getByRole("button", { name: /again/i }).waitFor({ timeout: 30_000 })
    await look(page, "rehearse-unread")
    await page.unroute("**/api/practice/rehearsals")
    const long = {
      ...STORY,
      title: `${"Aktiengesellschaftsversicherungs".repeat(4)} and more`,
      text: "word ".repeat(900),
    }
    const { items } = await client.stories.create({ body: { stories: [long] } })
    await open(`/rehearse/tell?story=%22${items[0]?.id}%22`)
    await page.getByRole("button", { name: "Switch the microphone on" }).waitFor()
    await look(page, "rehearse-question-long")
    await open("/rehearse")
    await page.getByText("Aktiengesellschafts").first().waitFor()
    await look(page, "rehearse-list-long")
    await client.stories.remove({ params: { storyId: items[0]?.id ?? "" } })
  })

  it("counts the questions a story met, also at home, and deletes a rehearsal when asked", async () => {
    await open("/rehearse")
    await page.getByText("1 of 3").first().waitFor()
    await look(page, "rehearse-list")
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    await client.readiness.saveOnSite({ body: { onSite: soon } })
    await open("/home")
    await page.getByRole("heading", { name: /rehearsals/i }).waitFor()
    await page.getByRole("list", { name: "Questions each story met this week" }).getByText("1 of 3").waitFor()
    await look(page, "home-rehearsed")
    await open("/rehearse")
    await page
      .getByRole("button", { name: /^Delete the rehearsal of/ })
      .first()
      .click()
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete for good" }).click()
    await expect.poll(async () => (await client.rehearsals.list({ query: {} })).items.length).toBe(1)
    expect(faults).toEqual([])
  })
})
