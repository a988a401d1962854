import { describe, expect, it } from "vitest"
import { isZip, openPracticeZip } from "./practice-zip.ts"
import { type Made, text, zipOf } from "./zip.test-data.ts"

const ID = "0415d7ef-6d8f-465c-9dc7-3b2c3ebecbab"
const JSON_PART: Made = { name: "practice.json", bytes: text('{"stories":[]}') }
const MEDIA: Made = {
  name: `recordings/${ID}.webm`,
  bytes: Uint8Array.from({ length: 5000 }, (_, n) => n % 251),
}

const told = (zip: Blob): Promise<string> =>
  openPracticeZip(zip).then(
    () => "opened",
    (error: Error) => error.message,
  )

describe("a ZIP of one’s practice", () => {
  it("is told by its first bytes", async () => {
    expect(await isZip(zipOf([JSON_PART]))).toBe(true)
    expect(await isZip(new Blob(["{}"]))).toBe(false)
    expect(await isZip(new Blob([]))).toBe(false)
  })

  it.each([false, true])("opens without its recordings being read, ZIP64: %s", async (zip64) => {
    const zip = zipOf([JSON_PART, MEDIA].map((entry) => ({ ...entry, zip64 })))
    const { json, media } = await openPracticeZip(zip)
    expect(await json.text()).toBe('{"stories":[]}')
    const found = media.get(MEDIA.name)
    expect([media.size, found?.bytes]).toEqual([1, 5000])
    const bytes = new Uint8Array((await (await found?.verified())?.arrayBuffer()) ?? [])
    expect(bytes).toEqual(MEDIA.bytes)
  })

  it.each<[string, Made[], RegExp]>([
    ["without the JSON", [MEDIA], /no “practice.json”/],
    ["with nothing in it", [], /no “practice.json”/],
    [
      "with a name that climbs out",
      [JSON_PART, { ...MEDIA, name: "../../etc/passwd" }],
      /“..\/..\/etc\/passwd”/,
    ],
    [
      "with a name that climbs out of its folder",
      [JSON_PART, { ...MEDIA, name: `recordings/../${ID}.webm` }],
      /which Backfill/,
    ],
    ["with an absolute name", [JSON_PART, { ...MEDIA, name: "/practice.json" }], /which Backfill/],
    ["with a folder", [JSON_PART, { ...MEDIA, name: "recordings/", bytes: text("") }], /which Backfill/],
    ["with the JSON twice", [JSON_PART, JSON_PART], /“practice.json” is in this ZIP twice/],
    ["with a recording twice", [JSON_PART, MEDIA, MEDIA], /is in this ZIP twice/],
    ["that is encrypted", [{ ...JSON_PART, flags: 1 }, MEDIA], /is encrypted/],
    ["that was compressed", [{ ...JSON_PART, method: 8 }, MEDIA], /packed anew/],
    [
      "whose JSON says it is huge",
      [{ ...JSON_PART, size: 60_000_000, zip64: true }, MEDIA],
      /more than it can/,
    ],
    ["that says it holds terabytes", [JSON_PART, { ...MEDIA, size: 5e12, zip64: true }], /more than it can/],
    ["whose JSON is damaged", [{ ...JSON_PART, crc: 1 }, MEDIA], /cut short or damaged/],
    ["whose JSON lies inside a recording", [MEDIA, { ...JSON_PART, at: 40 }], /cut short or damaged/],
  ])("is refused %s", async (_, entries, why) => {
    const sentence = await told(zipOf(entries))
    expect(sentence).toMatch(why)
    expect(sentence).toMatch(/nothing was taken in/)
  })

  it("is refused wherever it was cut off", async () => {
    const whole = zipOf([JSON_PART, MEDIA])
    for (const left of [2, 4, 30, 500, 5100, whole.size - 60, whole.size - 22, whole.size - 1])
      expect(await told(whole.slice(0, left)), String(left)).toMatch(/cut short or damaged/)
  })

  it("finds a damaged recording, and one that is said to lie where another does", async () => {
    const damaged = await openPracticeZip(zipOf([JSON_PART, { ...MEDIA, crc: 7 }]))
    await expect(damaged.media.get(MEDIA.name)?.verified()).rejects.toThrow(/damaged/)
    const twin = { ...MEDIA, name: MEDIA.name.replace("webm", "mp4"), at: 0 }
    const { media } = await openPracticeZip(zipOf([MEDIA, twin, JSON_PART]))
    await expect(media.get(twin.name)?.verified()).rejects.toThrow(/damaged/)
  })

  it("stops reading when it is called off", async () => {
    const { media } = await openPracticeZip(zipOf([JSON_PART, MEDIA]))
    await expect(media.get(MEDIA.name)?.verified(AbortSignal.abort())).rejects.toThrow(/abort/i)
  })
})
