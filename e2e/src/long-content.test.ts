import type { Browser } from "playwright-core"
import { afterAll, beforeAll, it } from "vitest"
import { applyTo, openRole } from "./applicants.ts"
import { launch, look } from "./browser.ts"
import { type Person, setUp } from "./people.ts"
import { type Product, startProduct } from "./product.ts"

const NAME = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwarengewissenhaftschaferswessenschafewaren"
const TITLE =
  "Principal data engineer for streaming, warehousing and everything that moves between ships, customs and finance"
const PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"

let product: Product
let browser: Browser
let owner: Person
beforeAll(async () => {
  product = await startProduct()
  browser = await launch()
  owner = await setUp(product, browser)
})
afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

it("keeps long names, words without a break and long texts inside the page", async () => {
  const { page, client } = owner
  const { openingId, slug } = await openRole(client, {
    level: "principal",
    title: TITLE,
    location: PLACE,
    description: "words ".repeat(400),
  })
  const link = await applyTo(product.url, slug, {
    name: NAME,
    email: "long@mail.example",
    timeZone: "Asia/Kathmandu",
    resumeText: `${"word ".repeat(3000)}${"A".repeat(900)}`,
    coverLetter: "👩‍🔧 ".repeat(200),
    answers: {
      "right-to-work": "yes",
      "on-call-rotation": "yes",
      "years-running-pipelines": 3,
      "strongest-areas": ["quality"],
      "pipeline-you-ran": "long ".repeat(500),
    },
  })
  const board = await client.openings.board({ params: { openingId } })
  const id = board.columns.flatMap((column) => column.cards)[0]?.applicationId as string
  await client.applications.unblind({ params: { applicationId: id }, body: { reason: "To see it all." } })
  for (const [name, path] of [
    ["board", `/openings/${openingId}`],
    ["application", `/applications/${id}`],
    ["job", `/jobs/${slug}`],
  ]) {
    await page.goto(product.url + path)
    await page.locator("h1").waitFor()
    await page.waitForTimeout(500)
    if (name === "application") {
      await page.getByText("Résumé, letter and answers").click()
      await page.getByRole("group", { name: "Cover letter" }).waitFor()
    }
    await look(page, `long-${name}`)
  }
  await page.goto(link)
  await page.locator("h1").filter({ hasText: "Wolfe" }).waitFor()
  await look(page, "long-candidate")
})
