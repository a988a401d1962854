import { createHash, randomBytes } from "node:crypto"
import { readFileSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Client } from "@backfill/contract"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, expect, it } from "vitest"
import { launch, look, newPerson } from "./browser.ts"
import { clientOf, practiseAlone } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

/** All of one's practice, with picture and sound, moves from one installation to another as one file. */
let folder: string
let here: Product
let there: Product
let browser: Browser
let page: Page
let away: Page
let faults: string[]
let elsewhere: string[]
let old: Client
let anew: Client
let zip: string
/** A recording that takes up the other installation’s room. */
let filler: string

const MB = 1_000_000
const fixture = (name: string) =>
  readFileSync(new URL(`../../server/src/platform/recordings/fixtures/${name}`, import.meta.url))
/** A movie without an index: it can't be made seekable, so it is kept, and goes up, in many pieces, to the byte. */
function long(bytes: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(bytes + 8)
  head.write("mdat", 4)
  return Buffer.concat([fixture("phone.mp4").subarray(0, 32), head, randomBytes(bytes)])
}
const TOLD = [fixture("live.webm"), long(3 * MB), long(3 * MB)]
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backfill-one-file-"))
  here = await startProduct()
  there = await startProduct({ BACKFILL_RECORDINGS_PERSON_GB: "0.007" })
  browser = await launch()
  ;({ page, faults } = await newPerson(browser))
  ;({ page: away, faults: elsewhere } = await newPerson(browser))
  await practiseAlone(page, here)
  await practiseAlone(away, there)
  old = await clientOf(page, here.url)
  anew = await clientOf(away, there.url)
})
afterAll(async () => {
  await browser?.close()
  await here?.stop()
  await there?.stop()
  await rm(folder, { recursive: true, force: true })
})

async function record(client: Client, storyId: string | undefined, bytes: Buffer): Promise<string> {
  const headers = { "upload-length": String(bytes.length) }
  const { id } = await client.practiceRecordings.create({ query: { kind: "video", storyId }, headers })
  await client.practiceRecordings.append({
    params: { recordingId: id },
    upload: new Uint8Array(bytes),
    headers: { "upload-offset": "0" },
  })
  return id
}
const choose = (path: string) => away.getByLabel("A file that Backfill wrote").setInputFiles(path)
/** What came out of the file so far, the oldest first. */
const recorded = async () =>
  (await anew.rehearsals.list({ query: {} })).items
    .filter(({ recording }) => recording.id !== filler)
    .toSorted((a, b) => Date.parse(a.recording.createdAt) - Date.parse(b.recording.createdAt))

it("downloads everything with picture and sound, its size told beforehand", async () => {
  const story = { title: "The hour that happened twice", text: "I was on call.", themes: {}, badHour: true }
  const { items } = await old.stories.create({ body: { stories: [{ ...story, kinds: ["incident"] }] } })
  const ids: string[] = []
  for (const [nth, bytes] of TOLD.entries())
    ids.push(await record(old, nth < 2 ? items[0]?.id : undefined, bytes))
  const transcript = { text: "I was on call.", from: "typed" as const }
  const notes = { speech: null, parts: [], transcript, dismissed: [] }
  await old.rehearsals.note({
    params: { recordingId: ids[0] ?? "" },
    body: { version: 0, ...notes, marks: [{ atMs: 900, kind: "ramble" }] },
  })
  await expect
    .poll(async () => (await old.practiceRecordings.list({ query: {} })).items.map(({ state }) => state))
    .toEqual(["as-it-came", "as-it-came", "ready"])
  await page.goto(`${here.url}/your-practice`)
  await page.getByText(/ZIP, about 6\.\d MB: the same, and your 3 recordings\./).waitFor()
  await look(page, "your-practice-recordings")
  const saved = page.waitForEvent("download")
  await page.getByRole("link", { name: "Download it with picture and sound" }).click()
  const download = await saved
  expect(download.suggestedFilename()).toMatch(/^backfill-practice-[\d-]+\.zip$/)
  zip = join(folder, "practice.zip")
  await download.saveAs(zip)
})

it("takes nothing in from a ZIP that is cut short, and says so", async () => {
  await away.goto(`${there.url}/your-practice`)
  const cut = join(folder, "cut.zip")
  await writeFile(cut, readFileSync(zip).subarray(0, 5 * MB))
  await choose(cut)
  await away.getByText("This ZIP is cut short or damaged").waitFor()
  await look(away, "your-practice-refused")
  expect([(await anew.stories.list()).items, await recorded()]).toEqual([[], []])
})

it("shows how far it is, and goes on with the same file after it broke off", async () => {
  filler = await record(anew, undefined, long(3 * MB))
  let pieces = 0
  const place = "**/api/practice/recordings/*"
  await away.route(place, (route) =>
    route.request().method() === "PATCH" && ++pieces > 3 ? route.abort("failed") : route.continue(),
  )
  await choose(zip)
  await away.getByText("no network, it goes on by itself").waitFor()
  await look(away, "your-practice-taking-in")
  await away.unroute(place)
  await away.reload()
  const before = (await recorded()).map(({ recording }) => recording)
  expect(before.map(({ state }) => state).at(-1)).toBe("receiving")
  const sent: number[] = []
  away.on("request", (request) => {
    if (request.method() === "PATCH") sent.push(Number(request.headers()["upload-offset"]))
  })
  await choose(zip)
  await away.getByText("One recording stayed behind").waitFor()
  expect(sent[0]).toBe(before.at(-1)?.offset)
  expect(sent[0]).toBeGreaterThan(0)
  await away.getByText("all there is for one person").waitFor()
  await away.getByText("Told without a story").waitFor()
  await look(away, "your-practice-stayed-behind")
})

it("takes in what stayed behind once there is room, and nothing the next time", async () => {
  await anew.practiceRecordings.remove({
    params: { recordingId: filler },
    headers: { "tus-resumable": "1.0.0" },
  })
  await choose(zip)
  await away.getByText("1 recording came with picture and sound").waitFor()
  const now = await recorded()
  expect(now).toHaveLength(3)
  expect(now[0]).toMatchObject({
    marks: [{ atMs: 900, kind: "ramble" }],
    transcript: { text: "I was on call." },
    recording: { storyId: (await anew.stories.list()).items[0]?.id },
  })
  await expect
    .poll(async () => (await recorded()).map(({ recording }) => recording.state))
    .toEqual(["ready", "as-it-came", "as-it-came"])
  for (const nth of [1, 2]) {
    const at = `${there.url}/api/practice/recordings/${now[nth]?.recording.id}/media`
    const media = await (await away.request.get(at)).body()
    expect(sha256(media)).toBe(sha256(TOLD[nth] ?? Buffer.alloc(0)))
  }
  await choose(zip)
  await away.getByText("Everything in that file is here already.").waitFor()
  expect((await recorded()).length).toBe(3)
  expect([...faults, ...elsewhere]).toEqual([])
})
