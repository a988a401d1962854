import { execFile } from "node:child_process"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Client, Take } from "@backfill/contract"
import type { Browser, BrowserContext, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { applyTo, openRole } from "./applicants.ts"
import { IN_FIREFOX, launch, look, newPerson } from "./browser.ts"
import { clientOf, type Person, setUp } from "./people.ts"
import { launchFirefox } from "./firefox.ts"
import { type Product, startProduct } from "./product.ts"

/** Video responses in a real browser, whose camera shows a test picture and whose microphone beeps. */
const ALLOWED = { permissions: ["camera", "microphone"] }
const EXERCISE = "who-would-miss-it"
/** So long at least, in ms, is recorded before something goes wrong. */
const SAID = 4000
/** So much of that may be missing, in seconds: the last moment, and Firefox’s made-up sound card is a fifth too slow. */
const MISSED = IN_FIREFOX ? 3 : 2

let product: Product
let browser: Browser
let owner: Person
let openingId: string
let slug: string
const seated = new Set<string>()

beforeAll(async () => {
  product = await startProduct()
  browser = await launch(["--use-fake-device-for-media-stream"])
  owner = await setUp(product, browser)
  ;({ openingId, slug } = await openRole(owner.client))
  await planRound(owner.client)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

let round: { id: string; rater: string }

/** One round alone, in which somebody watches the recording. */
async function planRound({ accounts, openings }: Client): Promise<void> {
  const params = { openingId }
  const rater = (await accounts.session()).account?.id as string
  const { version } = await openings.read({ params })
  const team = { recruiters: [rater], hiringManagers: [rater], interviewers: [rater] }
  await openings.saveTeam({ params, body: { ...team, version } })
  const { plan, planVersion } = await openings.plan({ params })
  const rounds = plan.stages
    .flatMap((stage) => stage.rounds)
    .filter(({ id }) => id === "recorded-answers")
    .map((one) => ({
      ...one,
      items: one.items.filter(({ id }) => id === EXERCISE),
      interviewers: [rater],
    }))
  const stages = plan.stages
    .filter(({ id }) => ["application", "core-interviews", "offer"].includes(id))
    .map((stage) => ({ ...stage, rounds: stage.kind === "interviews" ? rounds : [] }))
  await openings.savePlan({ params, body: { plan: { ...plan, stages }, planVersion } })
  round = { id: "recorded-answers", rater }
}

interface Seat {
  context: BrowserContext
  page: Page
  faults: string[]
  client: Client
  attemptId: string
  applicationId: string
}

/** A candidate before their video response, its clock running. */
async function seat(options: Parameters<typeof newPerson>[1] = ALLOWED, from = browser): Promise<Seat> {
  const nth = seated.size + 1
  const person = { name: `Mirela Dobre ${nth}`, email: `mirela${nth}@mail.example` }
  const link = await applyTo(product.url, slug, person, `203.0.113.${nth}`)
  const { columns } = await owner.client.openings.board({ params: { openingId } })
  const ids = columns.flatMap(({ cards }) => cards.map((card) => card.applicationId))
  const applicationId = ids.find((id) => !seated.has(id)) as string
  seated.add(applicationId)
  const { id: attemptId } = await owner.client.attempts.schedule({
    params: { applicationId },
    body: { exerciseId: EXERCISE, availableFrom: null },
  })
  const { context, page, faults } = await newPerson(from, options)
  await page.goto(link)
  await page.getByRole("heading", { level: 1 }).waitFor()
  const client = await clientOf(page, product.url)
  await client.candidate.startAttempt({ params: { attemptId }, body: {} })
  await page.goto(`${product.url}/c/exercises/${attemptId}`)
  await page.getByRole("button", { name: "Set up camera and microphone" }).waitFor()
  return { context, page, faults, client, attemptId, applicationId }
}

const takesOf = async ({ client, attemptId }: Seat) =>
  (await client.recordings.list({ params: { attemptId } })).items

async function begin(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Set up camera and microphone" }).click()
  await page.getByRole("button", { name: "Start recording" }).click()
  await page.getByRole("button", { name: "Stop" }).waitFor()
}

/** What another program says of a file: its length in seconds, and how many pictures and packets of sound it decodes. */
async function probe(bytes: Buffer): Promise<{ seconds: number; frames: number; sounds: number }> {
  const file = join(product.data, "probed.webm")
  await writeFile(file, bytes)
  const { stdout } = await promisify(execFile)("ffprobe", [
    ..."-v error -count_frames -of json -show_entries format=duration:stream=codec_type,nb_read_frames".split(
      " ",
    ),
    file,
  ])
  const { format, streams } = JSON.parse(stdout) as {
    format: { duration?: string }
    streams: { codec_type: string; nb_read_frames: string }[]
  }
  const count = (type: string) => Number(streams.find((one) => one.codec_type === type)?.nb_read_frames ?? 0)
  return { seconds: Number(format.duration), frames: count("video"), sounds: count("audio") }
}

/** The stored file of a take, as its owner may play it. */
async function fileOf({ page }: Seat, recordingId: string): Promise<Buffer> {
  const answer = await page.request.get(`${product.url}/api/candidate/recordings/${recordingId}/media`)
  expect(answer.status()).toBe(200)
  return answer.body()
}

/** The stored file lasts between so many seconds, and holds picture and sound for them. */
async function expectWhole(me: Seat, take: Take | undefined, least: number, most: number): Promise<void> {
  const told = (take?.durationMs ?? 0) / 1000
  expect(told).toBeGreaterThan(least)
  expect(told).toBeLessThan(most)
  const file = await fileOf(me, take?.id as string)
  const { seconds, frames, sounds } = await probe(file)
  expect(Math.abs(seconds - told)).toBeLessThan(0.1)
  expect(frames).toBeGreaterThan(seconds * 3)
  expect(sounds).toBeGreaterThan(seconds * 10)
}

describe("a video response", () => {
  it("is recorded, loses its network, its window and its server, and arrives whole", async () => {
    const me = await seat()
    const { context, attemptId } = me
    await begin(me.page)
    await me.page.waitForTimeout(SAID)
    await context.setOffline(true)
    await me.page.waitForTimeout(SAID)
    await me.page.getByRole("button", { name: "Stop" }).click()
    await me.page
      .getByText(/rest is kept on this device/)
      .first()
      .waitFor()
    // Nothing says that it arrived, let alone that it is handed in.
    expect(await me.page.locator("main").innerText()).not.toMatch(/has arrived and is safe|handed in, thank/)
    await me.page.close()
    await context.setOffline(false)
    await product.kill("SIGKILL")
    await product.restart()
    me.page = await context.newPage()
    await me.page.goto(`${product.url}/c/exercises/${attemptId}`)
    await me.page.getByRole("button", { name: /^Watch/ }).click()
    await me.page.getByText("All of it has arrived and is safe.").waitFor()
    await expect.poll(async () => (await takesOf(me)).map(({ state }) => state)).toEqual(["ready"])
    const [take] = await takesOf(me)
    await expectWhole(me, take, (2 * SAID) / 1000 - 1, (2 * SAID) / 1000 + 4)
    // The device lets go of it only now.
    expect(await keptBytes(me.page)).toBe(0)
    await me.page.getByRole("button", { name: "Hand in this take" }).click()
    await me.page.getByRole("button", { name: "Hand it in" }).click()
    await me.page.getByRole("heading", { name: /handed in, thank you/ }).waitFor()
    const { submittedAt } = await me.client.candidate.attempt({ params: { attemptId } })
    expect(submittedAt).not.toBeNull()
    await me.page.locator("video").waitFor()
    await look(me.page, "recording-handed-in")
    expect(me.faults).toEqual([])
  })

  it("cut off with its window while it ran keeps all but the last moment", async () => {
    const me = await seat()
    await begin(me.page)
    await me.page.waitForTimeout(SAID)
    await me.page.close({ runBeforeUnload: false })
    me.page = await me.context.newPage()
    await me.page.goto(`${product.url}/c/exercises/${me.attemptId}`)
    await me.page.getByRole("button", { name: /^Watch/ }).click()
    await me.page.getByText(/was closed while it recorded/).waitFor()
    await expect.poll(async () => (await takesOf(me)).map(({ state }) => state)).toEqual(["ready"])
    const [take] = await takesOf(me)
    await expectWhole(me, take, SAID / 1000 - MISSED, SAID / 1000 + 3)
  })

  it("waits for its last byte when it is handed in without a network, and for one window at a time", async () => {
    const me = await seat()
    const { context, page } = me
    await begin(page)
    const other = await context.newPage()
    await other.goto(`${product.url}/c/exercises/${me.attemptId}`)
    await other.getByText("Another window of this page is recording").waitFor()
    await other.close()
    await page.waitForTimeout(SAID / 2)
    await context.setOffline(true)
    await page.getByRole("button", { name: "Stop" }).click()
    await page.getByRole("button", { name: "Hand in this take" }).click()
    await page.getByRole("button", { name: "Hand it in" }).click()
    await page.getByRole("heading", { name: /^Handing in/ }).waitFor()
    await look(page, "recording-sending")
    expect((await me.client.candidate.attempt({ params: { attemptId: me.attemptId } })).state).toBe("running")
    await context.setOffline(false)
    await page.getByRole("heading", { name: /handed in, thank you/ }).waitFor()
    expect((await me.client.candidate.attempt({ params: { attemptId: me.attemptId } })).state).toBe(
      "submitted",
    )
    expect(
      (await takesOf(me)).map(({ chosen, state }) => ({ chosen, whole: state !== "receiving" })),
    ).toEqual([{ chosen: true, whole: true }])
    expect(me.faults).toEqual([])
  })

  it("that isn’t there yet is said on the overview, and goes on from there", async () => {
    const me = await seat()
    await begin(me.page)
    await me.page.waitForTimeout(SAID / 2)
    const sending = "**/api/candidate/recordings/*"
    await me.context.route(sending, (route) => route.abort())
    await me.page.getByRole("button", { name: "Stop" }).click()
    await me.page.getByRole("button", { name: "Hand in this take" }).waitFor()
    await me.page.close()
    me.page = await me.context.newPage()
    await me.page.goto(`${product.url}/c`)
    const note = me.page.getByText(/A recording is on its way: \d+% has arrived/)
    await note.waitFor()
    await look(me.page, "recording-on-its-way")
    await me.context.unroute(sending)
    await note.waitFor({ state: "detached", timeout: 60_000 })
    expect((await takesOf(me)).map(({ state }) => state === "receiving")).toEqual([false])
    expect(await keptBytes(me.page)).toBe(0)
  })

  it("has the time and the form that were agreed", async () => {
    const me = await seat()
    const { applicationId, page } = me
    expect(await page.locator("main").innerText()).toContain("A take may last 2 minutes.")
    await page.getByText("Words to go with it, or instead of it").waitFor()
    type Granted = ("captions" | "extra-time" | "written-alternative")[]
    const grant = async (granted: Granted, timeFactor: 1 | 1.5) => {
      const { version } = await owner.client.applications.read({ params: { applicationId } })
      const body = { granted, timeFactor, answer: "Yes.", version }
      await owner.client.applications.decideAdjustments({ params: { applicationId }, body })
    }
    await grant(["captions"], 1)
    await page.getByText("Captions, as we agreed").waitFor()
    await grant(["extra-time", "written-alternative"], 1.5)
    await page.getByText("A take may last 3 minutes.").waitFor()
    await page.getByText("as we agreed; no recording is needed").waitFor()
    await page.getByRole("textbox", { name: "Your words" }).waitFor()
    await page.getByRole("button", { name: "Set up camera and microphone" }).click()
    await page.getByRole("button", { name: "Start recording" }).click()
    await page.getByRole("button", { name: "Stop" }).waitFor()
    const timers = await page.getByRole("timer", { name: "Time left" }).allInnerTexts()
    // The exercise's own clock stands above.
    expect(timers.at(-1)).toMatch(/^(3:00|2:5\d)$/)
  })

  it("is made by keyboard alone, and looked at on a phone and in the dark", async () => {
    const me = await seat()
    const { page } = me
    const press = async (name: string | RegExp) => {
      await page.getByRole("button", { name }).first().focus()
      await page.keyboard.press("Enter")
    }
    await look(page, "recording-begin")
    await press("Set up camera and microphone")
    await page.getByText("We hear you").waitFor()
    await look(page, "recording-check")
    await press("Think first")
    await page.getByText("Nothing is being recorded").waitFor()
    await look(page, "recording-think")
    await page.keyboard.press("Space")
    await page.getByRole("button", { name: "Stop" }).waitFor()
    await page.waitForTimeout(SAID / 2)
    await look(page, "recording-running")
    await page.keyboard.press("Space")
    await page.getByText("All of it has arrived and is safe.").waitFor()
    await look(page, "recording-review")
    await press("Make another take")
    await press("Record another take")
    await press("Start recording")
    await page.waitForTimeout(SAID / 2)
    await page.keyboard.press("Space")
    await page.getByRole("heading", { name: "Take 2" }).waitFor()
    await look(page, "recording-two-takes")
    await press("Delete Take 2")
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete it" }).focus()
    await page.keyboard.press("Enter")
    await expect.poll(async () => (await takesOf(me)).length).toBe(1)
    expect(me.faults).toEqual([])
  })

  it("says by which way permission comes back, and takes a file instead", async () => {
    const me = await seat({})
    const { page } = me
    await page.getByRole("button", { name: "Set up camera and microphone" }).click()
    await page.getByRole("heading", { name: /doesn’t let this page record/ }).waitFor()
    await page.getByText(/left of the address/).waitFor()
    await look(page, "recording-denied")
    const paper = join(product.data, "talk.pdf")
    await writeFile(paper, "%PDF-1.4")
    await page.getByLabel("Choose a video file instead").setInputFiles(paper)
    await page.getByText(/isn’t a video file/).waitFor()
    const filmed = new URL("../../server/src/platform/recordings/fixtures/phone.mp4", import.meta.url)
      .pathname
    await page.getByLabel("Choose a video file instead").setInputFiles(filmed)
    await page.getByText("All of it has arrived and is safe.").waitFor()
    await expect
      .poll(async () =>
        (await takesOf(me)).map(({ state, mediaType }) => `${state} ${mediaType?.slice(0, 9)}`),
      )
      .toEqual(["ready video/mp4"])
    expect(me.faults).toEqual([])
  })

  it("goes on in the same take when the microphone is unplugged half-way", async () => {
    const me = await seat()
    const { page } = me
    // A track that ends as an unplugged device's does.
    await page.addInitScript(() => {
      const media = navigator.mediaDevices
      const ask = media.getUserMedia.bind(media)
      media.getUserMedia = async (wanted) => {
        const stream = await ask(wanted)
        Object.assign(window, { microphone: stream.getAudioTracks()[0] })
        return stream
      }
    })
    await page.reload()
    await begin(page)
    await page.waitForTimeout(SAID / 2)
    await page.evaluate(() => {
      const { microphone } = window as unknown as { microphone: MediaStreamTrack }
      microphone.stop()
      microphone.dispatchEvent(new Event("ended"))
    })
    await page.getByText("The microphone stopped sending").waitFor()
    await look(page, "recording-held")
    await page.waitForTimeout(SAID)
    await page.getByRole("button", { name: "Go on" }).click()
    await page.waitForTimeout(SAID / 2)
    await page.getByRole("button", { name: "Stop" }).click()
    await page.getByText("All of it has arrived and is safe.").waitFor()
    await expect.poll(async () => (await takesOf(me)).map(({ state }) => state)).toEqual(["ready"])
    const [take] = await takesOf(me)
    // Both halves and not the wait between them.
    await expectWhole(me, take, SAID / 1000 - 1, (1.7 * SAID) / 1000)
    expect(me.faults).toEqual([])
  })
})

// Chromium mixes sound without a loudspeaker.
describe.each(IN_FIREFOX ? ["Firefox"] : [])("%s on a computer without a loudspeaker", () => {
  it("says that it can’t show how loud it is, and records the microphone as it is", async () => {
    const quiet = await launchFirefox({ loudspeaker: false })
    try {
      const me = await seat(ALLOWED, quiet)
      const { page } = me
      await page.getByRole("button", { name: "Set up camera and microphone" }).click()
      await page.getByText(/without a loudspeaker/).waitFor()
      await look(page, "recording-without-loudspeaker")
      await page.getByRole("button", { name: "Start recording" }).click()
      await page.waitForTimeout(SAID)
      await page.getByRole("button", { name: "Stop" }).click()
      await page.getByText("All of it has arrived and is safe.").waitFor()
      await expect.poll(async () => (await takesOf(me)).map(({ state }) => state)).toEqual(["ready"])
      const [take] = await takesOf(me)
      await expectWhole(me, take, SAID / 1000 - 1, SAID / 1000 + 3)
      expect(await loudest(await fileOf(me, take?.id as string))).toBeGreaterThan(-40)
      expect(me.faults).toEqual([])
    } finally {
      await quiet.close()
    }
  })
})

/** The loudest moment of a recording, in dB; another program says so. */
async function loudest(bytes: Buffer): Promise<number> {
  const file = join(product.data, "heard.webm")
  await writeFile(file, bytes)
  const words = ["-i", file, "-af", "volumedetect", "-f", "null", "-"]
  const { stderr } = await promisify(execFile)("ffmpeg", words)
  return Number(/max_volume: (-?[\d.]+) dB/.exec(stderr)?.[1])
}

describe("the panel", () => {
  it("watches what was handed in beside the anchors, and cites a part by two keys", async () => {
    const me = await seat()
    await begin(me.page)
    await me.page.waitForTimeout(2 * SAID)
    await me.page.getByRole("button", { name: "Stop" }).click()
    await me.page.getByRole("button", { name: "Hand in this take" }).click()
    await me.page.getByRole("button", { name: "Hand it in" }).click()
    await me.page.getByRole("heading", { name: /handed in, thank you/ }).waitFor()
    const { id: interviewId } = await owner.client.applications.schedule({
      params: { applicationId: me.applicationId },
      body: {
        roundId: round.id,
        startsAt: new Date(Date.now() + 3_600_000).toISOString(),
        timeZone: "Europe/Amsterdam",
        where: "By recording",
        interviewers: [round.rater],
      },
    })
    const { page } = owner
    await page.goto(`${product.url}/interviews/${interviewId}/scorecard`)
    const video = page.locator("video")
    await video.waitFor()
    await expect.poll(() => video.evaluate((one: HTMLVideoElement) => one.duration)).toBeGreaterThan(5)
    await page.getByRole("button", { name: "2×" }).click()
    expect(await video.evaluate((one: HTMLVideoElement) => one.playbackRate)).toBe(2)
    const seek = (second: number) =>
      video.evaluate((one: HTMLVideoElement, at) => {
        one.currentTime = at
      }, second)
    await page.getByRole("heading", { level: 1 }).click()
    await seek(1)
    await page.keyboard.press("f")
    await seek(4)
    await page.keyboard.press("t")
    await page.getByLabel("What is said there").fill("names the planners")
    await look(page, "recording-cited")
    await page.getByRole("button", { name: "Cite this part" }).click()
    await page.getByRole("checkbox", { name: /0:01 to 0:04: names the planners/ }).waitFor()
    await page.getByRole("radio").nth(2).focus()
    await page.keyboard.press("Space")
    const cited = async () =>
      (await owner.client.interviews.scorecard({ params: { interviewId } })).ratings[0]?.evidence ?? []
    await expect
      .poll(async () => (await cited()).map(({ ref }) => ref.split("#")[1]))
      .toEqual(["time=1000-4000"])
    expect(owner.faults).toEqual([])
  })
})

/** How many bytes of recordings the browser still keeps. */
const keptBytes = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("backfill-recordings")
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction("pieces").objectStore("pieces").getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result.reduce((sum: number, { bytes }) => sum + bytes.length, 0))
          }
        }
      }),
  )
