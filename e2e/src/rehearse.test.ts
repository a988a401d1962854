import { mkdtemp, rm } from "node:fs/promises"
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

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-voice-"))
  const voice = join(folder, "voice.wav")
  await writeSpokenSound(voice, PLAN)
  product = await startProduct()
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
    await page.getByRole("link", { name: "Tell the next one" }).click()
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
    await page.getByRole("link", { name: "Tell it again" }).click()
    await tell(5000)
    await page.getByRole("button", { name: "Look at how it went" }).click()
    await page.getByRole("link", { name: /Take 2 of 2, compare/ }).click()
    await page.getByRole("heading", { name: /Take 2 is .* shorter than take 1/, level: 1 }).waitFor()
    await expect.poll(() => page.getByRole("table").innerText()).not.toContain("…")
    await look(page, "rehearse-takes")
    expect(faults).toEqual([])
  })

  it("counts the questions a story met, also at home, and deletes a rehearsal when asked", async () => {
    await open("/rehearse")
    await page.getByText("1 of 3").first().waitFor()
    await look(page, "rehearse-list")
    await open("/home")
    await page.getByRole("heading", { name: /rehearsals/i }).waitFor()
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
