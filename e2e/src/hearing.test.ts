import type { Client, Rehearsal } from "@backfill/contract"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch, newPerson } from "./browser.ts"
import { clientOf, practiseAlone } from "./people.ts"
import { type Product, startProduct } from "./product.ts"
import { spokenFixture, uploadRehearsal } from "./upload-rehearsal.ts"

/** Three sentences of a made-up voice in a quiet hiss, and where Node hears them (web/training/speech/fixture.ts). */
const { stretches: inNode } = JSON.parse(spokenFixture("heard.json").toString()) as {
  stretches: [number, number][]
}
/** Two of the model’s frames: browser and Node unpack a file a few samples apart. */
const TWO_FRAMES_MS = 64

let product: Product
let browser: Browser
beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

/** What the page kept of the speech, once it has listened. */
async function kept(client: Client, recordingId: string): Promise<NonNullable<Rehearsal["speech"]>> {
  const read = async () => (await client.rehearsals.read({ params: { recordingId } })).speech
  await expect.poll(read, { timeout: 60_000 }).not.toBeNull()
  return (await read()) as NonNullable<Rehearsal["speech"]>
}

describe("listening on the device", () => {
  it("runs the voice model in a browser, under the product’s policy, and hears what Node hears; without the model it says so", async () => {
    const { page, faults } = await newPerson(browser)
    const loaded: string[] = []
    page.context().on("response", (response) => {
      const { pathname } = new URL(response.url())
      if (/\.(wasm|onnx)$/.test(pathname))
        loaded.push(`${pathname} ${response.headers()["content-encoding"]}`)
    })
    await practiseAlone(page, product)
    const client = await clientOf(page, product.url)
    const recordingId = await uploadRehearsal(page, client)
    expect(loaded).toEqual([])
    await page.goto(`${product.url}/rehearse/${recordingId}`)
    const speech = await kept(client, recordingId)
    expect(speech.by).toBe("silero")
    expect(speech.stretches).toHaveLength(inNode.length)
    for (const [nth, at] of speech.stretches.flat().entries())
      expect(Math.abs(at - (inNode.flat()[nth] as number))).toBeLessThanOrEqual(TWO_FRAMES_MS)
    // Our own copies, packed, and nothing else.
    expect(loaded.toSorted().join()).toMatch(
      /^\/assets\/ort-wasm-simd-threaded-[\w-]+\.wasm br,\/assets\/silero_vad_v6-[\w-]+\.onnx br$/,
    )
    expect(faults).toEqual([])

    const second = await uploadRehearsal(page, client)
    await page.context().route(/\.onnx$/, (route) => route.abort())
    await page.goto(`${product.url}/rehearse/${second}`)
    const without = await kept(client, second)
    expect(without.by).toBe("energy")
    expect(without.stretches).toHaveLength(inNode.length)
    expect(faults).toEqual([])
  })
})
