import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launch, newPerson } from "./browser.ts"
import { type Product, startProduct } from "./product.ts"

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

describe("what a page weighs", () => {
  it("is little enough for a poor network: packed, and without other pages' code", async () => {
    const { page } = await newPerson(browser)
    const session = await page.context().newCDPSession(page)
    await session.send("Network.enable")
    let bytes = 0
    session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength))
    const scripts: string[] = []
    const unpacked: string[] = []
    page.on("response", (response) => {
      const { pathname } = new URL(response.url())
      if (!/\.(js|css)$/.test(pathname) || !pathname.startsWith("/assets/")) return
      scripts.push(pathname)
      if (response.headers()["content-encoding"] !== "br") unpacked.push(pathname)
    })
    await page.goto(`${product.url}/jobs`)
    await page.getByRole("main").waitFor()
    await page.waitForLoadState("networkidle")
    expect(unpacked).toEqual([])
    expect(scripts.length).toBeGreaterThan(1)
    expect(scripts.filter((path) => /opening-page|debrief-page|console-page/.test(path))).toEqual([])
    // The fonts of one script are about 150 kB of it.
    expect(bytes).toBeLessThan(450_000)
  })
})
